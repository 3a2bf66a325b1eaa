import { shorten } from '../coaching/words/clean-text.ts';
import { isDay } from '../deal/day.ts';
import type { FieldName } from '../deal/fields.ts';
import { formatMoney } from '../deal/money.ts';
import { categoryOf } from '../process/forecast-category.ts';
import type { ContentSpeech } from './content-speech.ts';
import { CATEGORY_WORDS, OUTCOME_WORDS } from './content-words.ts';
import type { Value } from './deal-part.ts';

const DAYS: ReadonlySet<FieldName> = new Set<FieldName>(['closeDate', 'createdOn', 'nextStepDue', 'lastActivity']);

/** One value of a field as a reader would write it. */
export function sayPart(
  field: FieldName | null,
  value: Value,
  { say, words, personName, hasAmounts }: ContentSpeech,
): string {
  if (field === 'owner') return personName(typeof value === 'string' ? value : null);
  if (field === 'amount' && !hasAmounts) return 'left out';
  if (value === null) return words.none;
  if (typeof value === 'number') return words.percent(Math.round(value));
  if (typeof value === 'object') return formatMoney(value, say.locale);
  if (field !== null && DAYS.has(field) && isDay(value)) return say.day(value);
  if (field === 'outcome' && value in OUTCOME_WORDS) return OUTCOME_WORDS[value as keyof typeof OUTCOME_WORDS];
  if (field === 'forecastCategory') {
    const category = categoryOf(value);
    if (category) return CATEGORY_WORDS[category];
  }
  return shorten(value);
}
