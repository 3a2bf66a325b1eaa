import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../lib/deal/money.ts';
import { foldLabel } from '../../lib/deal/same-value.ts';
import { compareDocument } from '../../lib/snapshot/compare.ts';
import type { SnapshotContent } from '../../lib/snapshot/content.ts';
import { maskContents } from '../../lib/snapshot/mask.ts';
import { personDocument } from '../../lib/snapshot/person-page.ts';
import { sheetDocument } from '../../lib/snapshot/sheet.ts';
import { historyOf, type Look, stage } from '../coaching/make-history.ts';
import { rowsOf, textOf } from './document-text.ts';
import { twoWeeks } from './make-content.ts';
import { freezeWeeks } from './sim-weeks.ts';

const DRAFTED = { kind: 'draft', week: { from: '2026-11-23', to: '2026-11-29' } } as const;
const FROZEN = { ...DRAFTED, kind: 'frozen', frozenAt: 1, reviewed: true, by: 'Nora Vale', root: 'ab' } as const;
const NAMES =
  /\b(Ida|Holm|Tom|Reyes|Nora|Vale|Ana|Berg|Alder|Birch|Cedar|Dogwood|Elm|Fir|Ginkgo|Hazel|alder|birch|cedar|acme)\b/;
const mask = (content: SnapshotContent, how: Parameters<typeof maskContents>[1]) =>
  maskContents([content], how)[0] as SnapshotContent;

/** Every amount of money anywhere in it. */
function amountsIn(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'minor' in value && typeof value.minor === 'number' ? [value.minor] : [];
  return [...own, ...Object.values(value).flatMap(amountsIn)];
}

describe('a masked content', () => {
  const { content } = twoWeeks()[1];

  it('keeps all where nothing is to be masked', () => {
    expect(mask(content, { names: 'kept', amounts: 'kept' })).toEqual(content);
  });

  it('names the same thing by the same mask wherever it stands', () => {
    const masked = mask(content, { names: 'masked', amounts: 'kept' });
    const document = sheetDocument(masked, DRAFTED, 'en-GB');
    expect(rowsOf(document, 'who-brings-what').map(([name]) => name)).toEqual(['Person 1', 'Person 2']);
    expect(rowsOf(document, 'deals')[0]?.slice(0, 3)).toEqual(['Deal 1', 'Account 1', 'Person 1']);
    expect(rowsOf(document, 'five-moves')[0]?.slice(0, 2)).toEqual(['Deal 1', 'Put off']);
    expect(rowsOf(document, 'bridge')).toContainEqual(['Put off beyond the quarter', 'Deal 1', '-100000 USD']);
    // A buyer who said the date and who promised is one and the same.
    const said = rowsOf(document, 'deals')[1]?.[6];
    expect(said).toMatch(/^Person \d+, 19 Nov$/);
    expect(`${rowsOf(document, 'promises')[1]?.[1]}, 19 Nov`).toBe(said);
    expect(document.footer).toContain('Names are masked.');
  });

  it.each(['masked', 'out'] as const)('with names %s holds none, in no document', (names) => {
    const [first, now] = maskContents(
      twoWeeks().map((week) => week.content),
      { names, amounts: 'kept' },
    ) as [SnapshotContent, SnapshotContent];
    const texts = [
      JSON.stringify([first, now]),
      textOf(sheetDocument(now, FROZEN, 'en-GB')),
      textOf(compareDocument(first, now, 'en-GB')),
      ...now.people.map(({ id }) => JSON.stringify(personDocument(now, id, DRAFTED, 'en-GB'))),
    ];
    for (const text of texts) expect(text).not.toMatch(NAMES);
    expect(now.team.sums).toEqual(content.team.sums);
    if (names === 'out') expect(texts.join('')).not.toMatch(/Person \d|Deal \d|Account \d/);
  });

  it('without amounts holds none, and says no sum', () => {
    const [first, now] = maskContents(
      twoWeeks().map((week) => week.content),
      { names: 'kept', amounts: 'out' },
    ) as [SnapshotContent, SnapshotContent];
    const documents = [
      sheetDocument(now, DRAFTED, 'en-GB'),
      compareDocument(first, now, 'en-GB'),
      ...now.people.flatMap(({ id }) => personDocument(now, id, DRAFTED, 'en-GB') ?? []),
    ];
    expect(amountsIn([first, now])).toEqual([]);
    expect(documents.flatMap((document) => amountsIn(document))).toEqual([]);
    const text = documents.map(textOf).join('\n');
    expect(text).not.toMatch(/[$€£]|\bUSD\b.*\d{3}|\d{2,3},000|\d+k\b/);
    expect(text).not.toContain('nothing closed');
    expect(text).toContain('Alder Works – sensors');
    expect(text).toContain('Put off');
  });

  it('takes an amount out of names and own words that tell it', () => {
    const telling = {
      ...content,
      deals: content.deals.map((deal) => ({ ...deal, name: 'Renewal 100,000 in phase 2', stage: 'Won at 60000.00' })),
      notes: [{ kind: 'sentence' as const, text: 'We lost 25k.' }],
    };
    const masked = mask(telling, { names: 'kept', amounts: 'out' });
    expect(new Set(masked.deals.map(({ name }) => name))).toEqual(new Set(['Renewal … in phase 2']));
    expect(masked.deals[0]?.stage).toBe('Won at …');
    expect(masked.notes).toEqual([{ kind: 'sentence', text: '' }]);
  });

  it('of any team tells no name and no amount, wherever a page had it', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 0, maxLength: 12 });
    const name = word.map((text) => `Qz${text.replace(/[\s\p{C}]/gu, '')}xv`);
    const amount = fc.integer({ min: 1_234_567, max: 98_765_432 });
    const look = fc.record({
      name,
      account: name,
      owner: name,
      nextStep: fc.tuple(word, name, amount).map(([text, who, sum]) => `${text} ${who} ${sum}`),
      label: fc.constantFrom('Legal' as const, 'name' as const, 'account' as const, 'owner' as const),
      sum: amount,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(look, look), { minLength: 1, maxLength: 4 }), (all) => {
        const histories = all.map(([then, now], at) => {
          const looks = [then, now].map(
            ({ label, sum, ...said }, week): Look => ({
              ...{ ...said, on: week === 0 ? '2026-11-18' : '2026-11-25', closeDate: '2026-12-10' },
              ...{ stage: stage(label === 'Legal' ? label : said[label]), amount: money(sum, 'USD') },
            }),
          );
          const promises = [{ who: then.owner, what: now.nextStep, side: 'ours' as const, by: '2026-12-01' }];
          return historyOf(looks, { id: `deal-${at}-uuid`, promises });
        });
        const contents = freezeWeeks(histories, '2026-11-27', 2).map(({ content }) => content);
        const masked = maskContents(contents, { names: 'masked', amounts: 'out' });
        const said = foldLabel(JSON.stringify(masked));
        for (const { name, account, owner, sum } of all.flat()) {
          for (const one of [name, account, owner]) expect(said).not.toContain(foldLabel(one));
          expect(said.replace(/[^\d]+/g, ' ').split(' ')).not.toContain(`${sum}`);
        }
        expect(amountsIn(masked)).toEqual([]);
        for (const content of masked)
          expect(foldLabel(textOf(sheetDocument(content, DRAFTED, 'en-GB')))).not.toContain('qz');
      }),
      { numRuns: 60 },
    );
  });
});
