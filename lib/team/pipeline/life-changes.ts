import { lineOf } from '../../coaching/list-changes.ts';
import { sayValue } from '../../coaching/say-value.ts';
import { shorten } from '../../coaching/words/clean-text.ts';
import { changesAsOf } from '../../history/deal-as-of.ts';
import type { Change } from '../../history/types.ts';
import type { LifePart, LifeSource } from './life-item.ts';

const RAW = 400;

/** Every change of a field, the first sighting of each among them, with the text and the rule that it was read by. */
export function changesInLife({ history, moment, words, say }: LifeSource): LifePart[] {
  return changesAsOf(history, moment).map((change) => {
    const isFirst = change.from === undefined;
    const { text, when } = lineOf(change, words, say);
    const field = words.capital(words.field(change.field));
    return {
      kind: 'change',
      day: say.dayOf(change.seenAt),
      order: change.seenAt,
      text: isFirst ? `${field}: ${sayValue(change.field, change.to, words, say)}` : text,
      note: isFirst ? 'seen so first' : change.exact ? 'as a file tells it' : when,
      evidence: evidenceOf(change, field, words, say),
    };
  });
}

function evidenceOf(
  { evidence, seenAt }: Change,
  field: string,
  words: LifeSource['words'],
  say: LifeSource['say'],
): LifePart['evidence'] {
  const { raw, rule, page } = evidence;
  return {
    field,
    raw: shorten(raw, RAW),
    rule,
    page: words.page(page),
    seen: `${say.on(seenAt)}, ${say.clock(seenAt)}`,
  };
}
