import { describe, expect, it } from 'vitest';
import { dueSteps } from '../../../lib/coaching/reminders/due-steps.ts';
import type { DealPromise } from '../../../lib/deal/promise.ts';
import type { DealHistory } from '../../../lib/history/types.ts';
import { courierLine } from '../../../lib/process/courier-line.ts';
import { at, CALM, historyOf, type Look, moment } from '../make-history.ts';

const KIM = { me: ['Kim Olsen', 'kolsen'], morning: '08:30' };
const NOW = moment('2026-11-12');

/** A deal of Kim's, as its page looked on 10 November. */
const deal = (said: Partial<Look> = {}, promises: Partial<DealPromise>[] = [], more = {}) =>
  historyOf([{ on: '2026-11-10', ...CALM, name: 'Fernhill rollout', nextStep: null, nextStepDue: null, ...said }], {
    promises,
    ...more,
  });

const stepsOf = (history: DealHistory, settings = KIM, now = NOW) =>
  dueSteps([history], settings, now).map(({ what, by, promise }) => [what, by, promise === null ? 'crm' : 'promise']);

const planned = (what: string, due: string | null, owner: string | null) => ({
  row: {
    deal: 'deal-1',
    key: what,
    entry: { kind: 'planned' as const, what, due, owner, evidence: { rule: '.planned', raw: what } },
    seenAt: at('2026-11-10'),
    lastSeenAt: at('2026-11-10'),
    recordedAt: at('2026-11-10'),
  },
});

function withPlanned(history: DealHistory, entries: ReturnType<typeof planned>[]): DealHistory {
  const look = { deal: 'deal-1', at: at('2026-11-10'), recordedAt: at('2026-11-10'), parts: ['planned' as const] };
  const standing = entries.map(({ row }) => row.key);
  return { ...history, past: { rows: entries.map(({ row }) => row), looks: [{ ...look, standing }] } };
}

describe('promises', () => {
  const ours = { what: 'Send the prices', who: 'Kim Olsen', side: 'ours' as const, by: '2026-11-13' };

  it('are the user’s under any of their names, and nobody else’s', () => {
    expect(stepsOf(deal({}, [ours]))).toEqual([['Send the prices', '2026-11-13', 'promise']]);
    for (const who of ['Olsen, Kim', 'kolsen', 'We']) expect(stepsOf(deal({}, [{ ...ours, who }]))).toHaveLength(1);
    expect(stepsOf(deal({}, [{ ...ours, who: 'Joss Hale' }]))).toEqual([]);
    expect(stepsOf(deal({}, [{ ...ours, who: 'Joss Hale' }]), { ...KIM, me: [] })).toHaveLength(1);
  });

  it('of a manager stand on other people’s deals, and the rep’s own on theirs are not the manager’s', () => {
    const both = deal({}, [ours, { ...ours, what: 'Call their sponsor', who: 'Dana Reyes', by: '2026-11-14' }]);
    expect(stepsOf(both, { ...KIM, me: ['Dana Reyes'] })).toEqual([['Call their sponsor', '2026-11-14', 'promise']]);
    expect(stepsOf(both)).toEqual([['Send the prices', '2026-11-13', 'promise']]);
  });

  it('of the buyer are waited for on own deals alone', () => {
    const theirs = { ...ours, side: 'theirs' as const, who: 'Ana Sousa' };
    expect(stepsOf(deal({}, [theirs]))).toHaveLength(1);
    expect(stepsOf(deal({ owner: 'Joss Hale' }, [theirs]))).toEqual([]);
    expect(stepsOf(deal({ owner: 'Joss Hale' }, [{ ...theirs, remindAt: at('2026-11-13', 10) }]))).toHaveLength(1);
  });

  it('are due at the start of the working day in the user’s zone, or at their alarm', () => {
    const zone = { ...NOW, timeZone: 'America/St_Johns' };
    expect(dueSteps([deal({}, [ours])], KIM, zone)[0]?.dueAt).toBe(Date.parse('2026-11-13T12:00:00Z'));
    const remindAt = at('2026-11-13', 15);
    expect(dueSteps([deal({}, [{ ...ours, remindAt }])], KIM, zone)[0]).toMatchObject({ dueAt: remindAt, remindAt });
  });

  it('that are settled or were not made yet are none', () => {
    const settled = { as: 'kept' as const, at: at('2026-11-11'), reason: null };
    expect(stepsOf(deal({}, [{ ...ours, settled }]))).toEqual([]);
    expect(stepsOf(deal({}, [{ ...ours, madeAt: at('2026-11-20') }]))).toEqual([]);
  });
});

