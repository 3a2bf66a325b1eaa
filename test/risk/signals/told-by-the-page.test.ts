import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../lib/deal/day.ts';
import { MONDAY_TO_FRIDAY } from '../../../lib/deal/day.ts';
import type { PastEntry, PastPart } from '../../../lib/deal/past.ts';
import { assessDeal } from '../../../lib/risk/assess.ts';
import type { SignalName, SignalState } from '../../../lib/risk/types.ts';
import { moment } from '../../history/make-history.ts';
import { withPast } from '../../history/make-past.ts';
import { historyOf, LATE, type Looks, noon, stage } from '../one-deal.ts';

const ALL: PastPart[] = ['feed', 'stages', 'planned'];
const evidence = { rule: '.message', raw: 'that day' };
const mail = (day: Day): PastEntry => ({
  ...{ kind: 'event', day, what: 'email', side: 'seller', who: 'Mara', text: 'Offer sent', evidence },
});
const move = (day: Day, to = LATE.label): PastEntry => ({ kind: 'stage', day, from: 'Demo', to, evidence });

function stateOf(name: SignalName, looks: Looks, entries: PastEntry[], on: Day, parts = ALL): SignalState | undefined {
  const history = withPast(historyOf(looks), { at: noon(on), entries, parts });
  const { signals } = assessDeal(history, { moment: moment(noon(on) + 1), calendar: MONDAY_TO_FRIDAY });
  return signals.find(({ signal }) => signal === name);
}

describe('no activity, told by the feed', () => {
  const looks = { '2026-11-02': { stage: LATE } };

  it('comes on at the limit, resting on the line that was last', () => {
    expect(stateOf('no-activity', looks, [mail('2026-10-20')], '2026-11-02')?.state).toBe('off');
    const on = stateOf('no-activity', looks, [mail('2026-10-01'), mail('2026-09-01')], '2026-11-02');
    expect(on).toMatchObject({ state: 'on', observed: 32, facts: { lastActivity: '2026-10-01' } });
    expect(on?.state === 'on' && on.evidence[0]?.evidence.raw).toContain('Offer sent');
  });

  it('is unknown without a feed, and where not all of it was understood', () => {
    expect(stateOf('no-activity', looks, [], '2026-11-02')?.state).toBe('unknown');
    expect(stateOf('no-activity', looks, [mail('2026-10-01')], '2026-11-02', ['stages'])?.state).toBe('unknown');
  });

  it('stops its clock where the feed was seen last', () => {
    const history = withPast(historyOf({ ...looks, '2026-11-20': { name: 'L' } }), {
      at: noon('2026-11-02'),
      entries: [mail('2026-10-01')],
      parts: ALL,
    });
    const { signals } = assessDeal(history, { moment: moment(noon('2026-11-20')), calendar: MONDAY_TO_FRIDAY });
    expect(signals.find(({ signal }) => signal === 'no-activity')?.state).toBe('unknown');
  });
});

describe('stalled, told by the stage history', () => {
  const looks = { '2026-11-02': { stage: LATE } };

  it('counts from the day of the move and rests on its line, on the first look', () => {
    const on = stateOf('stalled', looks, [move('2026-10-01')], '2026-11-02');
    expect(on).toMatchObject({ state: 'on', observed: 32, atLeast: false, facts: { since: '2026-10-01' } });
    expect(on?.state === 'on' && on.evidence.at(-1)?.evidence.raw).toContain(`Demo → ${LATE.label}`);
    expect(stateOf('stalled', looks, [], '2026-11-02')?.state).toBe('off');
  });

  it('is not moved by a history that contradicts what was seen', () => {
    const seen = {
      '2026-09-28': { stage: stage('Demo') },
      '2026-09-29': { stage: LATE },
      '2026-11-02': { stage: LATE },
    };
    for (const day of ['2026-08-01', '2026-10-20']) {
      expect(stateOf('stalled', seen, [move(day)], '2026-11-02')).toMatchObject({ observed: 34 });
    }
  });

  it('is not moved by the way into another stage', () => {
    expect(stateOf('stalled', looks, [move('2026-10-01', 'Proposal')], '2026-11-02')?.state).toBe('off');
  });
});

