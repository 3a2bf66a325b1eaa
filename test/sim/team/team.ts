import { addDays, type Day, daysBetween } from '../../../lib/deal/day.ts';
import { drawCause, liveDeal } from './course.ts';
import { ACCOUNTS, AWKWARD_NAMES, CONTACTS, PRODUCTS } from './names.ts';
import { HABITS, peopleOf, type SimPerson } from './people.ts';
import { type Random, randomOf } from './random.ts';
import { type Showcase, writeShowcase } from './showcase.ts';
import { dealOn, laterOf, type SimDeal } from './truth.ts';

export type TeamOptions = {
  seed: number;
  /** The last day of the simulation: today, for a demo. */
  endDay: Day;
  people?: number;
  deals?: number;
  weeks?: number;
};

export type SimTeam = {
  seed: number;
  startDay: Day;
  endDay: Day;
  currency: 'USD';
  people: SimPerson[];
  deals: SimDeal[];
  showcase: Showcase;
};

/** Deals that were already under way when the half year began. */
const LEAD_IN_DAYS = 50;
/** What a believable team looks like at the end: shares of all deals that are open, and of closed ones that were lost. */
const OPEN = [0.4, 0.467] as const;
const LOST = [0.5, 0.6] as const;
const TRIES = 60;

function pickOwner(people: readonly SimPerson[], random: Random): SimPerson {
  const total = people.reduce((sum, one) => sum + HABITS[one.habit].load, 0);
  let at = random.between(0, total);
  for (const one of people) {
    at -= HABITS[one.habit].load;
    if (at < 0) return one;
  }
  return people[0] as SimPerson;
}

function priceOf(random: Random, size: number): number {
  const raw = 34_000 * size * Math.exp(0.75 * random.bell());
  // Some figures are guesses, some were worked out.
  return random.chance(0.6) ? Math.max(1_000, Math.round(raw / 500) * 500) : Math.max(900, Math.round(raw * 20) / 20);
}

function currencyOf(random: Random): string {
  return random.chance(0.93) ? 'USD' : random.pick(['EUR', 'EUR', 'GBP', 'CHF', 'JPY']);
}

function draw(options: Required<TeamOptions>, attempt: number): SimTeam {
  const { seed, endDay } = options;
  const startDay = addDays(endDay, -7 * options.weeks);
  const people = peopleOf(options.people, startDay, endDay);
  const written = writeShowcase(people, endDay);
  const deals: SimDeal[] = [];
  const showcase: Partial<Showcase> = {};
  const names = new Set(written.map(({ draft }) => draft.name));

  for (let serial = 1; serial <= options.deals; serial++) {
    const random = randomOf(seed, attempt, serial);
    const id = `D${String(serial).padStart(3, '0')}`;
    const script = written.find((_, at) => serial === 11 + at * 2);
    if (script) {
      const { habit: _, ...draft } = script.draft;
      const deal: SimDeal = { id, serial, ...draft, owner: script.owner, currency: 'USD' };
      showcase[script.key] = deal;
      deals.push(deal);
      continue;
    }
    const owner = pickOwner(people, random);
    const first = addDays(startDay, -LEAD_IN_DAYS);
    const from = laterOf(owner.joinedOn, first);
    const created = addDays(from, random.whole(0, daysBetween(from, endDay) - 3));
    let account = random.pick(ACCOUNTS);
    const contact = random.pick(CONTACTS);
    const currency = currencyOf(random);
    const price = priceOf(random, HABITS[owner.habit].size);
    const amount = currency === 'JPY' ? Math.round(price * 150) : price;
    const cause = drawCause(HABITS[owner.habit], random);
    let name = serial % 27 === 5 ? AWKWARD_NAMES[Math.floor(serial / 27)] : undefined;
    // No two deals share a name: on some CRMs' boards it is all there is to tell them apart.
    while (!name || names.has(name)) {
      account = random.pick(ACCOUNTS);
      name = `${account} – ${random.pick(PRODUCTS)}`;
      if (names.has(name)) name += `, phase ${random.whole(2, 9)}`;
    }
    names.add(name);
    deals.push({
      id,
      serial,
      name,
      account,
      contact,
      owner,
      currency,
      cause,
      events: liveDeal({ owner, cause, contact, amount, startDay: created, endDay }, random),
    });
  }
  return { seed, startDay, endDay, currency: 'USD', people, deals, showcase: showcase as Showcase };
}

export function isOpen(deal: SimDeal, day: Day): boolean {
  return dealOn(deal, day)?.outcome === 'open';
}

/** How far a team's shape is from a believable one; 0 within the bounds. */
function strangeness(team: SimTeam): number {
  const open = team.deals.filter((deal) => isOpen(deal, team.endDay)).length;
  const lost = team.deals.filter((deal) => dealOn(deal, team.endDay)?.outcome === 'lost').length;
  const off = (share: number, [low, high]: readonly [number, number]) => Math.max(0, low - share, share - high);
  return off(open / team.deals.length, OPEN) + off(lost / Math.max(1, team.deals.length - open), LOST);
}

/**
 * A sales team's half year, truth known. The same options give the same team to the byte. A draw whose shape no
 * manager would believe (too few open deals, hardly any lost) is drawn again under the next key.
 */
export function simulateTeam(options: TeamOptions): SimTeam {
  const full = { people: 8, deals: 150, weeks: 26, ...options };
  if (full.deals < 20 || full.people < 1) throw new RangeError('A team needs a person and 20 deals');
  let best = draw(full, 0);
  for (let attempt = 1; attempt < TRIES && strangeness(best) > 0; attempt++) {
    const next = draw(full, attempt);
    if (strangeness(next) < strangeness(best)) best = next;
  }
  return best;
}
