import type { DealRow } from '../../coaching/card.ts';
import { dealsNow } from '../../coaching/deals-now.ts';
import { describeSignal } from '../../coaching/describe-signal.ts';
import { rowOf } from '../../coaching/pick-touches.ts';
import { sayValue } from '../../coaching/say-value.ts';
import { speakerAt } from '../../coaching/words/dates.ts';
import { wordsFor } from '../../coaching/words/words-for.ts';
import type { FieldName } from '../../deal/fields.ts';
import type { DealHistory, Moment } from '../../history/types.ts';
import type { TeamContext } from '../../risk/team-context.ts';
import { judgedBy } from '../../settings/judged-by.ts';
import type { TeamSettings } from '../team-settings.ts';

/** What is known of one deal in a few lines. `row.detail`: when it was last seen. */
export type KnownOfDeal = { row: DealRow; fields: { name: string; value: string }[]; reasons: string[] };

const TOLD = ['stage', 'closeDate', 'owner', 'nextStep'] as const satisfies FieldName[];
const MOST_REASONS = 3;

export function knownOfDeal(
  history: DealHistory,
  moment: Moment,
  settings: TeamSettings,
  usual: TeamContext | null,
  locale: string | undefined,
): KnownOfDeal | null {
  const [now] = dealsNow([history], moment, judgedBy(settings), usual);
  if (!now) return null;
  const words = wordsFor(locale);
  const say = speakerAt(moment.asOf, moment.timeZone, locale);
  const { deal, assessment } = now;
  const { level } = assessment.freshness;
  const seen =
    level === 'stale' ? words.freshness.stale : level === 'ageing' ? words.freshness.ageing : words.freshness.fresh;
  return {
    row: rowOf(now, seen(say.on(deal.lastSeenAt)), say, words),
    fields: TOLD.map((field) => {
      const known = deal.fields[field];
      return {
        name: words.capital(words.field(field)),
        value: known ? sayValue(field, known.value, words, say) : 'never seen',
      };
    }),
    reasons:
      level === 'stale'
        ? []
        : assessment.on.slice(0, MOST_REASONS).map((signal) => describeSignal(signal, words, say).fact),
  };
}
