import { describe, expect, it } from 'vitest';
import { addDays, MONDAY_TO_FRIDAY } from '../../../lib/deal/day.ts';
import type { PastEntry, PastPart } from '../../../lib/deal/past.ts';
import { DEFAULT_EXITS, proofQuestion, withProofs } from '../../../lib/process/stage-exits.ts';
import { assessDeal } from '../../../lib/risk/assess.ts';
import { moment } from '../../history/make-history.ts';
import { EARLY, eur, historyOf, LATE, MID, noon, stage } from '../one-deal.ts';
import { act, judged, ON, signOf, stateOf, team } from './signs.ts';

const late = { [ON]: { stage: LATE } };

describe('stage left without its proof', () => {
  const [first = ''] = DEFAULT_EXITS.kinds.early;
  const asked = (answer: string) => ({ answers: { [proofQuestion('Qualified', first)]: answer } });

  it('comes on at a no, and says which proof of which stage', () => {
    expect(signOf('stage-unproven', late, asked('no'))).toMatchObject({
      ...{ state: 'on', observed: 1, facts: { left: 'Qualified', proof: first } },
    });
    expect(stateOf('stage-unproven', late, asked('yes'))).toBe('off');
  });

  it('holds nothing against a deal that nobody asked about', () => {
    expect(stateOf('stage-unproven', late)).toBe('unknown');
    expect(stateOf('stage-unproven', late, { answers: { budget: 'no' } })).toBe('unknown');
  });

  it('lets the user write the proofs of a stage, and take them back', () => {
    const own = withProofs(DEFAULT_EXITS, 'Demo', ['  They  came ', 'they came', '']);
    expect(own.stages).toEqual({ Demo: ['They came'] });
    expect(withProofs(own, 'demo', null).stages).toEqual({});
  });
});

describe('the checklist', () => {
  it('counts gaps among what was answered, never what was not asked', () => {
    expect(stateOf('qualification-gaps', late)).toBe('unknown');
    expect(stateOf('qualification-gaps', late, { answers: { budget: 'no' } })).toBe('off');
    expect(stateOf('qualification-gaps', late, { answers: { budget: 'no', need: 'unknown' } })).toBe('off');
    expect(signOf('qualification-gaps', late, { answers: { budget: 'no', need: 'partly' } })).toMatchObject({
      ...{ state: 'on', observed: 2, severity: 0 },
    });
  });

  it('knows of a competitor by a yes', () => {
    expect(stateOf('competitor', late, { answers: { competitor: 'yes' } })).toBe('on');
    expect(stateOf('competitor', late, { answers: { competitor: 'no' } })).toBe('off');
    expect(stateOf('competitor', late, { answers: { competitor: 'unknown' } })).toBe('unknown');
  });

  it('forgets what was answered too long ago, as if nobody had asked', () => {
    const answers = { budget: 'no', need: 'no', competitor: 'yes', 'decision maker': 'no' };
    const [fresh, faded] = [29, 30].map((days) => ({ answers, answeredOn: addDays(ON, -days) }));
    for (const name of ['qualification-gaps', 'competitor', 'no-decision-maker'] as const) {
      expect(stateOf(name, late, fresh), name).toBe('on');
      expect(stateOf(name, late, faded), name).toBe('unknown');
    }
  });
});

describe('the forecast against the evidence', () => {
  const commit = (said: object) => ({ [ON]: { stage: LATE, forecastCategory: 'Commit', ...said } });
  const bad = { closeDate: '2026-10-01', nextStep: { missing: 'empty' as const } };

  it('comes on with two families against it', () => {
    const seen = { '2026-10-20': commit(bad)[ON] ?? {}, ...commit(bad) };
    expect(signOf('commit-unproven', seen)).toMatchObject({ state: 'on', observed: 2, facts: { category: 'Commit' } });
    expect(stateOf('commit-unproven', commit({ closeDate: '2026-10-01' }))).toBe('off');
    expect(stateOf('commit-unproven', { [ON]: { ...seen[ON], forecastCategory: 'Best Case' } })).toBe('off');
  });
});

