import type { FieldReading } from '../deal/reading.ts';
import { LIMITS } from '../deal/reading.ts';
import type { Scope } from './deep-select.ts';
import type { RowEvidence } from './evidence.ts';
import type { Cell } from './read-cells.ts';
import { isMachine, sourceOf, type Taken, takeFrom, textFrom } from './read-source.ts';
import { editorIn } from './read-text.ts';
import { completeMoney, isMoney, parseValue, type ReadingContext } from './read-values.ts';
import type { CrmReader, FieldRule, ReadOptions, Take } from './types.ts';

export type FieldContext = {
  reader: CrmReader;
  values: ReadingContext;
  /** Set once a field that is being edited was met. */
  editing: boolean;
  /** Where the values stand, for watching. */
  evidence: Element[];
  /** Where the deals of a list stand. */
  rows: RowEvidence[];
  trace: ReadOptions['trace'];
};

type Candidate = Taken & { take: Take; rule: string };

/** What is kept for programs is no text for a user. */
function isOf(rule: FieldRule, take: Take): boolean {
  return !isMachine(take) || (rule.kind !== 'text' && rule.kind !== 'stage');
}

function* inCell(cell: Cell, rule: FieldRule): Generator<Candidate> {
  for (const take of rule.inCell ?? cell.set.value) {
    const taken = isOf(rule, take) ? takeFrom(cell.scope, take) : null;
    const inside = sourceOf(take);
    if (taken) yield { ...taken, take, rule: `${cell.by}:${cell.key.trim().slice(0, 60)}${inside && ` ${inside}`}` };
  }
}

function* candidates(rule: FieldRule, scope: Scope, cells: readonly Cell[] | undefined): Generator<Candidate> {
  for (const cell of cells ?? []) if (cell.by === 'name') yield* inCell(cell, rule);
  for (const take of rule.from ?? []) {
    const taken = isOf(rule, take) ? takeFrom(scope, take) : null;
    if (taken) yield { ...taken, take, rule: sourceOf(take) };
  }
  for (const cell of cells ?? []) if (cell.by === 'label') yield* inCell(cell, rule);
}

/** True where the candidate is what a user is typing, not what the CRM has saved. */
function isDraft(candidate: Candidate, rule: FieldRule, context: FieldContext): boolean {
  if (context.reader.inputs === 'values') return false;
  const editor = editorIn(candidate.element);
  if (!editor) return false;
  return !rule.inputIsValue || editor === (editor.getRootNode() as Document | ShadowRoot).activeElement;
}

type Missing = Extract<FieldReading<never>, { ok: false }>;

const WEIGHT = { 'not-on-page': 0, empty: 1, unreadable: 2, ambiguous: 2 } as const;

export function readField(
  rule: FieldRule,
  scope: Scope,
  cells: readonly Cell[] | undefined,
  context: FieldContext,
): FieldReading<unknown> {
  let missing: Missing = { ok: false, reason: 'not-on-page' };
  // An amount without its currency waits for an alternative that shows the same amount with it.
  let bare: Extract<FieldReading<unknown>, { ok: true }> | null = null;
  let currency: string | null | undefined;
  if (context.reader.inputs === 'drafts' && !rule.inputIsValue && cells?.some((cell) => editorIn(cell.element))) {
    context.editing = true;
    return missing;
  }
  for (const candidate of candidates(rule, scope, cells)) {
    context.evidence.push(candidate.element);
    // A cell itself was looked at above.
    const looked = !rule.inputIsValue && cells?.some(({ element }) => element === candidate.element);
    if (!looked && isDraft(candidate, rule, context)) {
      context.editing = true;
      return { ok: false, reason: 'not-on-page', rule: candidate.rule };
    }
    const machine = isMachine(candidate.take);
    if (currency === undefined) currency = textFrom(scope, rule.currency);
    const raw = candidate.text.trim().slice(0, LIMITS.raw);
    const result = parseValue(rule, candidate.text, machine, currency, context.values);
    context.trace?.(rule, { rule: candidate.rule, raw, outcome: result.ok ? 'read' : result.reason });
    if (!result.ok) {
      if (WEIGHT[result.reason] > WEIGHT[missing.reason]) {
        missing = { ok: false, reason: result.reason, raw, rule: candidate.rule };
      }
      continue;
    }
    const reading = { ok: true as const, value: result.value, raw, rule: candidate.rule };
    if (!isMoney(result.value)) return reading;
    if (bare && isMoney(bare.value)) {
      const complete = completeMoney(bare.value, result.value);
      if (complete) return { ...bare, value: complete };
    } else if (result.value.currency === null && !result.value.symbol) {
      bare = reading;
    } else {
      return reading;
    }
  }
  return bare ?? missing;
}
