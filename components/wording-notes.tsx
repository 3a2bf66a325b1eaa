import type { WordingNote } from '../lib/coaching/say-wording.ts';
import { formatDay } from './format-day.ts';

const PLACES: Record<WordingNote['of'], string> = {
  step: 'In the next step',
  note: 'In your note',
  typed: 'As typed',
};

/** Words that leave something open, with the plainer question beside each: for their writer alone. */
export function WordingNotes({ notes }: { notes: readonly WordingNote[] }) {
  if (notes.length === 0) return null;
  return (
    <section class="part quiet" data-part="wording" aria-label="Your wording">
      {notes.map(({ of, day, hedges, ask }) => (
        <div key={of}>
          <p>
            {PLACES[of]}
            {day && ` of ${formatDay(day)}`}. Only you see this.
          </p>
          <ul>
            {hedges.map(({ word, ask: plainer }) => (
              <li key={plainer}>
                <q>{word}</q> {plainer}
              </li>
            ))}
            {ask && <li>{ask}</li>}
          </ul>
        </div>
      ))}
    </section>
  );
}
