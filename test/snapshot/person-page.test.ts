import { beforeAll, describe, expect, it } from 'vitest';

import { personDocument } from '../../lib/snapshot/person-page.ts';
import { FORBIDDEN } from '../coaching/forbidden.ts';
import { usd } from '../coaching/make-history.ts';
import { recordTeam } from '../evaluate/record-team.ts';
import { linesOf, rowsOf, textOf } from './document-text.ts';
import { twoWeeks } from './make-content.ts';
import { type Frozen, freezeWeeks } from './sim-weeks.ts';

const DRAFTED = { kind: 'draft', week: { from: '2026-11-23', to: '2026-11-29' } } as const;

describe('a person’s own page', () => {
  const { content } = twoWeeks()[1];
  const ida = personDocument(content, 'p1', DRAFTED, 'en-GB');
  if (!ida) throw new Error('no page');

  it('says their quarter, what changed, what was promised and talked about, and what comes next', () => {
    expect(linesOf(ida, 'quarter')).toEqual([
      'Ida Holm: Q4 nothing closed, $60k commit, nothing best case, $100k pipeline.',
      'Your goal is $350k; $290k to go after closed and commit.',
    ]);
    expect(linesOf(ida, 'changes')).toEqual([
      'Alder Works – sensors: close date 10 Dec → 20 Jan, seen Wed 25 Nov',
      'Birch Works – sensors: amount $100,000 → $60,000, seen Wed 25 Nov',
      'Fir Works – sensors: stage Legal → Discovery, seen Wed 25 Nov',
    ]);
    expect(linesOf(ida, 'promises')[0]).toContain('1 promise of yours kept, 1 moved to another day, 1 open.');
    expect(linesOf(ida, 'talks')).toEqual([
      'Tue 24 Nov, on Alder Works – sensors; to try: Ask for a day',
      'We talk again on Tue 1 Dec.',
    ]);
    expect(linesOf(ida, 'next')[0]).toBe('Alder Works – sensors: Papers from Ana Berg, Wed 2 Dec');
    expect(rowsOf(ida, 'promises').map((row) => row.slice(1, 3))).toEqual([
      ['you', 'Send the papers'],
      ['Ana Berg', 'Redlines'],
      ['you', 'Call their lawyer'],
    ]);
  });

  it('holds nothing of the team’s figures, of the others, or of the manager’s lines', () => {
    const text = textOf(ida);
    expect(text).not.toMatch(/Tom|Reyes|Nora|Vale|Cedar|Dogwood|Elm|Ginkgo|Hazel/);
    expect(text).not.toMatch(/\$(540|565|600)k|Board moved|waits for their board/);
    expect(text).not.toMatch(/\d+ % hangs|points|score/i);
  });

  it('says what was not seen, and is none for somebody who is not in it', () => {
    const tom = personDocument(content, 'p2', DRAFTED, 'en-GB');
    expect(tom && linesOf(tom, 'seen')).toEqual([
      '2 of your 3 deals that are open seen this week; the one not seen for longest was last looked at Wed 18 Nov.',
    ]);
    expect(tom && linesOf(tom, 'quarter')[1]).toBe('No goal of yours is set.');
    expect(tom && linesOf(tom, 'quarter')[2]).toBe('Your call: $90k.');
    expect(personDocument(content, 'p9', DRAFTED, 'en-GB')).toBeNull();
  });

  it('names nobody else of ours who promised on their deals', () => {
    const said = content.said.map((part) => ({
      ...part,
      promises: part.promises.map((promise) => ({ ...promise, whose: 'p2', who: { id: 'p2' } })),
    }));
    const page = personDocument({ ...content, said }, 'p1', DRAFTED, 'en-GB');
    expect(page && rowsOf(page, 'promises').map((row) => row[1])).toEqual(['somebody']);
  });
});

describe('of a simulated team', () => {
  let frozen: Frozen[];
  beforeAll(() => {
    frozen = freezeWeeks(recordTeam(11, '2026-11-27'), '2026-11-27', 2, {
      goals: [
        {
          ...{ person: 'Ben Okafor', team: null, amount: usd(400_000) },
          period: { from: '2026-10-01', to: '2026-12-31' },
        },
      ],
    });
  });

  it('each page holds no name and no deal of the others, and words fit for its reader', () => {
    const { content } = frozen[1] as Frozen;
    expect(content.people.length).toBeGreaterThan(5);
    for (const { id, name } of content.people) {
      const page = personDocument(content, id, DRAFTED, 'en-GB');
      if (!page) throw new Error('no page');
      const text = textOf(page);
      for (const other of content.people) if (other.id !== id && other.name) expect(text).not.toContain(other.name);
      for (const deal of content.deals)
        if (deal.owner !== id && deal.name) expect(text).not.toContain(`"${deal.name}"`);
      expect(text).toContain(name);
      expect(text).not.toMatch(FORBIDDEN);
      expect(text).not.toMatch(/!|\bwell done\b/i);
      expect(rowsOf(page, 'your-deals').length).toBe(
        content.deals.filter(({ owner, handedOut }) => owner === id && !handedOut).length,
      );
    }
  });
});
