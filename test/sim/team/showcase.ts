import { addDays, type Day } from '../../../lib/deal/day.ts';
import { workdayFrom } from './course.ts';
import type { SimPerson } from './people.ts';
import type { SimDeal, TruthEvent } from './truth.ts';

/** Deals written by hand, so that every team has one of each on its last day, whatever weekday that is. */
export type Showcase = { atRisk: SimDeal; healthy: SimDeal; won: SimDeal; lost: SimDeal; stale: SimDeal };

type Draft = Pick<SimDeal, 'name' | 'account' | 'contact' | 'cause'> & {
  habit: SimPerson['habit'];
  events: TruthEvent[];
};

export function writeShowcase(
  people: readonly SimPerson[],
  endDay: Day,
): { key: keyof Showcase; draft: Draft; owner: SimPerson }[] {
  const on = (days: number) => addDays(endDay, days);
  /** A day that something is due on: a workday. */
  const due = (days: number) => workdayFrom(on(days));
  const heard = (days: number, side: 'buyer' | 'seller' = 'buyer'): TruthEvent => ({
    day: on(days),
    kind: 'activity',
    side,
    what: 'mail',
  });
  const stage = (days: number, to: number): TruthEvent => ({ day: on(days), kind: 'stage', from: to - 1, to });
  const moved = (days: number, from: number, to: number): TruthEvent => ({
    day: on(days),
    kind: 'close-date',
    from: due(from),
    to: due(to),
  });

  const drafts: Record<keyof Showcase, Draft> = {
    atRisk: {
      name: 'Saltmarsh Breweries – site-wide roll-out',
      account: 'Saltmarsh Breweries',
      contact: 'Ana Ferreira',
      cause: 'doomed',
      habit: 'optimist',
      events: [
        {
          day: on(-121),
          kind: 'created',
          amount: 84_000,
          closeDate: due(-56),
          nextStep: { text: 'First call with Ana Ferreira', due: due(-115) },
        },
        heard(-115),
        stage(-108, 1),
        heard(-100),
        stage(-88, 2),
        heard(-79),
        stage(-66, 3),
        { day: on(-66), kind: 'next-step', to: { text: 'Walk Ana Ferreira through the offer', due: due(-60) } },
        moved(-59, -56, -31),
        heard(-52),
        heard(-44),
        { day: on(-43), kind: 'buyer-silent' },
        moved(-34, -31, -11),
        heard(-33, 'seller'),
        { day: on(-32), kind: 'next-step', to: { text: 'Signed order form from Ana Ferreira', due: due(-12) } },
        moved(-13, -11, 13),
        { day: on(-11), kind: 'step-passed' },
      ],
    },
    healthy: {
      name: 'Larkspur Bakeries – freezer retrofit',
      account: 'Larkspur Bakeries',
      contact: 'Tom Ashdown',
      cause: 'healthy',
      habit: 'steady',
      events: [
        {
          day: on(-48),
          kind: 'created',
          amount: 41_500,
          closeDate: due(38),
          nextStep: { text: 'First call with Tom Ashdown', due: due(-42) },
        },
        heard(-42),
        stage(-37, 1),
        heard(-30),
        stage(-24, 2),
        heard(-15),
        heard(-9),
        stage(-7, 3),
        { day: on(-7), kind: 'next-step', to: { text: 'Tom Ashdown comments on the quote', due: due(5) } },
        heard(-3),
        heard(-2, 'seller'),
      ],
    },
    won: {
      name: 'Castellan Hotels – door alarms, 3 sites',
      account: 'Castellan Hotels',
      contact: 'Sofia Lindgren',
      cause: 'healthy',
      habit: 'farmer',
      events: [
        {
          day: on(-74),
          kind: 'created',
          amount: 27_300,
          closeDate: due(-15),
          nextStep: { text: 'First call with Sofia Lindgren', due: due(-70) },
        },
        heard(-70),
        stage(-62, 1),
        stage(-50, 2),
        heard(-45),
        stage(-36, 3),
        heard(-29),
        stage(-22, 4),
        heard(-17),
        { day: on(-12), kind: 'next-step', to: null },
        { day: on(-12), kind: 'won' },
      ],
    },
    lost: {
      name: 'Marlowe Transport – fleet loggers',
      account: 'Marlowe Transport',
      contact: 'George Pell',
      cause: 'doomed',
      habit: 'discounter',
      events: [
        {
          day: on(-98),
          kind: 'created',
          amount: 63_200,
          closeDate: due(-30),
          nextStep: { text: 'First call with George Pell', due: due(-94) },
        },
        heard(-94),
        stage(-84, 1),
        stage(-68, 2),
        heard(-60),
        stage(-52, 3),
        { day: on(-47), kind: 'buyer-silent' },
        { day: on(-40), kind: 'amount', from: 63_200, to: 48_900 },
        moved(-32, -30, -9),
        { day: on(-9), kind: 'lost', reason: 'Went with another vendor' },
      ],
    },
    stale: {
      name: 'Copperbeech Schools – lab fridges',
      account: 'Copperbeech Schools',
      contact: 'Naomi Okonjo',
      cause: 'drifting',
      habit: 'hoarder',
      events: [
        { day: on(-133), kind: 'created', amount: 19_800, closeDate: due(-20), nextStep: null },
        heard(-126),
        stage(-112, 1),
        heard(-96),
        stage(-81, 2),
        heard(-58),
        moved(-40, -20, 24),
        heard(-37, 'seller'),
      ],
    },
  };
  return (Object.keys(drafts) as (keyof Showcase)[]).flatMap((key) => {
    const draft = drafts[key];
    const owner = people.find((one) => one.habit === draft.habit) ?? people[0];
    return owner ? [{ key, draft, owner }] : [];
  });
}
