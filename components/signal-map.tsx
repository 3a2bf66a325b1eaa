import { useState } from 'preact/hooks';
import type { PeopleScreen } from '../lib/team/people/people-screen.ts';
import { DealRows } from './deal-rows.tsx';

/** On how many of each person's open deals each signal holds: rows in roster order, columns as signals stand, no sums. */
export function SignalMap({ screen }: { screen: PeopleScreen }) {
  const { people, signals, rows } = screen;
  const [shown, setShown] = useState<{ person: string; title: string; deals: string[] } | null>(null);
  return (
    <section class="panel signal-map">
      <h2>What holds on open deals</h2>
      <p class="quiet">
        Of deals seen within 14 days. A reason to talk about a deal, not a count of a person: those with more open deals
        have more.
      </p>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">Whose deals</th>
              {signals.map(({ signal, title }) => (
                <th key={signal} scope="col">
                  {title}
                </th>
              ))}
              <th scope="col" class="number">
                Open
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ person, signals: held, open }) => (
              <tr key={person}>
                <th scope="row">{person}</th>
                {signals.map(({ signal, title }) => {
                  const deals = held.find((one) => one.signal === signal)?.deals ?? [];
                  const isShown = shown?.person === person && shown.title === title;
                  return (
                    <td key={signal}>
                      {deals.length > 0 && (
                        <button
                          type="button"
                          class="link"
                          aria-expanded={isShown}
                          aria-label={`${person}, ${title}: ${deals.length} of ${open}`}
                          onClick={() => setShown(isShown ? null : { person, title, deals })}
                        >
                          {deals.length}
                        </button>
                      )}
                    </td>
                  );
                })}
                <td class="number">{open}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div aria-live="polite">
        {shown && (
          <>
            <h3>
              {shown.person}: {shown.title}
            </h3>
            <DealRows rows={shown.deals.flatMap((id) => rows[id] ?? [])} visit={undefined} />
          </>
        )}
      </div>
    </section>
  );
}