describe('stage back, told by the stage history', () => {
  const back = (day: Day): PastEntry => ({ kind: 'stage', day, from: LATE.label, to: 'Demo', evidence });
  const firstSeen = { '2026-11-02': { stage: stage('Demo') } };

  it('knows of a fall before the deal was first seen, by its line', () => {
    const on = stateOf('stage-back', firstSeen, [back('2026-10-26')], '2026-11-02');
    expect(on).toMatchObject({
      state: 'on',
      facts: { from: LATE.label, to: 'Demo', steps: 2, movedOn: '2026-10-26', told: true },
    });
    expect(on?.state === 'on' && on.evidence.at(-1)?.evidence.raw).toContain(`${LATE.label} → Demo`);
    expect(stateOf('stage-back', firstSeen, [], '2026-11-02')?.state).toBe('off');
  });

  it('says nothing of a fall that was made good, or undone within two working days', () => {
    const up = (day: Day): PastEntry => ({ kind: 'stage', day, from: 'Demo', to: LATE.label, evidence });
    const looks = { '2026-11-02': { stage: LATE } };
    expect(stateOf('stage-back', looks, [back('2026-10-19'), up('2026-10-26')], '2026-11-02')?.state).toBe('off');
    expect(stateOf('stage-back', looks, [back('2026-10-26')], '2026-11-02')?.state).toBe('off');
    const detour = [up('2026-10-26'), back('2026-10-27')];
    expect(stateOf('stage-back', firstSeen, detour, '2026-11-02')?.state).toBe('off');
  });

  it('takes the day of a fall that was seen from the line about it, between the looks alone', () => {
    const seen = {
      '2026-10-12': { stage: LATE },
      '2026-10-26': { stage: stage('Demo') },
      '2026-10-29': { stage: stage('Demo') },
    };
    const movedOn = (day: Day) => stateOf('stage-back', seen, [back(day)], '2026-10-29');
    expect(movedOn('2026-10-20')).toMatchObject({ facts: { movedOn: '2026-10-20', told: true } });
    expect(movedOn('2026-10-05')).toMatchObject({ facts: { movedOn: '2026-10-26', told: false } });
    expect(movedOn('2026-10-28')).toMatchObject({ facts: { movedOn: '2026-10-26', told: false } });
  });
});

it('looks ahead in no history: what is told later, or lies later, changes nothing as of before', () => {
  const label = fc.constantFrom('Lead', 'Demo', 'Proposal', LATE.label);
  const days: Day[] = [
    '2026-08-10',
    '2026-09-01',
    '2026-09-20',
    '2026-10-01',
    '2026-10-20',
    '2026-11-05',
    '2026-11-20',
  ];
  const entry = fc
    .record({ day: fc.constantFrom(...days), from: label, to: label })
    .map((said): PastEntry => ({ kind: 'stage', ...said, evidence }));
  const asOf = noon('2026-11-02') + 1;
  const assess = (looks: Looks, ...said: { at: number; entries: PastEntry[] }[]) =>
    assessDeal(withPast(historyOf(looks), ...said), {
      moment: moment(asOf),
      calendar: MONDAY_TO_FRIDAY,
    }).signals.filter(({ signal }) => signal === 'stage-back' || signal === 'stalled');
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 5 }),
      fc.array(entry, { maxLength: 5 }),
      label,
      label,
      (now, later, a, b) => {
        const looks = {
          '2026-08-20': { stage: stage(a) },
          '2026-10-05': { stage: stage(b) },
          '2026-11-02': { stage: stage(b) },
        };
        const read = { at: noon('2026-11-02'), entries: now };
        const known = { ...read, entries: now.filter((one) => 'day' in one && one.day <= '2026-11-02') };
        expect(assess(looks, read, { at: asOf + 1, entries: later })).toEqual(assess(looks, known));
      },
    ),
    { numRuns: 400 },
  );
});
