import { lastBuyerAct, type Past, pastAsOf } from '../history/past-as-of.ts';
import { INPUT_PARTS } from '../risk/types.ts';
import type { DealCard, EvidenceLine } from './card.ts';
import { type CardContext, cardContext } from './card-context.ts';
import type { CardInput } from './card-input.ts';
import { cardLines } from './card-lines.ts';
import { chooseForLead, promptOf } from './choose-for-lead.ts';
import { dateChoices } from './date-choices.ts';
import { type Lead, leadOf } from './lead.ts';
import { listProofs } from './list-proofs.ts';
import { listReasons, listSigns } from './list-reasons.ts';
import { pillOf } from './pill.ts';
import { sayScore } from './say-score.ts';
import { shorten } from './words/clean-text.ts';
import type { Speaker } from './words/dates.ts';

/** All that the overlay and the popup show of one deal, as text in the reader's locale. Pure: same input, same card. */
export function buildCard(input: CardInput): DealCard {
  const context = cardContext(input);
  const past = pastAsOf(input.history, input.moment);
  const { history, assessment, deal, words, say, moves, nextStep, promises, wait, snooze } = context;
  const lead = leadOf(context);
  const chosen = chooseForLead(lead, context);
  const closed = lead.kind === 'closed';
  const reasons = closed ? [] : listReasons(context);
  const { known, missing, of, parts, stale } = assessment.confidence;
  const [seen, things] = [known.length + parts.known.length, of + INPUT_PARTS.length];
  return {
    deal: history.deal.id,
    role: input.role,
    name: deal.fields.name?.value ?? null,
    url: history.deal.url,
    lead: lead.kind,
    band: isQuiet(lead, context) ? 'quiet' : assessment.score.band,
    pill: pillOf(lead, reasons.length, context),
    ...cardLines(lead, chosen, context),
    since: sinceText(context),
    changes: moves.lines,
    heard: heardText(context, past),
    contacts: contactLines(context, past),
    proofs: closed ? [] : listProofs(context),
    prompt: promptOf(chosen, lead, context),
    nextStep: closed ? null : (nextStep?.shown ?? null),
    promises,
    wait: wait && {
      id: wait.id,
      text: words.lines.wait(shorten(wait.what, 200), shorten(wait.saidBy)),
      until: wait.until,
    },
    snoozedUntil: snooze?.until ?? null,
    reasons,
    signs: closed ? [] : listSigns(context),
    score: sayScore(context, reasons.length, !closed),
    confidence: {
      text: words.confidence.text(seen, things, stale),
      known: seen,
      of: things,
      missing: [...missing.map(words.field), ...parts.missing.map(words.part)].map(words.capital),
    },
    unread: input.unread.map(({ field, reason, raw }) => ({
      field: words.capital(words.field(field)),
      reason,
      text: words.unread(words.field(field), reason),
      choices: reason === 'ambiguous' ? choicesOf(raw ?? '', say) : [],
    })),
    freshness: { level: assessment.freshness.level, text: freshnessText(context) },
    basis: words.basis(say.on(deal.record.firstSeenAt)),
    asOf: input.moment.asOf,
  };
}

function choicesOf(raw: string, say: Speaker): DealCard['unread'][number]['choices'] {
  return dateChoices(raw).map(({ order, day }) => ({ order, text: say.fullDay(day) }));
}

/** Closed, parked, snoozed and unseen deals raise no colour, whatever their figures say. */
function isQuiet(lead: Lead, { assessment, wait }: CardContext): boolean {
  if (lead.kind === 'closed' || lead.kind === 'snoozed') return true;
  return assessment.freshness.level === 'stale' || (lead.kind === 'healthy' && wait !== null);
}

function sinceText({ look, moves, words, say }: CardContext): string {
  if (look === null) return words.moves.sinceFirst;
  const day = say.dayOf(look) === say.today ? words.earlierToday : say.on(look);
  return moves.lines.length === 0 ? words.moves.none(day) : words.moves.sinceLook(day);
}

function heardText({ words, say }: CardContext, past: Past): string | null {
  const act = lastBuyerAct(past)?.entry;
  if (!act) return null;
  return words.heard(say.day(act.day), shorten([act.who, act.text].filter(Boolean).join(': '), 120));
}

function contactLines({ words, say }: CardContext, { contacts }: Past): EvidenceLine[] {
  if (!contacts) return [];
  const [page, seen] = [words.page('record'), say.on(contacts.seenAt)];
  return contacts.standing
    .map(({ entry }) => entry)
    .sort((a, b) => Number(!a.role) - Number(!b.role))
    .map(({ name, role, evidence }) => ({ ...evidence, field: role ? `${name} (${role})` : name, page, seen }));
}

function freshnessText({ assessment, deal, words, say }: CardContext): string {
  const { level, days } = assessment.freshness;
  if (days <= 0) return words.freshness.today;
  if (days === 1) return words.freshness.yesterday;
  return words.freshness[level](say.on(deal.lastSeenAt));
}
