import { foldLabel } from '../../deal/same-value.ts';
import type { PersonPart, SnapshotContent } from '../content.ts';
import type { ChangePart, DealPart, ReasonPart, Value } from '../deal-part.ts';
import type { Note, SaidPart, Whom } from '../said-part.ts';
import type { TeamPart } from '../team-part.ts';
import type { Pseudonyms } from './pseudonyms.ts';

type How = 'masked' | 'out';

/** Without names, ids, links, and texts in which somebody may be named. Labels, days and rules stay where no name is in them. */
export function withoutNames(content: SnapshotContent, pseudonyms: Pseudonyms, how: How): SnapshotContent {
  const mask = masker(pseudonyms, how);
  return {
    form: content.form,
    left: { ...content.left, names: how },
    team: maskTeam(content.team, mask),
    people: content.people.map((person) => maskPerson(person, mask)),
    deals: content.deals.map((deal) => maskDeal(deal, mask)),
    said: content.said.map((said) => maskSaid(said, mask)),
    notes: content.notes.flatMap((note) => maskNote(note, mask)),
  };
}

type Mask = ReturnType<typeof masker>;

function masker({ person, deal, account, promise, names }: Pseudonyms, how: How) {
  const named = (kind: string, number: number) => (how === 'masked' ? `${kind} ${number}` : null);
  const isClean = (text: string) => {
    const folded = foldLabel(text);
    return !names.some((name) => folded.includes(name));
  };
  const clean = (text: string | null) => (text !== null && isClean(text) ? text : null);
  return {
    isClean,
    clean,
    dealId: (id: string) => `d${deal(id)}`,
    personId: (id: string) => `p${person({ id })}`,
    personIdOrNull: (id: string | null) => (id === null ? null : `p${person({ id })}`),
    promiseId: (id: string) => `promise ${promise(id)}`,
    dealName: (id: string) => named('Deal', deal(id)),
    personName: (id: string) => named('Person', person({ id })),
    accountName: (name: string | null) => (name === null ? null : named('Account', account(name))),
    whom: (whom: Whom): Whom =>
      'id' in whom ? { id: `p${person(whom)}` } : { name: named('Person', person(whom)) ?? '' },
  };
}

function maskTeam(team: TeamPart, { dealId, personId, personIdOrNull, clean }: Mask): TeamPart {
  const { bridges, moves, shares, closing, unknown } = team;
  const value = (one: TeamPart['moves'][number]['from']) => (typeof one === 'string' ? clean(one) : one);
  return {
    ...team,
    people: team.people.map(personId),
    deals: team.deals.map(dealId),
    bridges: bridges.map(({ start, lines, end }) => ({
      start,
      lines: lines.map(({ line, money, parts }) => ({
        line,
        money,
        parts: parts.map(({ deal, money }) => ({ deal: dealId(deal), money })),
      })),
      end,
    })),
    moves: moves.map((move) => ({ ...move, deal: dealId(move.deal), from: value(move.from), to: value(move.to) })),
    deciding: team.deciding.map(dealId),
    shares: shares.map((share) => ({ ...share, deal: dealId(share.deal), person: personIdOrNull(share.person) })),
    closing: { ...closing, pullIns: { ...closing.pullIns, deals: closing.pullIns.deals.map(dealId) } },
    unknown: {
      ...unknown,
      unseen: unknown.unseen.map(dealId),
      gone: unknown.gone.map(dealId),
      lacking: unknown.lacking.map(({ field, neverSeen, empty }) => ({
        field,
        neverSeen: neverSeen.map(dealId),
        empty: empty.map(dealId),
      })),
    },
  };
}

function maskPerson(person: PersonPart, { personId, personName, dealId }: Mask): PersonPart {
  return {
    ...person,
    id: personId(person.id),
    name: personName(person.id),
    talks: person.talks.map(({ on, deal }) => ({ on, deal: deal === null ? null : dealId(deal), practice: '' })),
  };
}

function maskDeal(deal: DealPart, mask: Mask): DealPart {
  const { dealId, dealName, accountName, personIdOrNull, clean } = mask;
  const seen = Object.entries(deal.evidence).map(([field, { raw, rule, ...when }]) => [
    field,
    { raw: clean(raw), rule: clean(rule) ?? '', ...when },
  ]);
  return {
    ...deal,
    ...{ id: dealId(deal.id), name: dealName(deal.id), account: accountName(deal.account), url: null },
    ...{ owner: personIdOrNull(deal.owner), stage: clean(deal.stage), pipeline: clean(deal.pipeline) },
    reasons: deal.reasons.map((reason) => maskReason(reason, mask)),
    evidence: Object.fromEntries(seen),
    changes: deal.changes.flatMap((change) => maskChange(change, mask)),
  };
}

function maskReason(reason: ReasonPart, { clean, isClean }: Mask): ReasonPart {
  const evidence = reason.evidence.map((one) => ({ ...one, raw: clean(one.raw), rule: clean(one.rule) ?? '' }));
  const isNaming = Object.values(reason.facts).some((fact) => typeof fact === 'string' && !isClean(fact));
  return isNaming ? { ...reason, evidence, facts: {}, isQuoting: true } : { ...reason, evidence };
}

/** That a name or an account is written otherwise cannot be told without it. */
function maskChange(change: ChangePart, { clean, isClean, personIdOrNull }: Mask): ChangePart[] {
  const { field, from, to, raw, rule } = change;
  if (field === 'name' || field === 'account') return [];
  if (field === 'owner') {
    const id = (value: Value) => personIdOrNull(typeof value === 'string' ? value : null);
    return [{ ...change, from: id(from), to: id(to), raw: null, rule: clean(rule) ?? '' }];
  }
  if ([from, to].some((value) => typeof value === 'string' && !isClean(value))) return [];
  return [{ ...change, raw: clean(raw), rule: clean(rule) ?? '' }];
}

function maskSaid(said: SaidPart, { dealId, whom, promiseId, personIdOrNull, clean }: Mask): SaidPart {
  const { nextStep, dateSaidBy, wait, promises, prompts } = said;
  return {
    id: dealId(said.id),
    nextStep: nextStep && {
      text: null,
      due: nextStep.due,
      seen: nextStep.seen && { ...nextStep.seen, raw: null, rule: clean(nextStep.seen.rule) ?? '' },
    },
    dateSaidBy: dateSaidBy && { ...dateSaidBy, who: whom(dateSaidBy.who) },
    wait: wait && { until: wait.until, what: '', saidBy: wait.saidBy && whom(wait.saidBy) },
    promises: promises.map((promise) => ({
      ...promise,
      ...{ id: promiseId(promise.id), what: '', who: whom(promise.who), whose: personIdOrNull(promise.whose) },
      ...{ proof: null, reason: null },
    })),
    prompts,
    facts: {},
    changes: [],
  };
}

function maskNote(note: Note, { dealId, whom }: Mask): Note[] {
  if (note.kind === 'sentence') return [];
  const owner = note.owner && whom(note.owner);
  const blank = { deal: dealId(note.deal), owner, action: '' };
  return [note.kind === 'line' ? { ...note, ...blank, why: '' } : { ...note, ...blank }];
}
