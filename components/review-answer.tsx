import { useRef, useState } from 'preact/hooks';
import { dayChoices, lineOf, readPromiseLine } from '../lib/coaching/review/promise-line.ts';
import type { AnswerKind, ReviewItem } from '../lib/coaching/review/review-state.ts';
import { answersTo, sayAnswer } from '../lib/coaching/review/review-words.ts';
import { type Day, isDay, type WorkCalendar } from '../lib/deal/day.ts';
import type { Side } from '../lib/deal/promise.ts';
import { formatDay } from './format-day.ts';
import { Key } from './key.tsx';
import { ReviewMoves } from './review-moves.tsx';
import type { ReviewActions } from './review-state.ts';
import { useAct } from './use-act.ts';

type ReviewAnswerProps = {
  item: ReviewItem;
  today: Day;
  me: string | null;
  calendar: WorkCalendar;
  actions: ReviewActions;
};

/** The next workday goes by its own name. */
const CHOICES = ['', '1 week', '2 weeks'];

/** Two inputs: what came back, by one key, and what was promised, in one line with its day. */
export function ReviewAnswer({ item, today, me, calendar, actions }: ReviewAnswerProps) {
  const act = useAct();
  const lineInput = useRef<HTMLInputElement>(null);
  const [tomorrow = today, week = today] = dayChoices(today, calendar);
  const [answer, setAnswer] = useState<AnswerKind | null>(item.answer?.kind ?? null);
  const [note, setNote] = useState(item.answer?.note ?? '');
  const [line, setLine] = useState('');
  const [typed, setTyped] = useState(false);
  const [by, setBy] = useState(week);
  const [wait, setWait] = useState(false);
  const side: Side = answer === 'find-out' ? 'ours' : 'theirs';
  const who = side === 'ours' ? item.person || (me ?? 'We') : (item.buyer ?? 'They');
  const proof = (item.proof || item.due?.proof || '').slice(0, 300) || null;

  const pick = (kind: AnswerKind) => {
    setAnswer(kind);
    if (!typed) {
      setLine(begin(kind, item, me));
      setBy(kind === 'find-out' ? tomorrow : week);
    }
    lineInput.current?.focus();
  };
  const save = () => {
    const parts = item.agreed ? null : readPromiseLine(line, { by, proof, who, side, today });
    if (answer === null && !parts) throw new Error('Pick what came back, or press n to go on.');
    return actions.save({ answer, note: note.trim(), agreed: parts && { ...parts, wait } });
  };
  return (
    <form
      class="sheet"
      aria-label="What came back"
      onSubmit={(event) => {
        event.preventDefault();
        if (isDay(by)) act.run(save);
      }}
    >
      <fieldset class="answers">
        <legend>What came back</legend>
        {answersTo(item).map((kind, at) => (
          <label key={kind}>
            <input type="radio" name="answer" checked={answer === kind} onChange={() => pick(kind)} />
            <span class="key" aria-hidden="true">
              {at + 1}
            </span>
            {sayAnswer(kind, item)}
          </label>
        ))}
      </fieldset>
      {item.agreed ? (
        <p class="quiet">
          {item.agreed.wait ? 'Agreed wait' : 'Promised'}: {item.agreed.who}: {item.agreed.what},{' '}
          {formatDay(item.agreed.by)}
        </p>
      ) : (
        <div class="agreed">
          <label class="grow">
            <span>
              {wait ? 'Agreed wait: who said so, and for what' : 'Promise: who, and what they will do'} <Key name="p" />
            </span>
            <input
              maxLength={300}
              value={line}
              ref={lineInput}
              aria-keyshortcuts="p"
              placeholder={lineOf({ who, side, what: wait ? 'their board meets' : 'sends the redlines' })}
              onInput={({ currentTarget: { value } }) => {
                setLine(value);
                setTyped(true);
              }}
            />
          </label>
          <div class="days">
            <label>
              <span>
                {wait ? 'Until' : 'By'} <Key name="d" />
              </span>
              <input
                type="date"
                required
                aria-keyshortcuts="d"
                min={today}
                value={by}
                onInput={(event) => setBy(event.currentTarget.value)}
              />
            </label>
            {dayChoices(today, calendar).map((day, at) => (
              <button
                type="button"
                class="button"
                key={day}
                aria-label={`${CHOICES[at] ?? ''} ${formatDay(day)}`.trim()}
                aria-pressed={by === day}
                onClick={() => setBy(day)}
              >
                {CHOICES[at] || formatDay(day).split(/[\s,]/)[0]}
              </button>
            ))}
          </div>
        </div>
      )}
      <details class="more">
        <summary aria-keyshortcuts="m">
          A note, or a wait <Key name="m" />
        </summary>
        <div class="fields">
          <label class="wide">
            <span>Note to the answer</span>
            <input maxLength={300} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
          </label>
          {!item.agreed && (
            <label class="wide check">
              <input type="checkbox" checked={wait} onChange={(event) => setWait(event.currentTarget.checked)} />
              <span>We agreed to wait until that day</span>
            </label>
          )}
        </div>
      </details>
      <ReviewMoves actions={actions}>
        <button type="submit" class="button solid" aria-busy={act.busy} aria-keyshortcuts="Enter">
          Save and next <Key name="↵" />
        </button>
      </ReviewMoves>
    </form>
  );
}

/** What a promise begins with after each answer: one key and Enter are enough where somebody is to find out. */
function begin(kind: AnswerKind, { due, buyer, person }: ReviewItem, me: string | null): string {
  if (kind === 'off') return '';
  if (kind === 'day') return lineOf(due ?? { who: buyer ?? 'They', side: 'theirs' });
  const ours = { who: person || (me ?? 'We'), side: 'ours' as const };
  return lineOf(kind === 'find-out' ? { ...ours, what: 'finds out and says so' } : ours);
}
