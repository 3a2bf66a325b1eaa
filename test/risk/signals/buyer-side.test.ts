import { describe, expect, it } from 'vitest';
import { EARLY, eur, LATE, MID } from '../one-deal.ts';
import { act, contact, ON, signOf, stateOf, team } from './signs.ts';

const late = { [ON]: { stage: LATE, amount: eur(40_000) } };
const usual = team({ open: new Map([['EUR', { median: 2_000_000, count: 20 }]]) });

describe('buyer silent', () => {
  it('comes on when the buyer has done nothing for as long as the stage allows', () => {
    expect(stateOf('buyer-silent', late, { past: [act('2026-10-27', 'buyer'), act(ON, 'seller')] })).toBe('off');
    const on = signOf('buyer-silent', late, { past: [act('2026-10-26', 'buyer'), act(ON, 'seller')] });
    expect(on).toMatchObject({ state: 'on', observed: 7, facts: { lastAct: '2026-10-26' } });
    expect(stateOf('buyer-silent', { [ON]: { stage: EARLY } }, { past: [act('2026-10-20', 'buyer')] })).toBe('off');
  });

  it('is unknown where no feed was seen, or none that tells sides, or too long ago', () => {
    expect(stateOf('buyer-silent', late)).toBe('unknown');
    expect(stateOf('buyer-silent', late, { past: [], parts: ['feed'] })).toBe('unknown');
    expect(stateOf('buyer-silent', late, { past: [act('2026-09-01', 'buyer')], parts: ['contacts'] })).toBe('unknown');
  });

  it('counts up to the last look at the feed and no further', () => {
    const past = [act('2026-10-20', 'buyer')];
    const then = signOf('buyer-silent', late, { past });
    expect(signOf('buyer-silent', late, { past, on: '2026-11-10' })).toEqual(then);
  });
});

describe('only we write', () => {
  it('counts the days of our acts since theirs', () => {
    const ours = ['2026-10-20', '2026-10-22', '2026-10-22', '2026-10-28'].map((day) =>
      act(day, 'seller', `Mail ${day}`),
    );
    const past = [act('2026-10-19', 'buyer'), ...ours];
    expect(signOf('seller-alone', late, { past })).toMatchObject({ state: 'on', observed: 3 });
    expect(stateOf('seller-alone', late, { past: [...past, act('2026-10-23', 'buyer', 'Yes')] })).toBe('off');
  });
});

describe('an act with a day after the look that told it', () => {
  it('has not happened by then, whichever side plans it', () => {
    const planned = [
      act('2026-11-05', 'buyer'),
      ...['2026-11-04', '2026-11-05', '2026-11-06'].map((day) => act(day, 'seller', day)),
    ];
    const past = [act('2026-10-20', 'buyer'), ...planned];
    for (const on of [ON, '2026-11-10']) {
      expect(signOf('buyer-silent', late, { past, on })).toMatchObject({ state: 'on', observed: 13 });
      expect(stateOf('seller-alone', late, { past, on })).toBe('off');
      expect(stateOf('buyer-acted', late, { past, on })).toBe('off');
    }
  });
});

describe('people', () => {
  it('wants two of them on a deal above the median, three on one of twice the median', () => {
    const one = { past: [contact('Ana')], team: usual };
    expect(signOf('few-contacts', { [ON]: { stage: MID, amount: eur(30_000) } }, one)).toMatchObject({
      ...{ state: 'on', observed: 1, facts: { only: 'Ana', big: false } },
    });
    const two = { past: [contact('Ana'), contact('Piet')], team: usual };
    expect(stateOf('few-contacts', { [ON]: { stage: MID, amount: eur(30_000) } }, two)).toBe('off');
    expect(stateOf('few-contacts', { [ON]: { stage: MID, amount: eur(50_000) } }, two)).toBe('on');
    expect(stateOf('few-contacts', { [ON]: { stage: MID, amount: eur(19_000) } }, one)).toBe('off');
    expect(stateOf('few-contacts', { [ON]: { stage: EARLY, amount: eur(50_000) } }, one)).toBe('off');
  });

  it('does not know how many there are where their list was not seen', () => {
    expect(stateOf('few-contacts', late, { past: [], parts: ['feed'], team: usual })).toBe('unknown');
  });

  it('looks for somebody who decides, where roles or the checklist say', () => {
    const roles = (role: string) => ({ past: [contact('Ana', role), contact('Piet')] });
    expect(stateOf('no-decision-maker', late, roles('User'))).toBe('on');
    expect(stateOf('no-decision-maker', late, roles('Assistant to the CEO'))).toBe('on');
    for (const role of ['Economic Buyer', 'CFO', 'Geschäftsführerin', 'Managing Director']) {
      expect(stateOf('no-decision-maker', late, roles(role)), role).toBe('off');
    }
    expect(stateOf('no-decision-maker', late, { past: [contact('Ana')] })).toBe('unknown');
    expect(stateOf('no-decision-maker', late, { answers: { 'decision maker': 'no' } })).toBe('on');
    expect(stateOf('no-decision-maker', late, { answers: { 'decision maker': 'partly' } })).toBe('off');
  });

  it('shows a handover for three weeks without counting it', () => {
    const handed = { '2026-10-20': { stage: LATE, owner: 'Kim' }, [ON]: { stage: LATE, owner: 'Lou' } };
    expect(signOf('owner-changed', handed)).toMatchObject({ state: 'on', points: 0, facts: { to: 'Lou' } });
    expect(stateOf('owner-changed', { ...handed, '2026-11-30': { stage: LATE, owner: 'Lou' } })).toBe('off');
    expect(stateOf('owner-changed', { [ON]: { stage: LATE, owner: 'Lou' } })).toBe('off');
  });
});
