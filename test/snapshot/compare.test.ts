import { beforeAll, describe, expect, it } from 'vitest';
import { compared } from '../../lib/snapshot/compare/compared.ts';
import { figureDifferences } from '../../lib/snapshot/compare/figures.ts';
import { compareDocument } from '../../lib/snapshot/compare.ts';
import type { SnapshotContent } from '../../lib/snapshot/content.ts';
import { maskContents } from '../../lib/snapshot/mask.ts';
import { recordTeam } from '../evaluate/record-team.ts';
import { linesOf, rowsOf } from './document-text.ts';
import { twoWeeks } from './make-content.ts';
import { type Frozen, freezeWeeks } from './sim-weeks.ts';

describe('two snapshots', () => {
  const [first, now] = twoWeeks().map(({ content }) => content) as [SnapshotContent, SnapshotContent];
  const document = compareDocument(first, now, 'en-GB');

  it('are compared figure by figure, currency by currency', () => {
    expect(document.title).toBe('20 November 2026 and 27 November 2026 compared');
    expect(linesOf(document, 'figures')).toEqual([
      'Q4 call $540k of $600k; $60k short; last week’s call $565k.',
      'The call went from $565k to $540k, $25k down.',
    ]);
    const figures = rowsOf(document, 'figures');
    expect(figures).toContainEqual(['Call', '565000 USD', '540000 USD', '-25000 USD']);
    expect(figures).toContainEqual(['Closed', '0 USD', '40000 USD', '40000 USD']);
    expect(figures).toContainEqual(['Open and due', '0 EUR', '30000 EUR', '30000 EUR']);
    expect(figures).toContainEqual(['Gap', '220000 USD', '485000 USD', '265000 USD']);
  });

  it('say which deals entered, left and moved, from what to what', () => {
    expect(linesOf(document, 'deals')).toEqual(['1 deal entered, 2 left, 3 moved.']);
    const deals = rowsOf(document, 'deals').map((row) => row.slice(0, 5));
    expect(deals).toContainEqual(['Alder Works – sensors', 'Moved', 'Close date', '10 Dec', '20 Jan']);
    expect(deals).toContainEqual(['Birch Works – sensors', 'Moved', 'Amount', '$100,000', '$60,000']);
    expect(deals).toContainEqual(['Cedar Works – sensors', 'Left', 'Won or lost', 'open', 'won']);
    expect(deals).toContainEqual(['Elm Works – sensors', 'Entered', null, null, null]);
    expect(deals.map(([name]) => name)).not.toContain('Ginkgo Works – sensors');
  });

  it('say which promises are new, kept or moved', () => {
    expect(linesOf(document, 'promises')).toEqual([
      '1 promise not known before; 1 kept, 0 moved to another day since.',
    ]);
    expect(rowsOf(document, 'promises').map((row) => row.slice(1, 5))).toEqual([
      ['Ida Holm', 'Send the papers', 'open', 'kept'],
      ['Ana Berg', 'Redlines', null, 'open'],
    ]);
  });

  it('are the same whichever comes first, and differ in nothing from themselves', () => {
    expect(compareDocument(now, first, 'en-GB')).toEqual(document);
    const same = compared(now, now);
    expect([same.deals, same.promises]).toEqual([[], []]);
    expect(figureDifferences(now.team, now.team).every(({ by }) => by === null || by.minor === 0)).toBe(true);
  });

  it('know a person by name where ids were not carried on', () => {
    const swapped = JSON.parse(
      JSON.stringify(now).replaceAll('"p1"', '"px"').replaceAll('"p2"', '"p1"').replaceAll('"px"', '"p2"'),
    ) as SnapshotContent;
    const people = { ...swapped, people: swapped.people.toReversed() };
    expect(compared(first, people).deals).toEqual(compared(first, now).deals);
    expect(rowsOf(compareDocument(first, people, 'en-GB'), 'people')).toContainEqual([
      ...['Ida Holm', 'Commit', '300000 USD', '60000 USD', '-240000 USD'],
    ]);
  });

  it('masked in one go are compared as they would be with their names', () => {
    const [one, other] = maskContents([first, now], { names: 'masked', amounts: 'kept' }) as [
      SnapshotContent,
      SnapshotContent,
    ];
    const kinds = (document: ReturnType<typeof compareDocument>) => rowsOf(document, 'deals').map((row) => row[1]);
    expect(kinds(compareDocument(one, other, 'en-GB'))).toEqual(kinds(document));
  });
});

describe('of a simulated team', () => {
  let frozen: Frozen[];
  beforeAll(() => {
    frozen = freezeWeeks(recordTeam(11, '2026-11-27'), '2026-11-27', 9);
  });

  it('any two differ by the deals that are open in one of them alone', () => {
    const openIn = ({ team }: Frozen) =>
      new Set(team.deals.filter(({ outcome }) => outcome === 'open').map(({ id }) => id));
    for (const [from, to] of [
      [0, 8],
      [2, 3],
      [5, 1],
    ] as const) {
      const [one, other] = [frozen[Math.min(from, to)], frozen[Math.max(from, to)]] as [Frozen, Frozen];
      const [was, is] = [openIn(one), openIn(other)];
      const { deals } = compared(one.content, other.content);
      const of = (kind: string) => deals.flatMap((each) => (each.kind === kind ? [each.deal] : [])).sort();
      expect(of('entered')).toEqual([...is].filter((id) => !was.has(id)).sort());
      expect(of('left')).toEqual([...was].filter((id) => !is.has(id)).sort());
    }
    const turned = compareDocument(frozen[0]?.content as SnapshotContent, frozen[8]?.content as SnapshotContent, 'de');
    expect(turned.sheet[0]?.blocks.length).toBeGreaterThan(0);
  });
});
