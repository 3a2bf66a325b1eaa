import { formatMoney } from '../../deal/money.ts';
import { stageKind } from '../../deal/stage-kind.ts';
import { nextStepDue } from '../../process/next-step-due.ts';
import { buildCard } from '../build-card.ts';
import type { CardInput } from '../card-input.ts';
import { describeSignal } from '../describe-signal.ts';
import { pointsOf, relativeValues } from '../rank.ts';
import { shorten } from '../words/clean-text.ts';
import type { Speaker } from '../words/dates.ts';
import type { Words } from '../words/english.ts';
import type { Agenda, AgendaDeal } from './agenda.ts';
import { agendaWords } from './agenda-words.ts';
import { nameOf, type OwnDeal } from './own-deals.ts';

/** What the cards of deals are built with. */
export type CardParts = Pick<CardInput, 'catalogue' | 'moment' | 'settings'>;

/** The later the stage, the nearer the end that help could still turn. Expert judgement. */
const STAGE_WEIGHTS = { early: 0.75, mid: 1, late: 1.25, unknown: 1 } as const;

/** A page holds so many. */
const MOST_IN_ALL = 30;

type Input = {
  own: readonly OwnDeal[];
  picked: string | null;
  whole: boolean;
  parts: CardParts;
  words: Words;
  say: Speaker;
};

export function dealsToTalk({ own, picked, whole, parts, words, say }: Input): Agenda['deals'] {
  const open = own.filter(({ outcome }) => outcome === 'open');
  const seen = open.filter(({ assessment }) => assessment.freshness.level !== 'stale');
  const values = relativeValues(open);
  const worth = (deal: OwnDeal) => values.get(deal) ?? 1;
  const help = helpFirst(seen, worth);
  const named = (deal: OwnDeal) => ({ ...nameOf(deal, words), about: aboutOf(deal, words, say) });
  const pickedDeal = seen.find(
    ({ history }) => history.deal.id === picked && history.deal.id !== help?.history.deal.id,
  );
  const ranked = seen.filter((deal) => deal !== help).sort((a, b) => worth(b) - worth(a));
  const byDate = [...seen].sort((a, b) => (closeOf(a) < closeOf(b) ? -1 : closeOf(a) > closeOf(b) ? 1 : 0));
  const view = (deal: OwnDeal) => talkOf(deal, parts, words, say);
  return {
    whole,
    help: help && view(help),
    picked: pickedDeal ? view(pickedDeal) : null,
    choices: ranked.map(named),
    all: whole ? byDate.slice(0, MOST_IN_ALL).map(view) : [],
    more: whole ? Math.max(0, byDate.length - MOST_IN_ALL) : 0,
    unseen: open.filter((deal) => !seen.includes(deal)).map((deal) => nameOf(deal, words)),
  };
}

/** By what speaks against it, its value and its stage; parked ones wait. Where nothing does, the largest. */
function helpFirst(seen: readonly OwnDeal[], worth: (deal: OwnDeal) => number): OwnDeal | null {
  const weight = (deal: OwnDeal) => {
    const kind = stageKind(deal.deal.fields.stage?.value ?? null, deal.history.stages, 'open');
    return (
      Math.max(0, pointsOf(deal)) *
      worth(deal) *
      STAGE_WEIGHTS[kind === 'won' || kind === 'lost' ? 'unknown' : (kind ?? 'unknown')]
    );
  };
  const best = (deals: readonly OwnDeal[], by: (deal: OwnDeal) => number) =>
    deals.reduce<OwnDeal | null>((most, deal) => (most && by(most) >= by(deal) ? most : deal), null);
  const awake = seen.filter(({ wait }) => wait === null);
  return (
    best(
      awake.filter((deal) => weight(deal) > 0),
      weight,
    ) ?? best(awake, worth)
  );
}

const closeOf = ({ deal }: OwnDeal) => deal.fields.closeDate?.value ?? '9999-12-31';

export function aboutOf({ deal }: OwnDeal, words: Words, say: Speaker): string {
  const { amount, stage, closeDate } = deal.fields;
  const parts = [
    amount?.value && formatMoney(amount.value, say.locale),
    stage?.value && shorten(stage.value.label),
    closeDate?.value && agendaWords.closes(say.day(closeDate.value)),
  ];
  return agendaWords.about(parts.filter((part): part is string => Boolean(part))) || words.none;
}

function talkOf(deal: OwnDeal, parts: CardParts, words: Words, say: Speaker): AgendaDeal {
  const { history, assessment } = deal;
  // One voice: both sit before the same sheet.
  const card = buildCard({ ...parts, history, assessment, role: 'manager', unread: [] });
  const strongest = assessment.on[0];
  const speaksAgainst = card.lead === 'signal' || card.lead === 'change' || card.lead === 'promise';
  const fact = speaksAgainst
    ? card.line1
    : strongest
      ? words.sentence(describeSignal(strongest, words, say).fact)
      : deal.wait
        ? card.line1
        : agendaWords.stays;
  const step = card.nextStep;
  const past = step?.from === 'crm' && (nextStepDue(deal.deal)?.due ?? say.today) < say.today;
  return {
    ...nameOf(deal, words),
    about: aboutOf(deal, words, say),
    fact,
    next: step && !past ? words.lines.next(step.text, step.due) : null,
    question: card.prompt?.question ?? null,
    proof: card.prompt?.proof ?? null,
  };
}