describe('what stands in the CRM', () => {
  it('is a step of its owner, with the look that it rests on', () => {
    const history = deal({ nextStep: 'Demo for their plant', nextStepDue: '2026-11-11' });
    expect(dueSteps([history], KIM, NOW)).toMatchObject([
      { what: 'Demo for their plant', by: '2026-11-11', promise: null, seenOn: '2026-11-10', name: 'Fernhill rollout' },
    ]);
    expect(stepsOf(history, { ...KIM, me: ['Joss Hale'] })).toEqual([]);
    expect(stepsOf(history, { ...KIM, me: [] })).toEqual([]);
  });

  it('counts planned activities, each by its own owner, and one that is the next step too once', () => {
    const history = withPlanned(deal({ nextStep: 'Call Priya', nextStepDue: '2026-11-13' }), [
      planned('Call Priya', '2026-11-13', null),
      planned('Site visit', '2026-11-14', 'Olsen, Kim'),
      planned('Legal review', '2026-11-14', 'Joss Hale'),
      planned('Some day', null, null),
    ]);
    expect(stepsOf(history)).toEqual([
      ['Call Priya', '2026-11-13', 'crm'],
      ['Site visit', '2026-11-14', 'crm'],
    ]);
    expect(stepsOf(history, { ...KIM, me: ['Joss Hale'] })).toEqual([]);
  });

  it('is one thing with the promise that it carries, by its line or by its text and day', () => {
    const promise = { what: 'Redlines', who: 'Ana', side: 'theirs' as const, by: '2026-11-14', proof: 'mail' };
    const line = courierLine(promise, 'de');
    expect(stepsOf(deal({ nextStep: line }, [promise]))).toEqual([['Redlines', '2026-11-14', 'promise']]);
    expect(stepsOf(deal({ nextStep: line }, [{ ...promise, by: '2026-11-16' }]))).toHaveLength(1);
    expect(stepsOf(deal({ nextStep: '  redlines', nextStepDue: '2026-11-14' }, [promise]))).toHaveLength(1);
    expect(stepsOf(withPlanned(deal({}, [promise]), [planned('redlines', '2026-11-14', null)]))).toHaveLength(1);
    expect(stepsOf(deal({ nextStep: 'Redlines', nextStepDue: '2026-11-20' }, [promise]))).toHaveLength(2);
  });

  it('carries a manager’s own promise to the manager, on whosever deal', () => {
    const line = courierLine({
      what: 'Ring their CFO',
      who: 'Dana Reyes',
      side: 'ours',
      by: '2026-11-14',
      proof: null,
    });
    expect(stepsOf(deal({ nextStep: line }), { ...KIM, me: ['Dana Reyes'] })).toEqual([
      ['Ring their CFO', '2026-11-14', 'crm'],
    ]);
    expect(stepsOf(deal({ nextStep: line }))).toEqual([]);
  });

  it('lapses two weeks after its day, while a promise stands', () => {
    const history = deal({ nextStep: 'Demo', nextStepDue: '2026-11-11' }, [
      { what: 'Send the prices', who: 'We', side: 'ours', by: '2026-11-11' },
    ]);
    expect(stepsOf(history, KIM, moment('2026-11-25'))).toHaveLength(2);
    expect(stepsOf(history, KIM, moment('2026-11-26'))).toEqual([['Send the prices', '2026-11-11', 'promise']]);
  });

  it('has a key of its own that holds nothing of its text and stays the same', () => {
    const key = (nextStep: string) => dueSteps([deal({ nextStep, nextStepDue: '2026-11-14' })], KIM, NOW)[0]?.key ?? '';
    expect(key('Call Priya')).toMatch(/^deal-1 2026-11-14 \d+$/);
    expect(key('Call  priya')).toBe(key('Call Priya'));
    expect(key('Call Ana')).not.toBe(key('Call Priya'));
  });
});

describe('a deal that rests', () => {
  const ours = { what: 'Send the prices', who: 'Kim Olsen', side: 'ours' as const, by: '2026-11-13' };
  const theirs = { what: 'Redlines', who: 'Ana', side: 'theirs' as const, by: '2026-11-13' };
  const step = { nextStep: 'Demo', nextStepDue: '2026-11-13' };
  const left = [['Send the prices', '2026-11-13', 'promise']];

  it('keeps our own word under an agreed wait and leaves out the rest until it ends', () => {
    const history = deal(step, [ours, theirs], { waits: [{ until: '2026-12-02' }] });
    expect(stepsOf(history)).toEqual(left);
    expect(stepsOf(deal(step, [ours, theirs], { waits: [{ endedAt: at('2026-11-11') }] }))).toHaveLength(3);
  });

  it('does so while it is quiet, and once it is closed', () => {
    const prompts = [{ kind: 'snoozed' as const, at: at('2026-11-11'), until: '2026-11-16' }];
    expect(stepsOf(deal(step, [ours, theirs], { prompts }))).toEqual(left);
    expect(stepsOf(deal({ ...step, outcome: 'lost' }, [ours, theirs]))).toEqual(left);
  });
});
