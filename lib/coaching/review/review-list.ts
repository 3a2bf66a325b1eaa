import { dayInZone } from '../../deal/day.ts';
import { courierLine, oneLine } from '../../process/courier-line.ts';
import { sayFullDay } from '../words/dates.ts';
import type { Review, ReviewItem } from './review-state.ts';
import { NO_OWNER, sayAnswer } from './review-words.ts';

/** `text`: as it is pasted into a mail; `markdown`: into notes. */
export type ListForm = 'text' | 'markdown';

type Pen = { title(text: string): string; person(text: string): string; deal(text: string): string; said: Said };
type Said = (label: string, text: string) => string;

/** What a page wrote stays text: nothing of it becomes a link, a heading or a tag. */
const asIs = (text: string) => oneLine(text).replace(/[\\`*_{}[\]()<>#+!|~-]/g, '\\$&');

const PENS: Record<ListForm, Pen> = {
  text: {
    title: (text) => oneLine(text),
    person: (text) => `\n${oneLine(text)}`,
    deal: (text) => `- ${oneLine(text)}`,
    said: (label, text) => `  ${label}: ${oneLine(text)}`,
  },
  markdown: {
    title: (text) => `# ${asIs(text)}`,
    person: (text) => `\n## ${asIs(text)}\n`,
    deal: (text) => `- **${asIs(text)}**`,
    said: (label, text) => `  - ${label}: ${asIs(text)}`,
  },
};

/**
 * What a run came to, person by person in roster order: the question, the answer, and what was promised, with its day and
 * proof. No figures of the score and no counts: whoever is named in it may read it.
 */
export function reviewList(review: Review, form: ListForm, timeZone: string, locale?: string | undefined): string {
  const pen = PENS[form];
  const talked = review.items.filter(({ step }) => step !== 'pending' && step !== 'skipped');
  const rest = review.items.filter((item) => !talked.includes(item));
  const lines = [pen.title(`Review, ${sayFullDay(dayInZone(review.startedAt, timeZone), locale)}`)];
  for (const person of review.people) {
    const theirs = talked.filter((item) => item.person === person);
    if (theirs.length === 0) continue;
    lines.push(pen.person(person || NO_OWNER), ...theirs.flatMap((item) => ofDeal(item, pen.deal, pen.said, locale)));
  }
  if (talked.length === 0) lines.push('', 'Nothing was asked.');
  if (rest.length > 0) lines.push(pen.person('Not talked about this time'), ...rest.map(({ name }) => pen.deal(name)));
  if (review.lookAgain > 0) {
    const deals = review.lookAgain === 1 ? '1 deal' : `${review.lookAgain} deals`;
    lines.push(pen.person('To look at before the next one'), pen.deal(`${deals} not seen for two weeks`));
  }
  return `${lines.join('\n')}\n`;
}

function ofDeal(item: ReviewItem, deal: Pen['deal'], said: Said, locale: string | undefined): string[] {
  const { name, amount, question, answer, agreed } = item;
  const lines = [deal(amount ? `${name}, ${amount}` : name), said('Asked', question)];
  lines.push(
    said('Answer', answer ? [sayAnswer(answer.kind, item), answer.note].filter(Boolean).join(': ') : 'still to come'),
  );
  if (agreed?.wait) {
    lines.push(said('Agreed wait', `until ${sayFullDay(agreed.by, locale)}: ${agreed.what} (${agreed.who} said so)`));
  } else if (agreed) lines.push(said('Promise', courierLine(agreed, locale)));
  return lines;
}
