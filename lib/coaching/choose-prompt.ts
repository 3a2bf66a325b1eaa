import type { Instant } from '../deal/day.ts';
import type { PromptEvent } from '../deal/promise.ts';
import type { Role } from '../deal/role.ts';
import type { SignalOn } from '../risk/types.ts';
import { fill } from './catalogue/fill.ts';
import type { Catalogue, Figures, OpenKind, Prompt, Situation, Topic } from './catalogue/types.ts';
import { numberFrom } from './number-from.ts';

/** Something that may be asked about: its topic, what it rests on, and the figures for its words. */
export type Ask = {
  topic: Topic;
  basis: string;
  figures: Figures;
  situations: ReadonlySet<Situation>;
};

export type Chosen = {
  ask: Ask;
  prompt: Prompt;
  question: string;
  proof: string;
  /** Asked already, and nothing it rests on has changed since. */
  askedAt: Instant | null;
};

export type ChoiceContext = {
  catalogue: Catalogue;
  /** The deal's id. */
  deal: string;
  role: Role;
  stageKind: OpenKind | null;
  /** The deal's prompt events up to the moment of the card. */
  events: readonly PromptEvent[];
  isToday: (at: Instant) => boolean;
  /** How likely prompts are to help, by id, against the average; 0: retired. */
  helps?: ReadonlyMap<string, number> | undefined;
};

/**
 * The one question for a deal: the first of `asks` (strongest first) that was not put yet on what it rests on now. One a
 * day: what was asked today stays, waiting for its proof. Where all were asked, the first that still waits for its answer;
 * null where every one is settled.
 */
export function choosePrompt(asks: readonly Ask[], context: ChoiceContext): Chosen | null {
  let fresh: Chosen | null = null;
  let waiting: Chosen | null = null;
  for (const ask of asks) {
    const onThis = context.events.filter((event) => event.basis === ask.basis);
    if (onThis.some((event) => event.kind === 'proof-seen')) continue;
    const asked = onThis.findLast((event) => event.kind === 'asked');
    const chosen = asked ? asAsked(ask, asked, context) : bestFit(ask, context);
    if (!chosen) continue;
    if (asked && context.isToday(asked.at)) return chosen;
    if (asked) waiting ??= chosen;
    else fresh ??= chosen;
  }
  return fresh ?? waiting;
}

/** Strongest first: what a signal adds to the score times how far it is over its limit. At the limit it still counts. */
export function orderToAsk(on: readonly SignalOn[], counted: (signal: SignalOn) => number): SignalOn[] {
  const weight = (signal: SignalOn) => counted(signal) * Math.max(signal.severity, 0.1);
  return [...on].sort((a, b) => weight(b) - weight(a) || b.points - a.points);
}

/** Fits this near to the best are as good: the deal decides among them, or a list would ask one thing five times. */
const AS_GOOD = 1.5;
/** Whatever fits goes before what was heard here, and that before what hardly ever helped. */
const [HEARD, RETIRED] = [100, 1_000];

function bestFit(ask: Ask, context: ChoiceContext): Chosen | null {
  const fitting = context.catalogue.flatMap((prompt) => {
    if (prompt.signal !== ask.topic || prompt.role !== context.role) return [];
    const fit = fitOf(prompt, ask, context);
    const chosen = fit === null ? null : say(prompt, ask, null);
    if (fit === null || !chosen) return [];
    // The same words twice on one deal sound like a machine, whatever has changed since: any other variant goes first.
    const heard = context.events.some((event) => event.kind === 'asked' && event.prompt === prompt.id);
    const help = context.helps?.get(prompt.id) ?? 1;
    // One that helps twice as often as most outweighs the difference between fits that are as good.
    const tilt = help > 0 ? AS_GOOD * Math.log2(help) : -RETIRED;
    return [{ chosen, rank: fit + tilt - (heard ? HEARD : 0) }];
  });
  const best = Math.max(...fitting.map(({ rank }) => rank));
  const good = fitting.filter(({ rank }) => rank >= best - AS_GOOD);
  return good[numberFrom(context.deal, good.length)]?.chosen ?? null;
}

/** How closely a question fits: its situation says most, then its stage. Null: it does not. */
function fitOf(prompt: Prompt, ask: Ask, context: ChoiceContext): number | null {
  if (prompt.situation !== null && !ask.situations.has(prompt.situation)) return null;
  if (prompt.stages.length > 0 && (!context.stageKind || !prompt.stages.includes(context.stageKind))) return null;
  return (prompt.situation === null ? 0 : 4) + (prompt.stages.length > 0 ? 2.5 : 0);
}

function asAsked(ask: Ask, event: PromptEvent, context: ChoiceContext): Chosen | null {
  const prompt = context.catalogue.find(({ id }) => id === event.prompt);
  const same = prompt ? say(prompt, ask, event.at) : null;
  if (same) return same;
  const other = bestFit(ask, { ...context, events: [] });
  return other ? { ...other, askedAt: event.at } : null;
}

function say(prompt: Prompt, ask: Ask, askedAt: Instant | null): Chosen | null {
  const question = fill(prompt.question, ask.figures);
  const proof = fill(prompt.proof, ask.figures);
  return question === null || proof === null ? null : { ask, prompt, question, proof, askedAt };
}
