import type { Instant } from '../deal/day.ts';
import type { DealCard } from './card.ts';
import type { CardContext } from './card-context.ts';
import { type Ask, type Chosen, choosePrompt } from './choose-prompt.ts';
import type { Lead } from './lead.ts';
import { askAbout, askAboutMoves, askAboutPromise, askWithoutSignal } from './list-asks.ts';

/** The one question of a card, after what it opens with; null where nothing is to be asked. */
export function chooseForLead(lead: Lead, context: CardContext): Chosen | null {
  const { say, history } = context;
  const isToday = (at: Instant) => say.dayOf(at) === say.today;
  const helps = context.usual?.helps;
  return choosePrompt(asksFor(lead, context), { ...context, helps, deal: history.deal.id, isToday });
}

function asksFor(lead: Lead, context: CardContext): Ask[] {
  const signals = () => context.toAsk.map((signal) => askAbout(signal, context));
  switch (lead.kind) {
    case 'promise':
      return lead.promise ? [askAboutPromise(lead.promise, context)] : [];
    case 'change':
      return asksAfterMove(context, signals());
    case 'signal':
      return signals();
    case 'thin':
      return [askWithoutSignal(context.assessment.freshness.level === 'stale' ? 'look-again' : 'thin', context)];
    case 'healthy':
      return context.wait ? [] : [askWithoutSignal('healthy', context)];
    default:
      return [];
  }
}

/** Where one thing moved and a signal is about just that, its question is the sharper one. */
function asksAfterMove(context: CardContext, signals: Ask[]): Ask[] {
  const { fields } = context.moves;
  const about = fields.length === 1 ? signals.filter(({ topic }) => MOVES[topic] === fields[0]) : [];
  return [...about, askAboutMoves(context), ...signals.filter((ask) => !about.includes(ask))];
}

const MOVES: Partial<Record<Ask['topic'], string>> = {
  pushed: 'closeDate',
  'stage-back': 'stage',
  'amount-cut': 'amount',
  'no-next-step': 'nextStep',
};

/** The question as the card shows it, with its reason: why this one, why now. */
export function promptOf(chosen: Chosen | null, lead: Lead, context: CardContext): DealCard['prompt'] {
  if (!chosen) return null;
  const { ask, prompt, question, proof, askedAt } = chosen;
  const askedOn = askedAt === null ? null : context.say.on(askedAt);
  const why = askedOn ? context.words.why.asked(askedOn) : whyOf(chosen, lead, context);
  // What was agreed as proof when the promise was made is sharper than any catalogue.
  const agreed = ask.topic === 'promise-due' ? lead.promise?.proof : null;
  const { id, followUp } = prompt;
  return { id, signal: ask.topic, basis: ask.basis, question, proof: agreed || proof, followUp, why, askedOn };
}

function whyOf({ ask, prompt }: Chosen, lead: Lead, context: CardContext): string {
  const { words, say, signals, toAsk } = context;
  const at = signals.findIndex(({ signal }) => signal === ask.topic);
  const signal = signals[at];
  if (signal) {
    const asked = lead.kind === 'signal' && at > 0;
    const later = signal === toAsk[0] ? words.why.likelier : words.why.nextStrongest;
    const rank = (asked ? later : words.why.strongest)(signals.length);
    const why = lead.kind === 'change' ? words.why.moved : rank;
    return words.why.now(why, say.weekday(signal.asOfDay), prompt.purpose);
  }
  const reasons: Partial<Record<Ask['topic'], string>> = {
    'promise-due': words.why.promise,
    moved: words.why.moved,
    'look-again': words.why.stale,
    thin: words.why.thin,
    healthy: words.why.healthy,
  };
  return words.why.plain(reasons[ask.topic] ?? words.why.moved, prompt.purpose);
}
