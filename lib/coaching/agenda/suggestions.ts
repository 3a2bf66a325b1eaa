import { factsOf } from '../../risk/facts.ts';
import type { SignalName } from '../../risk/types.ts';
import type { Words } from '../words/english.ts';
import type { ProvenMoment, Suggestion } from './agenda.ts';
import { agendaWords } from './agenda-words.ts';
import { nameOf, type OwnDeal } from './own-deals.ts';

/** Two, so that there is something to choose. */
const MOST = 2;
/** On one deal alone it may be that deal. */
const FEWEST_DEALS = 2;
const NAMED = 3;

type Theme = keyof typeof agendaWords.tries;

/** Which signals tell of one way of working. */
const THEMES: Record<Theme, readonly SignalName[]> = {
  date: ['pushed', 'close-date-past'],
  step: ['no-next-step', 'next-step-past', 'vague-step', 'step-too-far', 'step-unchanged'],
  people: ['few-contacts', 'no-decision-maker'],
  quiet: ['buyer-silent', 'seller-alone', 'no-activity', 'stalled'],
  proof: ['stage-unproven', 'stage-skipped'],
  early: ['date-too-early', 'due-this-period'],
};

/**
 * Two things to choose one from: what the person's own open deals have in common first, then what went well and may be
 * done again. Fewer where there is too little to go by.
 */
export function suggestionsFor(own: readonly OwnDeal[], moments: readonly ProvenMoment[], words: Words): Suggestion[] {
  const seen = own.filter(({ outcome, assessment }) => outcome === 'open' && assessment.freshness.level !== 'stale');
  const common = (Object.keys(THEMES) as Theme[])
    .map((theme) => ({ theme, deals: seen.filter((deal) => isOf(theme, deal)) }))
    .filter(({ deals }) => deals.length >= FEWEST_DEALS)
    .sort((a, b) => b.deals.length - a.deals.length)
    .map(({ theme, deals }) => ({
      key: theme,
      practice: agendaWords.tries[theme],
      evidence: evidenceOf(theme, deals, seen.length, words),
    }));
  const kinds = new Set<string>();
  const again = moments.flatMap(({ kind, dayText, name }): Suggestion[] => {
    if (kinds.has(kind)) return [];
    kinds.add(kind);
    return [{ key: kind, practice: agendaWords.again[kind], evidence: agendaWords.worked(dayText, name) }];
  });
  return [...common, ...again].slice(0, MOST);
}

const isOf = (theme: Theme, { assessment }: OwnDeal) =>
  assessment.on.some(({ signal }) => THEMES[theme].includes(signal));

function evidenceOf(theme: Theme, deals: readonly OwnDeal[], of: number, words: Words): string {
  const names = deals.slice(0, NAMED).map((deal) => nameOf(deal, words).name);
  const list = words.list(deals.length > NAMED ? [...names, agendaWords.others(deals.length - NAMED)] : names);
  // That nothing happened is said only where it would have been seen on each of them.
  const unmoved = deals.every(({ assessment }) =>
    assessment.on.some((signal) => factsOf(signal, 'pushed')?.diagnosis === 'never-real'),
  );
  const found = theme === 'date' && unmoved ? agendaWords.found.dateUnmoved : agendaWords.found[theme];
  return found(deals.length, of, list);
}
