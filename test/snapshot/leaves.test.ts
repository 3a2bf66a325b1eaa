import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ERASED_PERSON } from '../../lib/deal/erased.ts';
import { buildContent } from '../../lib/snapshot/build.ts';
import { asJson, contentOf, leavesOf } from '../../lib/snapshot/leaves.ts';
import { sheetDocument } from '../../lib/snapshot/sheet.ts';
import { recordTeam } from '../evaluate/record-team.ts';
import { rowsOf, textOf } from './document-text.ts';
import { twoWeeks } from './make-content.ts';
import { type Frozen, freezeWeeks } from './sim-weeks.ts';

const DRAFTED = { kind: 'draft', week: { from: '2026-11-23', to: '2026-11-29' } } as const;

let frozen: Frozen[];
beforeAll(() => {
  frozen = freezeWeeks(recordTeam(7, '2026-11-27'), '2026-11-27', 4);
});

/** What is undefined would be hashed as if it were not there. */
function undefinedIn(value: unknown, path = ''): string[] {
  if (value === undefined) return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => undefinedIn(one, `${path}.${key}`));
}

describe('a content', () => {
  it('is plain JSON, the same for the same input to the byte', () => {
    for (const { content, input } of frozen) {
      expect(undefinedIn(content)).toEqual([]);
      expect(JSON.stringify(buildContent(input))).toBe(JSON.stringify(content));
      expect(JSON.parse(JSON.stringify(content))).toEqual(content);
    }
    expect(JSON.stringify(twoWeeks()[1].content)).toBe(JSON.stringify(twoWeeks()[1].content));
  });

  it('carries the ids of people on from the snapshot before, whatever their order', () => {
    const ids = frozen.map(({ content }) => Object.fromEntries(content.people.map(({ id, name }) => [name, id])));
    for (const [at, now] of ids.entries())
      for (const [name, id] of Object.entries(ids[at - 1] ?? {})) if (name in now) expect(now[name]).toBe(id);
    const { input } = frozen[3] as Frozen;
    const turned = { ...input.team, people: input.team.people.toReversed() };
    const content = buildContent({ ...input, team: turned });
    expect(Object.fromEntries(content.people.map(({ id, name }) => [name, id]))).toEqual(ids[3]);
  });
});

describe('plain data', () => {
  const data = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'medium' },
      ...[fc.constantFrom(null, undefined, true, -0, Number.NaN, 1 / 0), fc.double(), fc.string()],
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(
        fc.string().filter((key) => key !== '__proto__'),
        tie('value'),
        { maxKeys: 4, noNullPrototype: true },
      ),
    ),
  })).value;

  it('is as it is read back from JSON, and what it was made of stays as it was', () => {
    fc.assert(
      fc.property(data, (value) => {
        const before = structuredClone(value);
        const is = asJson({ value });
        expect(is).toStrictEqual(JSON.parse(JSON.stringify({ value })));
        expect(JSON.stringify(is)).toBe(JSON.stringify({ value }));
        expect(value).toStrictEqual(before);
      }),
    );
  });
});

describe('its leaves', () => {
  it('are keyed by part, and give the same content back', () => {
    for (const { content } of [...frozen, twoWeeks()[1]]) {
      const leaves = leavesOf(content);
      expect(new Set(leaves.map(({ key }) => key)).size).toBe(leaves.length);
      expect(leaves.every(({ key }) => /^(team|(person|deal|said|note) \S+)$/.test(key))).toBe(true);
      expect(contentOf(leaves)).toEqual(content);
      expect(contentOf(JSON.parse(JSON.stringify(leaves)))).toEqual(content);
    }
  });

  it('refuse what has no team part, or another form', () => {
    expect(() => contentOf([])).toThrow('another version');
    expect(() => contentOf([{ key: 'team', value: { form: 2 } }])).toThrow('another version');
  });

  it('name no person but in their own part and in texts', () => {
    const leaves = leavesOf(twoWeeks()[1].content).filter(({ key }) => !/^(person|said|note) /.test(key));
    expect(JSON.stringify(leaves)).not.toMatch(/Ida|Holm|Tom|Reyes|Nora|Ana Berg/);
  });

  it('lose one part without the others: sums stand, and the sheet says what is gone', () => {
    const { content } = twoWeeks()[1];
    const left = contentOf(
      leavesOf(content).filter(({ key }) => !['person p1', 'deal birch', 'said birch', 'note 1'].includes(key)),
    );
    expect(left.team).toEqual(content.team);
    const document = sheetDocument(left, DRAFTED, 'en-GB');
    const bridge = rowsOf(document, 'bridge');
    expect(bridge).toContainEqual(['Decreased', 'a deal that was erased', '-40000 USD']);
    expect(textOf(document)).not.toContain('Birch');
    expect(rowsOf(document, 'deals').find(([name]) => name === 'Alder Works – sensors')?.[2]).toBe(ERASED_PERSON);
  });

  it('of the snapshot before may be erased: the bridge still starts where that ended', () => {
    const { input } = frozen[3] as Frozen;
    const { previous } = input;
    if (!previous) throw new Error('no snapshot before');
    const gone = previous.deals.flatMap(({ id, counted }) => (counted ? [`deal ${id}`] : [])).slice(0, 5);
    const left = contentOf(leavesOf(previous).filter(({ key }) => !gone.includes(key)));
    const bridges = (of: typeof previous) =>
      buildContent({ ...input, previous: of }).team.bridges.map(({ start, lines, end }) => ({
        start,
        end,
        moved: lines.reduce((sum, { money }) => sum + (money?.minor ?? 0), 0),
      }));
    expect(bridges(left)).toEqual(bridges(previous));
  });
});
