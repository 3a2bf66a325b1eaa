import type { LimitPlace } from '../lib/risk/edit-limits.ts';
import type { OpenKind } from '../lib/risk/limits.ts';
import type { Marked } from '../lib/risk/try-limits.ts';
import type { Family, SignalName } from '../lib/risk/types.ts';
import { countOf } from './data-words.ts';

export const FAMILY_WORDS: Record<Family, string> = {
  quiet: 'Silence',
  date: 'Close date',
  'next-step': 'Next step',
  stage: 'Stage',
  money: 'Amount',
  people: 'People',
  process: 'How it is worked',
  good: 'Good signs: they lower the risk',
};

export const KINDS: readonly OpenKind[] = ['early', 'mid', 'late'];
export const KIND_HEADS: Record<OpenKind, string> = { early: 'Early', mid: 'Mid', late: 'Late' };

/** What the figure of a signal counts, and on which side of it the signal holds. Null: it is on or off. */
export const COUNTED: Record<SignalName, { what: string; holds: 'from' | 'under' | 'up to' } | null> = {
  'close-date-past': { what: 'working days past the close date', holds: 'from' },
  pushed: { what: 'days later: in all, in late stages in one move', holds: 'from' },
  stalled: { what: 'days in the same stage', holds: 'from' },
  'stage-back': { what: 'stages back', holds: 'from' },
  'no-next-step': { what: 'working days without a step', holds: 'from' },
  'next-step-past': { what: 'working days past its day', holds: 'from' },
  'no-activity': { what: 'days since the last activity', holds: 'from' },
  'date-too-early': { what: 'days left', holds: 'under' },
  'amount-cut': { what: 'percent less', holds: 'from' },
  'unusual-size': { what: 'times the usual won amount', holds: 'from' },
  'buyer-silent': { what: 'days since the buyer did something', holds: 'from' },
  'seller-alone': { what: 'days on which we alone wrote or called', holds: 'from' },
  'due-this-period': { what: 'days left in the month', holds: 'up to' },
  'older-than-won': { what: 'times the usual age of won deals', holds: 'from' },
  'stage-skipped': { what: 'stages passed over', holds: 'from' },
  'stage-unproven': { what: 'proofs answered with no', holds: 'from' },
  'vague-step': null,
  'step-unchanged': { what: 'days with the same step', holds: 'from' },
  'step-too-far': { what: 'days ahead', holds: 'from' },
  'amount-unrefined': { what: 'stages with the first figure', holds: 'from' },
  'few-contacts': { what: 'people', holds: 'under' },
  'no-decision-maker': null,
  'qualification-gaps': { what: 'open questions', holds: 'from' },
  competitor: null,
  'owner-changed': { what: 'days since the handover', holds: 'up to' },
  reopened: { what: 'days since it was opened again', holds: 'up to' },
  'commit-unproven': { what: 'families of signs against it', holds: 'from' },
  'buyer-acted': { what: 'days since they did', holds: 'up to' },
  'moved-on': { what: 'days since the move', holds: 'up to' },
  'offer-revised': { what: 'offers', holds: 'from' },
  'promise-kept': { what: 'days since it was kept', holds: 'up to' },
};

/** "Holds from this many days in the same stage on." */
export function sayCounted(signal: SignalName): string {
  const counted = COUNTED[signal];
  if (!counted) return 'On or off.';
  const { what, holds } = counted;
  return `Figure: ${what}. Holds ${holds === 'from' ? 'from there on' : holds === 'under' ? 'below it' : 'up to it'}.`;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function samePlace(a: LimitPlace, b: LimitPlace): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function sayPlace(place: LimitPlace): string {
  if (place === 'everywhere') return 'all deals';
  if ('pipeline' in place) return `the pipeline ${place.pipeline}`;
  return place.size === 'big' ? 'large deals' : 'small deals';
}

/** "Marks 14 of 62 open deals, 9 today." */
export function sayMarked(after: Marked, today: Marked): string {
  const { marked, open } = after;
  if (open === 0) return 'No open deal was seen in the last two weeks to try it on.';
  return `Marks ${marked.toLocaleString()} of ${countOf(open, 'open deal')}, ${
    marked === today.marked ? 'as today' : `${today.marked.toLocaleString()} today`
  }.`;
}

/** Above ten years of days, and any count. */
const FIGURE_MOST = 10_000;

/** Null: nothing, which is off. Undefined: no figure that can be a limit. */
export function parseFigure(text: string): number | null | undefined {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return null;
  if (!/^\d{1,5}(\.\d{1,2})?$/.test(plain)) return undefined;
  const figure = Number(plain);
  return figure <= FIGURE_MOST ? figure : undefined;
}
