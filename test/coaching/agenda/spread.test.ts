import { expect, it } from 'vitest';
import { coachingSpread } from '../../../lib/coaching/agenda/spread.ts';
import { speakerAt } from '../../../lib/coaching/words/dates.ts';
import { talk } from '../../deal/make-talk.ts';
import { at } from '../make-history.ts';
import { ended, NOW, ROSTER } from './make-agenda.ts';

const spread = (talks: Parameters<typeof coachingSpread>[1], people = ROSTER) =>
  coachingSpread(people, talks, NOW, speakerAt(NOW.asOf, NOW.timeZone, 'en-GB'));

it('says how often each was talked with in 90 days, the last day and the next, in the order of the roster', () => {
  const talks = [
    ended('2026-06-01', { person: 'Ben Okoro' }),
    ...['2026-10-02', '2026-10-16', '2026-10-30'].map((on) => ended(on, { person: 'Ben Okoro', nextOn: '2026-11-13' })),
    ended('2026-10-09', { nextOn: '2026-10-23' }),
  ];
  expect(spread(talks).map(({ person, text }) => [person, text])).toEqual([
    ['Kim Olsen', '1 talk · last Fri 9 Oct'],
    ['Ben Okoro', '3 talks · last Fri 30 Oct · next Fri 13 Nov'],
  ]);
  expect(spread([ended('2026-06-01')])[0]?.text).toBe('no talk in 90 days · last 1 Jun');
  expect(spread(talks, [...ROSTER].reverse()).map(({ person }) => person)).toEqual(['Ben Okoro', 'Kim Olsen']);
});

it('counts no talk that goes on or lies ahead, and says that one goes on', () => {
  const open = talk({ on: '2026-11-06', startedAt: at('2026-11-06'), nextOn: '2026-11-20' });
  expect(spread([open, ended('2026-11-09')])[0]).toMatchObject({
    talks: 0,
    lastOn: null,
    text: 'no talk yet · next Fri 20 Nov · one goes on',
  });
});
