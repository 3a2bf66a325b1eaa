import { describe, expect, it } from 'vitest';
import type { PastEntry } from '../../lib/deal/past.ts';
import type { DealPromise } from '../../lib/deal/promise.ts';
import { PAGE_PROOFS, provingField } from '../../lib/process/page-proof.ts';
import { promiseState } from '../../lib/process/promise-state.ts';
import { moment } from '../history/make-history.ts';
import { withPast } from '../history/make-past.ts';
import { historyOf, type Looks, noon, promise, STAGES, stage } from '../risk/one-deal.ts';

/** Made on Monday 2 November, due on Friday the 13th, asked on a day in the afternoon. */
function state(part: Partial<DealPromise>, looks: Looks, on: string, knownOn = on) {
  return promiseState(promise(part), historyOf(looks), moment(noon(on) + 3_600_000, noon(knownOn) + 3_600_000));
}

const made = { '2026-11-02': { stage: stage('Demo'), nextStep: 'Call Ana', closeDate: '2026-12-18' } };

describe('promiseState', () => {
  it('is open until its day', () => {
    expect(state({}, made, '2026-11-12')).toBe('open');
  });

  it('is due on its day once the deal was looked at that day, and open until then', () => {
    expect(state({}, made, '2026-11-13')).toBe('open');
    expect(state({}, { ...made, '2026-11-13': { name: 'Larkfield' } }, '2026-11-13')).toBe('due');
  });

  it('is due but not checked when its day has passed without a later look', () => {
    expect(state({}, made, '2026-11-14')).toBe('due-not-checked');
    expect(state({}, made, '2027-03-01')).toBe('due-not-checked');
    // A look on the day itself cannot tell: the day was not over.
    expect(state({}, { ...made, '2026-11-13': { name: 'Larkfield' } }, '2026-11-16')).toBe('due-not-checked');
  });

  it('is due after a look that came later, however late, while only a person can tell', () => {
    expect(state({}, { ...made, '2026-11-16': { name: 'Larkfield' } }, '2026-11-16')).toBe('due');
    expect(state({}, { ...made, '2027-02-01': { name: 'Larkfield' } }, '2027-02-01')).toBe('due');
  });

  it('is what was said by a click, from that moment on', () => {
    for (const as of ['kept', 'missed', 'dropped'] as const) {
      const settled = { as, at: noon('2026-11-10'), reason: null };
      expect(state({ settled }, made, '2026-11-09')).toBe('open');
      expect(state({ settled }, made, '2026-11-10')).toBe(as);
    }
  });

  it('is kept when the page shows the proof: the stage reached', () => {
    const part = { proof: 'stage: Proposal' };
    expect(state(part, { ...made, '2026-11-09': { stage: stage('Proposal') } }, '2026-11-09')).toBe('kept');
    expect(state(part, { ...made, '2026-11-09': { stage: stage('Legal') } }, '2026-11-09')).toBe('kept');
    expect(state(part, { ...made, '2026-11-09': { stage: stage('Qualified') } }, '2026-11-09')).toBe('open');
    expect(state({ proof: 'proposal' }, { ...made, '2026-11-09': { stage: stage('Proposal') } }, '2026-11-09')).toBe(
      'kept',
    );
  });

  it('is kept when the page shows a new next step, but not for its own line pasted there', () => {
    const part = { proof: PAGE_PROOFS.nextStep };
    expect(state(part, { ...made, '2026-11-09': { nextStep: 'Contract to Priya' } }, '2026-11-09')).toBe('kept');
    expect(state(part, { ...made, '2026-11-09': { nextStep: { missing: 'empty' } } }, '2026-11-09')).toBe('open');
    const own = 'Ana (buyer): redlines by 13 Nov 2026; proof: new next step';
    expect(state(part, { ...made, '2026-11-09': { nextStep: own } }, '2026-11-09')).toBe('open');
  });

  it('is kept when the page shows a new close date', () => {
    const part = { proof: PAGE_PROOFS.closeDate };
    expect(state(part, { ...made, '2026-11-09': { closeDate: '2026-11-28' } }, '2026-11-09')).toBe('kept');
    expect(state(part, { ...made, '2026-11-09': { closeDate: '2026-12-18' } }, '2026-11-09')).toBe('open');
  });

  it('takes no change for a proof that may have come before the promise', () => {
    const part = { proof: PAGE_PROOFS.nextStep };
    const looks = { '2026-10-20': { nextStep: 'Call Ana' }, '2026-11-09': { nextStep: 'Contract to Priya' } };
    expect(state(part, looks, '2026-11-09')).toBe('open');
    expect(state(part, { '2026-11-09': { nextStep: 'Contract to Priya' } }, '2026-11-09')).toBe('open');
  });

  it('is missed only where the page would show the proof and did not, a week after the day', () => {
    const part = { proof: 'stage: Proposal' };
    const looked = (day: string) => ({ ...made, [day]: { stage: stage('Demo') } });
    expect(state(part, looked('2026-11-19'), '2026-11-25')).toBe('due');
    expect(state(part, looked('2026-11-20'), '2026-11-25')).toBe('missed');
    // The deal was seen, but not the field that would tell.
    expect(state(part, { ...made, '2026-11-20': { name: 'Larkfield' } }, '2026-11-25')).toBe('due');
  });

  it('is never missed where the proof may have come before the promise, or between two looks around it', () => {
    const stood = { '2026-11-02': { stage: stage('Legal') }, '2026-11-23': { stage: stage('Signing') } };
    expect(state({ proof: 'stage: Proposal' }, stood, '2026-11-25')).toBe('due');
    const between = { '2026-10-20': { nextStep: 'Call Ana' }, '2026-11-23': { nextStep: 'Contract to Priya' } };
    expect(state({ proof: PAGE_PROOFS.nextStep }, between, '2026-11-25')).toBe('due');
    const unchanged = { ...between, '2026-11-23': { nextStep: 'Call Ana' } };
    expect(state({ proof: PAGE_PROOFS.nextStep }, unchanged, '2026-11-25')).toBe('missed');
  });

  it('looks at nothing later than the moment, nor at what was not known by then', () => {
    const part = { proof: 'stage: Proposal' };
    const looks = { ...made, '2026-11-16': { stage: stage('Proposal') } };
    expect(state(part, looks, '2026-11-16')).toBe('kept');
    expect(state(part, looks, '2026-11-14')).toBe('due-not-checked');
    expect(state(part, looks, '2026-11-16', '2026-11-14')).toBe('due-not-checked');
  });
});