describe('the course of the stages', () => {
  it('shows a stage that was passed over, where the looks are near enough to tell', () => {
    const skip = { '2026-10-30': { stage: stage('Demo') }, [ON]: { stage: LATE } };
    expect(signOf('stage-skipped', skip)).toMatchObject({ state: 'on', points: 0, facts: { skipped: 'Proposal' } });
    expect(stateOf('stage-skipped', { '2026-10-20': { stage: stage('Demo') }, [ON]: { stage: LATE } })).toBe('off');
  });

  it('says of no stage that it was passed over which the page’s own history names', () => {
    const skip = { '2026-10-30': { stage: stage('Demo') }, [ON]: { stage: LATE } };
    const move = (day: string, from: string, to: string): PastEntry => ({
      ...{ kind: 'stage', day, from, to, evidence: { rule: '.move', raw: day } },
    });
    const [there, on] = [move('2026-10-31', 'Demo', 'Proposal'), move('2026-11-01', 'Proposal', LATE.label)];
    const parts: PastPart[] = ['stages'];
    expect(stateOf('stage-skipped', skip, { past: [move('2026-11-01', 'Demo', LATE.label)], parts })).toBe('on');
    expect(stateOf('stage-skipped', skip, { past: [there, on], parts })).toBe('off');
  });

  it('holds a move of many deals at once neither for nor against one of them', () => {
    const moved = historyOf({ '2026-10-30': { stage: MID }, [ON]: { stage: LATE } });
    const together = { ...moved, changes: moved.changes.map((row) => ({ ...row, together: 30 })) };
    const states = [moved, together].map((history) =>
      assessDeal(history, { moment: moment(noon(ON) + 1), calendar: MONDAY_TO_FRIDAY }).good.map(
        ({ signal }) => signal,
      ),
    );
    expect(states).toEqual([['moved-on'], []]);
  });

  it('remembers for a quarter that a deal was closed before', () => {
    const again = { '2026-10-20': { stage: stage('Lost') }, [ON]: { stage: MID } };
    expect(signOf('reopened', again)).toMatchObject({ state: 'on', facts: { openedOn: ON } });
    expect(stateOf('reopened', { ...again, '2027-02-10': { stage: MID } })).toBe('off');
    expect(stateOf('reopened', late)).toBe('off');
  });

  it('calls a deal old against twenty won ones, and not before', () => {
    const key = 'pipedrive\nlarkfield\n';
    const won = (count: number) => team({ wonAges: new Map([[key, { median: 40, count }]]) });
    const seen = (createdOn: string) => ({ [ON]: { stage: MID, createdOn } });
    expect(signOf('older-than-won', seen('2026-09-01'), { team: won(20) })).toMatchObject({
      state: 'on',
      observed: 1.5,
    });
    expect(stateOf('older-than-won', seen('2026-09-05'), { team: won(20) })).toBe('off');
    expect(stateOf('older-than-won', seen('2026-09-01'), { team: won(19) })).toBe('off');
    expect(signOf('older-than-won', seen('2026-01-01'), { team: won(20) })).toMatchObject({ severity: 1 });
    // Weeks later a list shows its amount alone: that it is still open was seen no later than before.
    const later = { ...seen('2026-09-05'), '2026-11-20': { amount: eur(9_000) } };
    expect(stateOf('older-than-won', later, { team: won(20) })).toBe('off');
    expect(stateOf('older-than-won', { ...later, '2026-11-20': { stage: MID } }, { team: won(20) })).toBe('on');
  });
});

describe('due this period', () => {
  it('marks an early deal that is due before the month ends', () => {
    const due = (closeDate: string, at = EARLY) => ({ [ON]: { stage: at, closeDate } });
    expect(stateOf('due-this-period', due('2026-11-30'))).toBe('on');
    expect(stateOf('due-this-period', due('2026-12-01'))).toBe('off');
    expect(stateOf('due-this-period', due('2026-11-30', MID))).toBe('off');
    expect(stateOf('due-this-period', due('2026-11-01'))).toBe('off');
  });
});

