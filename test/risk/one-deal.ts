import { expect, it } from 'vitest';
import { type Day, MONDAY_TO_FRIDAY, type WorkCalendar } from '../../lib/deal/day.ts';
import type { FieldName, Stage } from '../../lib/deal/fields.ts';
import { type Money, money } from '../../lib/deal/money.ts';
import type { AgreedWait, DealPromise } from '../../lib/deal/promise.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { assessDeal } from '../../lib/risk/assess.ts';
import { type FactsOf, factsOf } from '../../lib/risk/facts.ts';
import type { UserLimits } from '../../lib/risk/limit-in-force.ts';
import type { TeamContext } from '../../lib/risk/team-context.ts';
import type { Assessment, SignalName, SignalOn, SignalState } from '../../lib/risk/types.ts';
import type { Said } from '../deal/make-reading.ts';
import { DEAL, moment, recordLooks } from '../history/make-history.ts';

/** Two early, two mid and two late stages, then the ends. */
export const STAGES: Stage[] = ['Lead', 'Qualified', 'Demo', 'Proposal', 'Legal', 'Signing', 'Won', 'Lost'].map(
  (label, order) => ({ id: null, label, order }),
);

export function stage(label: string): Stage {
  return STAGES.find((one) => one.label === label) ?? { id: null, label, order: null };
}

export const [EARLY, MID, LATE] = [stage('Qualified'), stage('Proposal'), stage('Legal')];

export const eur = (amount: number, halfStep = 0): Money => money(amount, 'EUR', halfStep);

/** Looks by day, each at noon UTC: what the page said that day. */
export type Looks = Record<Day, Said>;

export type Around = {
  /** The day it is; the last look's day unless said. */
  on?: Day;
  promises?: Partial<DealPromise>[];
  waits?: Partial<AgreedWait>[];
  stages?: Stage[];
  limits?: UserLimits;
  team?: TeamContext;
  calendar?: WorkCalendar;
};

export const noon = (day: Day) => Date.parse(`${day}T12:00:00Z`);

export function historyOf(looks: Looks, around: Around = {}): DealHistory {
  const days = Object.keys(looks).sort();
  const { history } = recordLooks(days.map((day) => ({ at: noon(day), said: looks[day] ?? {} })));
  const first = days[0] ?? '2026-11-02';
  const promises = (around.promises ?? []).map((part, at) => promise({ id: `p${at}`, madeAt: noon(first), ...part }));
  const waits = (around.waits ?? []).map((part, at) => wait({ id: `w${at}`, madeAt: noon(first), ...part }));
  return { ...history, stages: around.stages ?? STAGES, promises, waits };
}

export function promise(part: Partial<DealPromise> = {}): DealPromise {
  return {
    id: 'p',
    deal: DEAL,
    what: 'redlines',
    who: 'Ana',
    side: 'theirs',
    by: '2026-11-13',
    proof: 'mail',
    madeAt: noon('2026-11-02'),
    movedFrom: [],
    settled: null,
    ...part,
  };
}

export function wait(part: Partial<AgreedWait> = {}): AgreedWait {
  return {
    id: 'w',
    deal: DEAL,
    until: '2026-12-02',
    what: 'Their board meets',
    saidBy: 'Ana',
    madeAt: noon('2026-11-02'),
    endedAt: null,
    ...part,
  };
}

export function assess(looks: Looks, around: Around = {}): Assessment {
  const on = around.on ?? Object.keys(looks).sort().at(-1) ?? '2026-11-02';
  const { limits, team, calendar = MONDAY_TO_FRIDAY } = around;
  return assessDeal(historyOf(looks, around), { moment: moment(noon(on) + 1), calendar, limits, team });
}

export function stateOf(name: SignalName, looks: Looks, around: Around = {}): SignalState {
  const state = assess(looks, around).signals.find((one) => one.signal === name);
  if (!state) throw new Error(`${name} was not looked at`);
  return state;
}

export function isOn(name: SignalName, looks: Looks, around: Around = {}): boolean {
  return stateOf(name, looks, around).state === 'on';
}

export function onOf(name: SignalName, looks: Looks, around: Around = {}): SignalOn {
  const state = stateOf(name, looks, around);
  if (state.state !== 'on') throw new Error(`${name} is ${state.state}`);
  return state;
}

export function factsFor<N extends SignalName>(name: N, looks: Looks, around: Around = {}): FactsOf<N> {
  const facts = factsOf(onOf(name, looks, around), name);
  if (!facts) throw new Error(`${name} has other facts`);
  return facts;
}

/** What holds for every signal: given looks in which it is on, when must it fall silent? */
export function testSilence(name: SignalName, looks: Looks, inputs: readonly FieldName[], around: Around = {}): void {
  const last = Object.keys(looks).sort().at(-1) ?? '';
  const said = looks[last] ?? {};
  const later = (days: number) => new Date(noon(last) + days * 86_400_000).toISOString().slice(0, 10);

  it('is on in the case that the next tests change', () => {
    expect(isOn(name, looks, around)).toBe(true);
  });

  it('is unknown, with the fields that are missing, when its inputs were never seen', () => {
    const without = Object.fromEntries(
      Object.entries(looks).map(([day, each]) => [
        day,
        Object.fromEntries(Object.entries({ ...each, name: 'Larkfield' }).filter(([key]) => !isInput(key, inputs))),
      ]),
    ) as Looks;
    expect(stateOf(name, without, around)).toMatchObject({ state: 'unknown', missing: inputs });
  });

  it('says nothing of a won or lost deal', () => {
    for (const outcome of ['won', 'lost'] as const) {
      expect(stateOf(name, { ...looks, [last]: { ...said, outcome } }, around).state).toBe('off');
    }
  });

  it('says nothing of a deal not seen for more than two weeks', () => {
    expect(stateOf(name, looks, { ...around, on: later(15) }).state).toBe('off');
  });

  it('rests on no field that was last seen more than two weeks ago, though the deal was seen since', () => {
    const seenSince = { ...looks, [later(15)]: { name: 'Larkfield' } };
    expect(stateOf(name, seenSince, { ...around, on: later(15) }).state).toBe('unknown');
  });

  it('observes no more when days pass without a look', () => {
    const now = onOf(name, looks, around);
    const then = stateOf(name, looks, { ...around, on: later(10) });
    if (then.state === 'on') expect([then.observed, then.asOfDay]).toEqual([now.observed, now.asOfDay]);
    else expect(then.state).toBe('off');
  });
}

function isInput(key: string, inputs: readonly FieldName[]): boolean {
  return inputs.some((input) => input === key);
}
