import { shorten } from '../../coaching/words/clean-text.ts';
import type { FieldName, FieldValue } from '../../deal/fields.ts';
import { LIMITS } from '../../deal/reading.ts';
import type { Change, Known } from '../../history/types.ts';
import type { ChangePart, Seen, Value } from '../deal-part.ts';
import type { BuildContext } from './build-context.ts';

/** Fields whose text names people, or may. */
const NAMING: ReadonlySet<FieldName> = new Set<FieldName>(['owner', 'nextStep']);
const LONGEST = 300;

/** A page's text as it may stand in a part that stays when a person is erased. */
export const rawIn = (field: FieldName, raw: string): string | null =>
  NAMING.has(field) ? null : shorten(raw, LIMITS.raw);

export function seenOf(field: FieldName, { seenAt, lastSeenAt, evidence }: Known<unknown>): Seen {
  const { raw, rule, page } = evidence;
  return { raw: rawIn(field, raw), rule: shorten(rule, LIMITS.raw), page, seenAt, lastSeenAt };
}

export function changePart(change: Change, raw: string | null, context: BuildContext): ChangePart {
  const { field, from, to, after, seenAt, evidence, together, display } = change;
  return {
    field,
    from: valueIn(field, from ?? null, context),
    to: valueIn(field, to, context),
    after,
    seenAt,
    raw,
    rule: shorten(evidence.rule, LIMITS.raw),
    page: evidence.page,
    together: together ?? null,
    display: display ?? false,
  };
}

function valueIn(field: FieldName, value: FieldValue | null, { team, idOf }: BuildContext): Value {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'object') return 'label' in value ? shorten(value.label, LONGEST) : value;
  if (field === 'owner') return idOf(team.roster.personOf(value)?.name ?? null);
  return shorten(value, LONGEST);
}
