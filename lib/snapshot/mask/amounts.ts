import { type Money, major } from '../../deal/money.ts';
import type { SnapshotContent, Sums } from '../content.ts';
import type { ChangePart, DealPart, ReasonPart, Seen, Value } from '../deal-part.ts';
import type { Note, SaidPart } from '../said-part.ts';
import type { Move, TeamPart } from '../team-part.ts';

/** Somebody's own words: with a figure in them they may tell an amount. */
const words = (text: string): string => (/\p{N}/u.test(text) ? '' : text);
const wordsOrNull = (text: string | null): string | null => (text === null ? null : words(text) || null);

const NO_SUMS: Sums = { closed: [], commit: [], bestCase: [], pipeline: [], omitted: [], due: [] };

/** Without every sum and amount, and without what may tell one. Shares stay: they are of nothing that is told. */
export function withoutAmounts(content: SnapshotContent): SnapshotContent {
  const tidy = tidier(content);
  return {
    ...content,
    left: { ...content.left, amounts: 'out' },
    team: teamWithout(content.team, tidy),
    people: content.people.map((person) => ({
      ...person,
      ...{ goal: null, sums: NO_SUMS, gap: null, calls: { manager: null, own: null } },
      talks: person.talks.map((talk) => ({ ...talk, practice: words(talk.practice) })),
    })),
    deals: content.deals.map((deal) => dealWithout(deal, tidy)),
    said: content.said.map(saidWithout),
    notes: content.notes.map(noteWithout),
  };
}

type Tidy = (text: string) => string;

/** Takes amounts that are on record out of names and labels: "Renewal 84,000" is "Renewal …". */
function tidier({ deals }: SnapshotContent): Tidy {
  const known = new Set(
    deals.flatMap(({ amount, changes }) =>
      [amount, ...changes.flatMap(({ from, to }) => [from, to])].flatMap((value) =>
        isMoney(value) ? [`${Math.trunc(major(value))}`, `${value.minor}`] : [],
      ),
    ),
  );
  return (text) =>
    text.replace(/\p{N}(?:[\p{N}\s.,'’]*\p{N})?/gu, (figure) => {
      const whole = figure.replace(/[.,]\p{N}{1,2}$/u, '');
      return [figure, whole].some((one) => known.has(one.replace(/[^\p{N}]/gu, ''))) ? '…' : figure;
    });
}

const isMoney = (value: unknown): value is Money => typeof value === 'object' && value !== null && 'minor' in value;

function teamWithout(team: TeamPart, tidy: Tidy): TeamPart {
  const { before, lastQuarter, bridges, moves, closing, unknown } = team;
  return {
    ...team,
    ...{ goal: null, sums: NO_SUMS, gap: null, open: [], undated: [], call: null, nextQuarter: [] },
    before: before && { ...before, call: null, due: [] },
    lastQuarter: lastQuarter && { ...lastQuarter, sums: NO_SUMS, next: [] },
    bridges: bridges.map(({ lines }) => ({
      start: null,
      end: null,
      lines: lines.map(({ line, parts }) => ({
        line,
        money: null,
        parts: parts.map(({ deal }) => ({ deal, money: null })),
      })),
    })),
    moves: moves.map((move): Move => {
      const { from, to } = move;
      return {
        ...move,
        from: isMoney(from) ? null : from && tidy(from),
        to: isMoney(to) ? null : to && tidy(to),
        weight: null,
      };
    }),
    closing: { ...closing, pullIns: { ...closing.pullIns, sums: [] }, toCreate: null },
    unknown: { ...unknown, unseenSums: [], crm: null },
  };
}

function dealWithout(deal: DealPart, tidy: Tidy): DealPart {
  const label = (text: string | null) => text && tidy(text);
  const { name, account, stage, pipeline, url, evidence } = deal;
  return {
    ...deal,
    ...{ name: label(name), account: label(account), stage: label(stage), pipeline: label(pipeline), url },
    ...{ amount: null, counted: null },
    reasons: deal.reasons.map((reason) => reasonWithout(reason)),
    evidence: Object.fromEntries(Object.entries(evidence).map(([field, seen]) => [field, seenWithout(field, seen)])),
    changes: deal.changes.map((change) => changeWithout(change, tidy)),
  };
}

/** A day's text is made of figures that are no amount. */
const rawWithout = (field: string, raw: string | null): string | null =>
  field === 'closeDate' ? raw : wordsOrNull(raw);

const seenWithout = (field: string, seen: Seen): Seen => ({ ...seen, raw: rawWithout(field, seen.raw) });

function reasonWithout(reason: ReasonPart): ReasonPart {
  const evidence = reason.evidence.map((one) => ({ ...one, raw: rawWithout(one.field, one.raw) }));
  const tells = Object.keys(reason.facts).some((fact) => fact.endsWith('Minor'));
  return tells ? { ...reason, evidence, facts: {}, isQuoting: true } : { ...reason, evidence };
}

function changeWithout(change: ChangePart, tidy: Tidy): ChangePart {
  const value = (one: Value): Value => (isMoney(one) ? null : typeof one === 'string' ? tidy(one) : one);
  const { field, from, to, raw } = change;
  return { ...change, from: value(from), to: value(to), raw: rawWithout(field, raw) };
}

function saidWithout(said: SaidPart): SaidPart {
  const { nextStep, wait, promises, facts, changes } = said;
  const isTelling = (texts: { [fact: string]: string }) => Object.values(texts).some((text) => words(text) === '');
  return {
    ...said,
    nextStep: nextStep && {
      ...nextStep,
      text: wordsOrNull(nextStep.text),
      seen: nextStep.seen && { ...nextStep.seen, raw: wordsOrNull(nextStep.seen.raw) },
    },
    wait: wait && { ...wait, what: words(wait.what) },
    promises: promises.map((promise) => ({
      ...promise,
      what: words(promise.what),
      proof: wordsOrNull(promise.proof),
      reason: wordsOrNull(promise.reason),
    })),
    facts: Object.fromEntries(Object.entries(facts).filter(([, texts]) => !isTelling(texts))),
    changes: changes.map((change) => {
      const value = (one: Value) => (typeof one === 'string' ? wordsOrNull(one) : one);
      return { ...change, from: value(change.from), to: value(change.to), raw: wordsOrNull(change.raw) };
    }),
  };
}

function noteWithout(note: Note): Note {
  if (note.kind === 'sentence') return { ...note, text: words(note.text) };
  return note.kind === 'line'
    ? { ...note, why: words(note.why), action: words(note.action) }
    : { ...note, action: words(note.action) };
}
