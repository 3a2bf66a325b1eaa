import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { IMPORT_LIMITS } from '../../lib/import/limits.ts';
import { refusedFile } from '../../lib/import/refused-file.ts';
import { runImport } from '../../lib/import/run-import.ts';
import { NO_CRM } from '../../lib/store/unplaced.ts';
import { allOf, fakeTarget, inspected, ownFile, textFile } from './found.ts';
import { largeExport } from './large-export.ts';

const ids = async (text: string, name = 'file.csv') =>
  (await allOf(await inspected(textFile(text), name))).portions.map(({ id }) => id);

test('a file is cut into portions of at most 500 rows, with ids that its content tells', async () => {
  const text = largeExport(1_234);
  const { portions } = await allOf(await inspected(textFile(text)));
  expect(portions.map(({ deals }) => deals.length)).toEqual([500, 500, 234]);
  expect(new Set(portions.map(({ id }) => id)).size).toBe(3);
  expect(await ids(text)).toEqual(portions.map(({ id }) => id));
  // A copy under another name is the same file.
  expect(await ids(text, 'a copy.csv')).toEqual(portions.map(({ id }) => id));
  const changed = await ids(text.replace('"Order 700, ', '"Order 700!, '));
  expect(changed.map((id, at) => id === portions[at]?.id)).toEqual([true, false, true]);
});

test('another mapping, site or moment is another portion', async () => {
  const opened = await inspected(textFile(largeExport(3)));
  const idOf = async (change: object) =>
    (await allOf({ ...opened, plan: { ...opened.plan, ...change } })).portions[0]?.id;
  const all = [
    await idOf({}),
    await idOf({ tenant: 'other' }),
    await idOf({ at: opened.plan.at + 1 }),
    await idOf({
      columns: opened.plan.columns.map((column) => ({ ...column, use: column.use === 'owner' ? null : column.use })),
    }),
  ];
  expect(new Set(all).size).toBe(4);
});

test('property: in whatever order its columns stand, a file says the same and has the same ids', async () => {
  const { blob } = ownFile('salesforce-report.csv');
  const rows = Papa.parse<string[]>((await blob.text()).split('\n\n')[0] ?? '').data;
  const expected = (await allOf(await inspected(blob))).portions;
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...(rows[0] ?? []).keys()], { minLength: rows[0]?.length ?? 0 }),
      async (order) => {
        const csv = Papa.unparse(rows.map((row) => order.map((at) => row[at] ?? '')));
        expect((await allOf(await inspected(textFile(csv)))).portions).toEqual(expected.map((one) => one));
      },
    ),
    { numRuns: 25 },
  );
});

test('a deal that stands twice is refused the second time, across portions, by id or else by name, account and owner', async () => {
  const rows = Array.from({ length: 600 }, (_, at) => `Deal ${at},Co,Ida,5`);
  const { refused } = await allOf(
    await inspected(
      textFile(`Deal Name,Account Name,Owner,Amount\n${rows.join('\n')}\nDeal 3,CO,Ida,6\nDeal 3,Co,Tom,7\n`),
    ),
  );
  expect(refused).toEqual([{ row: 602, reason: 'twice-in-file' }]);
});

const run = async (
  text: string,
  target: ReturnType<typeof fakeTarget>,
  cancelAfter = Number.POSITIVE_INFINITY,
  dry = false,
) => {
  const source = await inspected(textFile(text));
  const told: number[] = [];
  const end = await runImport(source, target, {
    dry,
    cancelled: () => target.calls >= cancelAfter,
    onProgress: ({ rows }) => told.push(rows),
  });
  return { ...end, told };
};

test('a run tells how far it is, a dry one keeps nothing, and the same file twice changes nothing', async () => {
  const target = fakeTarget();
  const text = largeExport(1_700);
  const dry = await run(text, target, undefined, true);
  expect(dry).toMatchObject({ finished: true, totals: { rows: 1_700, fresh: 1_700, refused: 0 } });
  expect(target.kept.size).toBe(0);
  const first = await run(text, target);
  expect(first.told).toEqual([500, 1_000, 1_500, 1_700]);
  expect(target.kept.size).toBe(4);
  const second = await run(text, target);
  expect(second.totals).toMatchObject({ fresh: 0, changed: 0, same: 1_700 });
  expect(target.kept.size).toBe(4);
});

test('a run that was stopped is taken up by the same file: what is there is skipped, nothing is there twice', async () => {
  const target = fakeTarget();
  const text = largeExport(2_600);
  const stopped = await run(text, target, 2);
  expect(stopped).toMatchObject({ finished: false, totals: { rows: 1_000, fresh: 1_000 } });
  const resumed = await run(text, target);
  expect(resumed).toMatchObject({ finished: true, totals: { rows: 2_600, fresh: 1_600, same: 1_000 } });
  const rows = [...target.kept.values()].flatMap(({ deals }) => deals.map(({ recordId }) => recordId));
  expect(new Set(rows).size).toBe(2_600);
  expect(rows).toHaveLength(2_600);
});

test('every row is counted once: new, changed, same or refused', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('A,1', ',2', 'B,x', 'A,1', '"open,3', 'C,1,2,3'), { minLength: 1, maxLength: 40 }),
      async (body) => {
        const source = await inspected(textFile(`Deal Name,Amount\nFirst,1\n${body.join('\n')}\n`));
        const { totals } = await runImport(source, fakeTarget(), {
          dry: true,
          cancelled: () => false,
          onProgress: () => {},
        });
        expect(totals.fresh + totals.changed + totals.same + totals.refused).toBe(totals.rows);
        expect(totals.rows).toBe(source.survey.rows);
        expect(totals.reasons).toHaveLength(totals.refused);
      },
    ),
    { numRuns: 60 },
  );
});

test('refused rows come back as CSV with their line and reason, and no formula in it', async () => {
  const source = await inspected(textFile('Deal Name;Owner;Amount\nGood;Ida;1,50\n;=cmd|x;2,50\n;+41 44;3\n'));
  const { refused } = await allOf(source);
  const text = await refusedFile(source.table, source.survey, refused);
  expect(text.startsWith('\uFEFF')).toBe(true);
  const { data } = Papa.parse<string[]>(text.slice(1));
  expect(data).toEqual([
    ['Line', 'Why it was refused', 'Deal Name', 'Owner', 'Amount'],
    ['3', 'It names no deal: neither a record id nor a name.', '', "'=cmd|x", '2,50'],
    ['4', 'It names no deal: neither a record id nor a name.', '', "'+41 44", '3'],
  ]);
});

test('a CRM that could not be told has the name that the store knows it by', async () => {
  const { found } = await inspected(textFile('Deal,Worth\nA,1\n'));
  expect(found.crm).toBe(NO_CRM);
  expect(IMPORT_LIMITS.portion).toBe(500);
});
