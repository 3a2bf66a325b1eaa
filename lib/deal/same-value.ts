import type { FieldName, FieldValue, Stage } from './fields.ts';
import { type Money, mayBeSameMoney, minorDigits } from './money.ts';

/** White space as a reader of the page sees it: runs are one blank, ends do not count. */
export function foldSpace(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** For comparing labels and names: white space folded, letters of one case. */
export function foldLabel(text: string): string {
  return foldSpace(text).toLowerCase();
}

/**
 * True where two values of a field may have been written for the same fact: what one page rounds, cuts or leaves out
 * is no change of the deal. Not transitive: 309,750 and 310,400 both pass for "310k", yet differ.
 */
export function sameValue(field: FieldName, a: FieldValue | null, b: FieldValue | null): boolean {
  if (a === null || b === null) return a === b;
  if (isMoney(a) && isMoney(b)) return mayBeSameMoney(a, b);
  if (isStage(a) && isStage(b)) return isSameStage(a, b);
  if (typeof a === 'number' && typeof b === 'number') return isSameNumber(a, b);
  if (typeof a === 'string' && typeof b === 'string') return isSameText(field, a, b);
  return false;
}

/** Of two values that are the same, all that both say. Gives `known` itself back when `said` adds nothing. */
export function mergeValue(field: FieldName, known: FieldValue | null, said: FieldValue | null): FieldValue | null {
  if (known === null || said === null) return known;
  if (isMoney(known) && isMoney(said)) return mergeMoney(known, said);
  if (isStage(known) && isStage(said)) return mergeStage(known, said);
  if (typeof known === 'number' && typeof said === 'number') {
    return Number.isInteger(known) && !Number.isInteger(said) ? said : known;
  }
  if (typeof known === 'string' && typeof said === 'string' && TEXTS.has(field)) {
    return cutAt(known) !== null && (cutAt(said) === null || said.length > known.length) ? said : known;
  }
  return known;
}

const TEXTS: ReadonlySet<FieldName> = new Set([
  'name',
  'pipeline',
  'owner',
  'account',
  'forecastCategory',
  'nextStep',
] satisfies FieldName[]);

function isMoney(value: FieldValue): value is Money {
  return typeof value === 'object' && 'minor' in value;
}

function isStage(value: FieldValue): value is Stage {
  return typeof value === 'object' && 'label' in value;
}

/** Lists round a percentage that the record shows in full. */
function isSameNumber(a: number, b: number): boolean {
  if (a === b) return true;
  return Number.isInteger(a) !== Number.isInteger(b) && Math.abs(a - b) <= 0.5;
}

/** Shorter stubs could open too many different texts. */
const SHORTEST_CUT = 8;

/** What stands before a closing ellipsis; null where the text is whole, or the stub says too little. */
function cutAt(text: string): string | null {
  const match = /^(.*?)\s*(?:…|\.{3})$/s.exec(foldSpace(text));
  return match?.[1] !== undefined && match[1].length >= SHORTEST_CUT ? match[1] : null;
}

function isSameText(field: FieldName, a: string, b: string): boolean {
  const whole = [foldSpace(a), foldSpace(b)] as const;
  if (whole[0] === whole[1]) return true;
  if (!TEXTS.has(field)) return false;
  const stubA = cutAt(a);
  const stubB = cutAt(b);
  if (stubA !== null && whole[1].startsWith(stubA)) return true;
  return stubB !== null && whole[0].startsWith(stubB);
}

/** By the machine's ids where both are known, else by their labels. */
export function isSameStage(a: Stage, b: Stage): boolean {
  if (a.id !== null && b.id !== null) return a.id === b.id;
  return foldLabel(a.label) === foldLabel(b.label);
}

/** Fills gaps alone: pages count the stages differently, and two languages would rename it on every look. */
function mergeStage(known: Stage, said: Stage): Stage {
  const id = known.id ?? said.id;
  const order = known.order ?? said.order;
  return id === known.id && order === known.order ? known : { ...known, id, order };
}

/** The finer figure in the known currency. A bare symbol is dropped once a code is known. */
function mergeMoney(known: Money, said: Money): Money {
  const currency = known.currency ?? said.currency;
  const [was, is] = [inCurrency(known, currency), inCurrency(said, currency)];
  return is.halfStep < was.halfStep ? is : was;
}

/** The same amount under a code; what its smallest part cannot hold widens the step. */
function inCurrency(value: Money, currency: string | null): Money {
  if (value.currency === currency) return value;
  const scale = 10 ** (minorDigits(currency) - minorDigits(value.currency));
  const exact = value.minor * scale;
  const minor = Math.round(exact) || 0;
  return { minor, currency, halfStep: Math.ceil(value.halfStep * scale + Math.abs(exact - minor)) };
}
