import { describe, expect, it } from 'vitest';
import { type PastEntry, type PastPart, pastKeys } from '../../lib/deal/past.ts';
import { dealWithPast } from '../../lib/history/deal-with-past.ts';
import { entryInto, lastBuyerAct, pastAsOf } from '../../lib/history/past-as-of.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { moment, recordLooks } from './make-history.ts';
import { withPast } from './make-past.ts';

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
const evidence = { rule: '.message', raw: 'that day' };
const event = (day: string, side: 'buyer' | 'seller' | 'unknown', text: string): PastEntry => ({
  ...{ kind: 'event', day, what: 'email', side, who: null, text, evidence },
});
const stage = (day: string, from: string, to: string): PastEntry => ({ kind: 'stage', day, from, to, evidence });
const planned = (what: string, due: string | null): PastEntry => ({
  kind: 'planned',
  what,
  due,
  owner: null,
  evidence,
});

type Look = { on: string; entries: PastEntry[]; parts?: PastPart[] };

function historyOf(said: object, ...looks: Look[]): DealHistory {
  const { history } = recordLooks(looks.map(({ on }) => ({ at: noon(on), said })));
  return withPast(history, ...looks.map(({ on, ...look }) => ({ at: noon(on), ...look })));
}

const ALL: PastPart[] = ['feed', 'stages', 'planned', 'contacts'];

describe('the past as of a moment', () => {
  const history = historyOf(
    { name: 'Larkfield' },
    { on: '2026-11-02', entries: [event('2026-10-30', 'buyer', 'a'), planned('call', '2026-11-06')], parts: ALL },
    { on: '2026-11-10', entries: [event('2026-11-05', 'seller', 'b'), event('2026-10-30', 'buyer', 'a')], parts: ALL },
  );

  it('holds what happened by then, as far as it was known', () => {
    const texts = (asOf: string, knownAt = asOf) =>
      pastAsOf(history, moment(noon(asOf), noon(knownAt))).events.map(({ entry }) => entry.text);
    expect(texts('2026-11-03')).toEqual(['a']);
    expect(texts('2026-11-10')).toEqual(['a', 'b']);
    // Told on the 10th of the 5th: true on the 6th, though not known then.
    expect(texts('2026-11-06', '2026-11-10')).toEqual(['a', 'b']);
    expect(texts('2026-11-06')).toEqual(['a']);
  });

  it('holds what was planned until a look went without it', () => {
    const standing = (asOf: string) =>
      pastAsOf(history, moment(noon(asOf))).planned?.standing.map(({ entry }) => entry.what);
    expect(standing('2026-11-01')).toBeUndefined();
    expect(standing('2026-11-09')).toEqual(['call']);
    expect(standing('2026-11-10')).toEqual([]);
  });

  it('knows the last act of the buyer, and nothing of one where no side is told', () => {
    expect(lastBuyerAct(pastAsOf(history, moment(noon('2026-11-11'))))?.entry.text).toBe('a');
    const unsaid = historyOf({}, { on: '2026-11-02', entries: [event('2026-10-30', 'unknown', 'x')], parts: ALL });
    expect(lastBuyerAct(pastAsOf(unsaid, moment(noon('2026-11-11'))))).toBeNull();
  });

  it('knows the way into a stage by the last move, unless two of one day could be it', () => {
    const moves = [stage('2026-09-10', 'New', 'Offer'), stage('2026-08-01', 'Lead', 'New')];
    const known = (...entries: PastEntry[]) =>
      pastAsOf(historyOf({}, { on: '2026-11-02', entries, parts: ALL }), moment(noon('2026-11-02')));
    expect(entryInto(known(...moves), 'offer')?.entry.day).toBe('2026-09-10');
    expect(entryInto(known(...moves), 'New')).toBeNull();
    expect(entryInto(known(...moves, stage('2026-09-10', 'Offer', 'New')), 'Offer')).toBeNull();
  });

  it('is the same however often and in whichever order it was read', () => {
    const entries = [event('2026-10-30', 'buyer', 'a'), event('2026-10-30', 'buyer', 'a'), planned('call', null)];
    expect(pastKeys(entries)).toEqual(pastKeys(structuredClone(entries)));
    expect(new Set(pastKeys(entries)).size).toBe(3);
  });
});

describe('the deal with its past', () => {
  const feed = [event('2026-10-30', 'buyer', 'We will come back to you'), planned('Call Ana', '2026-11-06')];

  it('takes the last activity and the next step from the page where no field says them, with the text', () => {
    const deal = dealWithPast(
      historyOf({ name: 'L' }, { on: '2026-11-02', entries: feed, parts: ALL }),
      moment(noon('2026-11-04')),
    );
    expect(deal?.fields.lastActivity).toMatchObject({ value: '2026-10-30', lastSeenAt: noon('2026-11-02') });
    expect(deal?.fields.lastActivity?.evidence.raw).toContain('We will come back to you');
    expect(deal?.fields.nextStep?.value).toBe('Call Ana');
    expect(deal?.fields.nextStepDue?.value).toBe('2026-11-06');
  });

  it('lets the CRM’s own fields say it where they do', () => {
    const said = { lastActivity: '2026-10-12', nextStep: 'Send the draft' };
    const deal = dealWithPast(
      historyOf(said, { on: '2026-11-02', entries: feed, parts: ALL }),
      moment(noon('2026-11-04')),
    );
    expect(deal?.fields.lastActivity?.value).toBe('2026-10-12');
    expect(deal?.fields.nextStep?.value).toBe('Send the draft');
    expect(deal?.fields.nextStepDue).toBeUndefined();
  });

  it('takes the planned step where the field of the CRM is empty', () => {
    const said = { nextStep: { missing: 'empty' } };
    const deal = dealWithPast(
      historyOf(said, { on: '2026-11-02', entries: feed, parts: ALL }),
      moment(noon('2026-11-04')),
    );
    expect(deal?.fields.nextStep?.value).toBe('Call Ana');
  });

  it('says nothing of silence where lines of the feed were not understood', () => {
    const deal = dealWithPast(
      historyOf({}, { on: '2026-11-02', entries: feed, parts: ['planned'] }),
      moment(noon('2026-11-04')),
    );
    expect(deal?.fields.lastActivity).toBeUndefined();
  });

  it('does not outlive the activity that was planned', () => {
    const history = historyOf(
      { name: 'L' },
      { on: '2026-11-02', entries: feed, parts: ALL },
      { on: '2026-11-09', entries: feed.slice(0, 1), parts: ALL },
    );
    expect(dealWithPast(history, moment(noon('2026-11-09')))?.fields.nextStep).toBeUndefined();
  });
});
