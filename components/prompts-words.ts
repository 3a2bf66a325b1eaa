import { figuresIn } from '../lib/coaching/catalogue/fill.ts';
import type { Language } from '../lib/coaching/catalogue/languages.ts';
import type { OwnPrompts, PromptTexts } from '../lib/coaching/catalogue/own-prompts.ts';
import type { Catalogue, Prompt, Situation, Topic } from '../lib/coaching/catalogue/types.ts';
import type { Share } from '../lib/coaching/likely-to-help.ts';
import { TITLES } from '../lib/coaching/words/english-names.ts';
import { RISK_NAMES } from '../lib/risk/types.ts';
import { countOf } from './data-words.ts';
import { capital } from './limits-words.ts';

const OTHERS: Partial<Record<Topic, string>> = {
  moved: 'it moved since the last look',
  'promise-due': 'a promise is due',
  'look-again': 'not seen for a while',
  thin: 'little is known of it',
  healthy: 'nothing speaks against it',
};

/** All that a question can be about, in the order of the page. */
export const TOPICS: readonly Topic[] = [...RISK_NAMES, ...(Object.keys(OTHERS) as Topic[])];

export const topicTitle = (topic: Topic) => capital(({ ...TITLES, ...OTHERS } as Record<Topic, string>)[topic]);

export const SITUATION_WORDS: Record<Situation, string> = {
  first: 'the first time',
  repeated: 'not the first time',
  'never-real': 'the date moved and nothing had happened',
  'new-event': 'the date moved with something new',
  severe: 'far over the limit',
  big: 'a big deal',
  'late-in-period': 'the quarter ends soon',
  ours: 'a promise of ours',
  theirs: 'a promise of theirs',
  'not-checked': 'nobody has looked since',
  strong: 'a healthy deal, and the last ones were won',
};

/** A language in its own words. */
export function languageName(language: Language): string {
  return capital(new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language);
}

/** "Manager, late stages, a big deal": when a question fits. */
export function sayFit({ role, stages, situation }: Prompt): string {
  const when = stages.length > 0 ? `${stages.join(' and ')} stages` : 'any stage';
  return [role === 'rep' ? 'Rep' : 'Manager', when, ...(situation ? [SITUATION_WORDS[situation]] : [])].join(', ');
}

/** Fewer say nothing. */
const ASKED_LEAST = 5;

export function sayShare(share: Share | undefined, isResting: boolean): string {
  if (!share || share.asked === 0) return 'Not asked yet.';
  const asked = `Asked ${countOf(share.asked, 'time')}`;
  if (share.asked < ASKED_LEAST) return `${asked}: too few to say what it leads to.`;
  const led = `${asked}, ${share.proved.toLocaleString()} led to a proof within three weeks.`;
  return isResting ? `${led} It rests while another one fits.` : led;
}

/** The figures that the questions as shipped put in where it is about this. */
export function figuresAbout(topic: string, shipped: Catalogue): string[] {
  const about = shipped.filter(({ signal }) => signal === topic);
  const general = ['closeDate', 'stage', 'since', 'seen', 'periodEnd'];
  return [...new Set([...about.flatMap(({ question, proof }) => figuresIn(`${question} ${proof}`)), ...general])];
}

/** Why these words cannot be kept, as a sentence; null where they can. */
export function problemWith(texts: PromptTexts, figures: readonly string[]): string | null {
  if (!texts.question) return 'A question needs its words.';
  if (!texts.proof) return 'Say what would prove the answer: a question without its proof is not kept.';
  if (!texts.purpose) return 'Say what the answer tells.';
  const strange = figuresIn(`${texts.question} ${texts.proof}`).find((name) => !figures.includes(name));
  if (strange) return `{${strange}} is no figure that is known here. Those are: ${braced(figures)}.`;
  if (figuresIn(texts.followUp).length > 0) return 'What is said to a vague answer holds no figures.';
  return null;
}

export const braced = (figures: readonly string[]) => figures.map((name) => `{${name}}`).join(', ');

export function sayOwn({ off, changed, added }: OwnPrompts): string {
  const parts = [
    ...(added.length > 0 ? [`${added.length} added`] : []),
    ...(Object.keys(changed).length > 0 ? [`${Object.keys(changed).length} in other words`] : []),
    ...(off.length > 0 ? [`${off.length} switched off`] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'nothing';
}
