import { FEWEST_WEEKS } from '../lib/team/people/build-people.ts';
import type { PeopleScreen } from '../lib/team/people/people-screen.ts';
import { sayConcentration } from './people-words.ts';
import { PersonSection } from './person-section.tsx';
import { SignalMap } from './signal-map.tsx';

type PeopleProps = { screen: PeopleScreen; locale: string | undefined };

/** How each person's deals go, in roster order. */
export function PeopleView({ screen, locale }: PeopleProps) {
  const { people, compares, weeks, signals } = screen;
  const hangs = sayConcentration(screen, locale);
  return (
    <div class="people">
      {compares ? (
        <p>
          From {weeks} complete weeks, as seen from this browser. What is usual is what these deals say together; a bar
          is where the figure lies with nine chances in ten. No figure sums up a person.
        </p>
      ) : (
        <section class="panel" aria-label="What to do next">
          <h2>Nobody is compared yet</h2>
          <p>
            That needs {FEWEST_WEEKS} complete weekly sweeps; there {weeks === 1 ? 'is' : 'are'} {weeks}. A deal that is
            opened daily would else seem to move more often than one that is opened once a month.
          </p>
          <p>What was proven, what holds now and the whole portfolios stand below.</p>
        </section>
      )}
      {hangs.length > 0 && (
        <section class="panel">
          <h2>How much hangs on few</h2>
          {hangs.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      )}
      {signals.length > 0 && <SignalMap screen={screen} />}
      <div class="each">
        {people.map((person) => (
          <PersonSection key={person.person} person={person} screen={screen} locale={locale} />
        ))}
      </div>
    </div>
  );
}
