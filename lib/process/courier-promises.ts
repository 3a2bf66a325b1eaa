import type { Day, Instant } from '../deal/day.ts';
import type { DealPromise } from '../deal/promise.ts';
import type { DealHistory } from '../history/types.ts';
import { type CourierParts, isSamePromise, promiseWords, readCourierLine } from './courier-line.ts';

/** One promise as the CRM carried it: each day that its line was seen to name, in turn. */
type Carried = { parts: CourierParts; seenAt: Instant; days: { day: Day; seenAt: Instant }[] };

/**
 * The history with the promises that courier lines in the CRM's next step or among its planned activities carry: what
 * another browser promised is the same promise here. One that is on record already is not doubled; where its line was
 * seen to name a later day since, it has moved. A line that is gone from the page settles nothing by itself.
 */
export function withCarriedPromises(history: DealHistory): DealHistory {
  const carried = carriedIn(history);
  if (carried.length === 0) return history;
  const fresh = carried.filter(({ parts }) => !history.promises.some((promise) => isSamePromise(promise, parts)));
  const promises = history.promises.map((promise) => {
    const line = carried.find(({ parts }) => isSamePromise(promise, parts));
    return line ? movedBy(promise, line) : promise;
  });
  const added = fresh.map((line) => promiseOf(line, history.deal.id));
  return { ...history, promises: [...promises, ...added].sort((a, b) => a.madeAt - b.madeAt) };
}

function carriedIn({ changes, past }: DealHistory): Carried[] {
  const lines: { text: string; seenAt: Instant }[] = [];
  for (const { field, to, seenAt } of changes)
    if (field === 'nextStep' && typeof to === 'string' && to.includes('(')) lines.push({ text: to, seenAt });
  for (const { entry, seenAt } of past?.rows ?? [])
    if (entry.kind === 'planned' && entry.what.includes('(')) lines.push({ text: entry.what, seenAt });
  const carried: Carried[] = [];
  for (const { text, seenAt } of lines.sort((a, b) => a.seenAt - b.seenAt)) {
    const parts = readCourierLine(text);
    if (!parts) continue;
    const known = carried.find((one) => isSamePromise(one.parts, parts));
    if (!known) carried.push({ parts, seenAt, days: [{ day: parts.by, seenAt }] });
    else if (known.days.at(-1)?.day !== parts.by) known.days.push({ day: parts.by, seenAt });
  }
  return carried;
}

/** By what the line says after the day that is on record: a day that was set here and not yet there stands. */
function movedBy(promise: DealPromise, { days }: Carried): DealPromise {
  const { settled } = promise;
  const said = days.filter(({ seenAt }) => settled === null || seenAt < settled.at).map(({ day }) => day);
  const at = said.lastIndexOf(promise.by);
  const later = at < 0 ? [] : said.slice(at + 1);
  const by = later.at(-1);
  return by === undefined
    ? promise
    : { ...promise, by, movedFrom: [...promise.movedFrom, promise.by, ...later.slice(0, -1)] };
}

/** Its id is made of what makes it the same, so that a click here finds it again. */
function promiseOf({ parts: { who, side, what, proof }, seenAt, days }: Carried, deal: string): DealPromise {
  const said = days.map(({ day }) => day);
  return {
    ...{ id: `crm ${deal} ${numberOf(`${side}|${promiseWords({ who, what })}`)}`, deal },
    ...{ what, who, side, proof, by: said.at(-1) ?? '', madeAt: seenAt },
    ...{ movedFrom: said.slice(0, -1), settled: null },
  };
}

function numberOf(text: string): string {
  let hash = 7;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) >>> 0;
  return hash.toString(36);
}