describe('“activity logged”', () => {
  const evidence = { rule: '.message', raw: 'that day' };
  const call = (day: string): PastEntry => ({
    ...{ kind: 'event', day, what: 'call', side: 'unknown', who: null, text: 'Call', evidence },
  });
  const told = (on: string, ...looks: [day: string, entries: PastEntry[]][]) => {
    const history = withPast(
      historyOf(made),
      ...looks.map(([day, entries]) => ({ at: noon(day), entries, parts: ['feed' as const] })),
    );
    return promiseState(promise({ proof: PAGE_PROOFS.activity }), history, moment(noon(on) + 3_600_000));
  };

  it('is kept by a line in the feed of a later day', () => {
    expect(told('2026-11-10', ['2026-11-10', [call('2026-11-06')]])).toBe('kept');
    expect(told('2026-11-10', ['2026-11-10', [call('2026-10-30')]])).toBe('open');
  });

  it('is kept by one of its own day only where the feed was seen without it before', () => {
    const made = call('2026-11-02');
    expect(told('2026-11-10', ['2026-11-03', [made]])).toBe('open');
    expect(told('2026-11-10', ['2026-11-02', [call('2026-10-30')]], ['2026-11-03', [made]])).toBe('kept');
  });

  it('is kept where the CRM’s own field moved', () => {
    const looks = {
      '2026-11-02': { lastActivity: '2026-10-30' },
      '2026-11-06': { lastActivity: '2026-11-05' },
    };
    expect(state({ proof: PAGE_PROOFS.activity }, looks, '2026-11-07')).toBe('kept');
  });
});

describe('provingField', () => {
  it('names the field of the page that would show the proof, null for what no page shows', () => {
    expect(provingField(promise({ proof: 'Stage: Legal' }), STAGES)).toBe('stage');
    expect(provingField(promise({ proof: 'signed order form' }), STAGES)).toBeNull();
    expect(provingField(promise({ proof: null }), STAGES)).toBeNull();
    expect(provingField(promise({ proof: 'stage: ' }), STAGES)).toBeNull();
    expect(provingField(promise({ proof: 'stage: Legal' }), [])).toBeNull();
  });
});