describe('next steps', () => {
  const at = (nextStep: string, more: object = {}) => ({ stage: LATE, nextStep, ...more });

  it('tells a step that names no deed, quietly', () => {
    for (const text of ['Follow up', 'call again next week', 'TBD', 'Nachfassen', '...']) {
      expect(stateOf('vague-step', { [ON]: at(text) }), text).toBe('dim');
    }
    for (const text of ['Ana sends redlines', 'Follow up on the security questionnaire', 'Call Ana about legal']) {
      expect(stateOf('vague-step', { [ON]: at(text) }), text).toBe('off');
    }
    expect(stateOf('vague-step', { [ON]: at('Follow up', { nextStepDue: '2026-11-05' }) })).toBe('off');
  });

  it('counts an unchanged step between two looks that showed it', () => {
    const looks = { '2026-10-20': at('Redlines'), [ON]: at('Redlines') };
    expect(signOf('step-unchanged', looks)).toMatchObject({ state: 'on', observed: 13, atLeast: true });
    expect(stateOf('step-unchanged', { '2026-10-26': at('Redlines'), [ON]: at('Redlines') })).toBe('off');
    const ahead = { nextStepDue: '2026-11-20' };
    expect(stateOf('step-unchanged', { '2026-10-20': at('Redlines', ahead), [ON]: at('Redlines', ahead) })).toBe('off');
  });

  it('marks a step that lies too far ahead', () => {
    expect(stateOf('step-too-far', { [ON]: at('Board', { nextStepDue: '2026-11-22' }) })).toBe('off');
    expect(stateOf('step-too-far', { [ON]: at('Board', { nextStepDue: '2026-11-23' }) })).toBe('on');
    expect(stateOf('step-too-far', { [ON]: at('Board 2026-12-24') })).toBe('on');
  });
});

describe('the first round figure', () => {
  it('is a quiet word two stages later, and gone once it was refined', () => {
    const course = (amount: number) => ({
      '2026-09-01': { stage: EARLY, amount: eur(40_000) },
      '2026-09-20': { stage: stage('Demo'), amount: eur(40_000) },
      [ON]: { stage: LATE, amount: eur(amount) },
    });
    expect(stateOf('amount-unrefined', course(40_000))).toBe('dim');
    expect(stateOf('amount-unrefined', course(41_250))).toBe('off');
  });
});

describe('why a date moved', () => {
  const date = (closeDate: string) => ({ stage: MID, closeDate });
  const looks = { '2026-10-01': date('2026-10-15'), '2026-10-14': date('2026-11-20'), [ON]: date('2026-12-20') };
  const factsAfter = (past: ReturnType<typeof act>[]) => {
    const on = signOf('pushed', looks, { past });
    return on?.state === 'on' ? on.facts : null;
  };

  it('names the days of each move, and a date that moved without any event', () => {
    expect(factsAfter([act('2026-09-01', 'buyer')])).toMatchObject({ each: '36, 30', diagnosis: 'never-real' });
  });

  it('tells a new event from that, and says nothing where acts cannot be seen', () => {
    const acts = [act('2026-10-12', 'buyer'), act('2026-10-30', 'buyer', 'New budget')];
    expect(factsAfter(acts)).toMatchObject({ diagnosis: 'new-event' });
    const unseen = signOf('pushed', looks);
    expect(unseen?.state === 'on' && unseen.facts.diagnosis).toBe(null);
  });
});

describe('good signs', () => {
  it('lower the score, each with its evidence, and are no reasons', () => {
    const past = [
      act('2026-10-30', 'buyer', 'Thanks'),
      act('2026-10-20', 'seller', 'Your offer'),
      act('2026-10-29', 'seller', 'Offer, version 2'),
    ];
    const promises = [{ settled: { as: 'kept' as const, at: Date.UTC(2026, 9, 30), reason: null } }];
    const moved = { '2026-10-28': { stage: stage('Proposal') }, [ON]: { stage: LATE } };
    const { good, on, score } = judged(moved, { past, promises });
    expect(good.map(({ signal }) => signal).sort()).toEqual([
      'buyer-acted',
      'moved-on',
      'offer-revised',
      'promise-kept',
    ]);
    expect(on).toEqual([]);
    expect(score.logOdds).toBeLessThan(score.base - 1);
    expect(score.shares.filter(({ why }) => why === 'strongest-of-family')).toHaveLength(1);
  });

  it('fade with the days', () => {
    expect(stateOf('buyer-acted', late, { past: [act('2026-10-25', 'buyer')] })).toBe('off');
    expect(stateOf('moved-on', { '2026-10-01': { stage: MID }, '2026-10-20': late[ON] ?? {}, ...late })).toBe('off');
    expect(stateOf('offer-revised', late, { past: [act('2026-10-20', 'seller', 'Your offer')] })).toBe('off');
  });
});
