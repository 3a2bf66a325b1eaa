import { agendaWords } from '../lib/coaching/agenda/agenda-words.ts';
import type { SpreadRow } from '../lib/coaching/agenda/spread.ts';

type PeopleProps = { spread: SpreadRow[] | null; isRep: boolean; shown: string | null; pick: (person: string) => void };

/** How often each person was talked with; a click opens their agenda. */
export function AgendaPeople({ spread, isRep, shown, pick }: PeopleProps) {
  return (
    <section class="people" aria-label="Talks">
      <h2>{isRep ? 'Your 1:1' : 'Talks'}</h2>
      {spread && spread.length === 0 && (
        <p>
          {isRep ? (
            <>
              Say in the <a href="/welcome.html">first steps</a> what the CRM calls you, and your agenda stands here.
            </>
          ) : (
            <>
              Nobody is known yet. Open a list of deals with their owners, or <a href="/import.html">read in a file</a>{' '}
              of people.
            </>
          )}
        </p>
      )}
      {spread && spread.length > 0 && (
        <>
          <ul>
            {spread.map(({ person, text }) => (
              <li key={person}>
                <button
                  type="button"
                  class="button person"
                  aria-pressed={person === shown}
                  onClick={() => pick(person)}
                >
                  <b>{person}</b>
                  <span class="quiet">{text}</span>
                </button>
              </li>
            ))}
          </ul>
          <p class="quiet">{agendaWords.spread.basis}</p>
        </>
      )}
    </section>
  );
}
