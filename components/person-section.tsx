import type { Measured } from '../lib/team/people/build-people.ts';
import type { PeopleScreen, PersonScreen } from '../lib/team/people/people-screen.ts';
import { MEASURE_NOTES, MEASURE_WORDS, THAN_WORDS, TREND_WORDS } from '../lib/team/people/people-words.ts';
import { DealLink, DealRows } from './deal-rows.tsx';
import { IntervalBar } from './interval-bar.tsx';
import { isFigure, sayFigure } from './people-words.ts';

type PersonProps = { person: PersonScreen; screen: PeopleScreen; locale: string | undefined };

/** One person: what was proven, figures beside what is usual here, and every open deal. */
export function PersonSection({ person, screen, locale }: PersonProps) {
  const { moments, portfolio, measures } = person;
  return (
    <section class="panel person" aria-label={person.person}>
      <h2>{person.person}</h2>
      {moments.length > 0 && (
        <ul class="moments">
          {moments.map((moment) => (
            <li key={`${moment.deal} ${moment.kind} ${moment.day}`}>
              <span class="quiet">{moment.dayText}</span>{' '}
              <DealLink row={{ ...moment, detail: '', amount: null }} visit={undefined} />: {moment.text}{' '}
              <span class="quiet">{moment.evidence}</span>
            </li>
          ))}
        </ul>
      )}
      {measures.length > 0 && (
        <div class="wide">
          <table>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">Here, and usual</th>
                <th scope="col" class="number">
                  Usual
                </th>
                <th scope="col">Beside it</th>
                <th scope="col">Lately</th>
              </tr>
            </thead>
            <tbody>
              {measures.map((one) => (
                <MeasureRow key={one.measure} one={one} screen={screen} locale={locale} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <details>
        <summary>
          Every open deal <span class="figure">{portfolio.length}</span>
        </summary>
        {portfolio.length === 0 ? (
          <p class="quiet">No open deal is on record.</p>
        ) : (
          <DealRows rows={portfolio} visit={undefined} />
        )}
      </details>
    </section>
  );
}

function MeasureRow({ one, screen, locale }: { one: Measured; screen: PeopleScreen; locale: string | undefined }) {
  const { measure, interval, than, trend, deals, of } = one;
  const usual = screen.usual[measure];
  const say = (value: number) => sayFigure(measure, value, screen.currency, locale);
  const rows = deals.flatMap((id) => screen.rows[id] ?? []);
  return (
    <tr data-measure={measure}>
      <th scope="row">
        <details>
          <summary>{MEASURE_WORDS[measure]}</summary>
          <p class="quiet">
            {MEASURE_NOTES[measure]} {of === 0 ? 'No deal yet.' : `From ${of} ${of === 1 ? 'deal' : 'deals'}:`}
          </p>
          {rows.length > 0 && <DealRows rows={rows} visit={undefined} />}
        </details>
      </th>
      <td>
        {than === 'too-few' ? (
          <span class="quiet">Too few to say ({of})</span>
        ) : (
          <>
            <IntervalBar interval={interval} usual={usual?.estimate ?? null} isShare={!isFigure(measure)} />
            <span class="figure">
              {say(interval.estimate)}{' '}
              <span class="quiet">
                ({say(interval.low)} to {say(interval.high)})
              </span>
            </span>
          </>
        )}
      </td>
      <td class="number">{usual ? say(usual.estimate) : '–'}</td>
      <td>{than === 'too-few' ? '–' : THAN_WORDS[than]}</td>
      <td>{trend ? TREND_WORDS[trend] : <span class="quiet">too few to say</span>}</td>
    </tr>
  );
}
