import { useState } from 'preact/hooks';
import type { BandFrom } from '../lib/risk/score.ts';
import { chancesOf } from '../lib/risk/score.ts';
import type { CheckActions, DealCourse, EndedDeal } from './check-state.ts';
import { BAND_WORDS, titleOf } from './check-words.ts';
import { CourseLine } from './course-line.tsx';
import { DataSection } from './data-section.tsx';
import { useAct } from './use-act.ts';

/** As many as are looked through at a glance; a name finds the others. */
const SHOWN = 8;

type CourseProps = {
  ended: readonly EndedDeal[];
  course: DealCourse | null;
  bandFrom: BandFrom;
  show: CheckActions['showCourse'];
};

/** The score of one ended deal over its life. */
export function CourseSection({ ended, course, bandFrom, show }: CourseProps) {
  const [part, setPart] = useState('');
  const wanted = part.trim().toLowerCase();
  const matching = ended.filter(({ name, account }) => `${name} ${account}`.toLowerCase().includes(wanted));
  const shown = matching.slice(0, SHOWN);
  return (
    <DataSection title="One deal over its life">
      <p class="quiet">
        What the score of today would have said at each look, from what was known then and nothing later.
      </p>
      {ended.length > SHOWN && (
        <label>
          <span>Part of its name or account</span>
          <input type="search" value={part} onInput={(event) => setPart(event.currentTarget.value)} />
        </label>
      )}
      <ul class="ended">
        {shown.map((deal) => (
          <EndedItem
            key={deal.id}
            deal={deal}
            course={course?.id === deal.id ? course : null}
            {...{ bandFrom, show }}
          />
        ))}
      </ul>
      <p class="quiet" role="status">
        {sayShown(shown.length, matching.length)}
      </p>
    </DataSection>
  );
}

function sayShown(shown: number, matching: number): string {
  if (matching === 0) return 'None of the ended deals is called so.';
  return shown < matching ? `The ${shown} that ended last, of ${matching.toLocaleString()}.` : '';
}

type ItemProps = Pick<CourseProps, 'course' | 'bandFrom' | 'show'> & { deal: EndedDeal };

function EndedItem({ deal, course, bandFrom, show }: ItemProps) {
  const act = useAct();
  const { name, account, outcome, endedAt } = deal;
  return (
    <li>
      <button
        type="button"
        class="button text"
        aria-expanded={course !== null}
        aria-busy={act.busy}
        onClick={() => act.run(() => show(course ? null : deal))}
      >
        {name || 'A deal without a name'}
      </button>{' '}
      <span class="quiet">
        {account && account !== name && `${account} · `}
        {outcome}, seen {dayOf(endedAt)}
      </span>
      {course && <Course course={course} bandFrom={bandFrom} />}
    </li>
  );
}

type CourseOf = { course: Pick<DealCourse, 'points'>; bandFrom: BandFrom; hasEnded?: boolean };

export function Course({ course: { points }, bandFrom, hasEnded = true }: CourseOf) {
  if (points.length === 0) return <p>Nothing of it was known before it ended.</p>;
  const isCalibrated = points.some(({ score }) => score.calibrated);
  return (
    <div class="course">
      <CourseLine points={points} bandFrom={bandFrom} />
      <details>
        <summary>Look by look</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Seen</th>
              <th scope="col">It would have said</th>
              {isCalibrated && (
                <th scope="col" class="number">
                  Not won
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {points.map(({ at, score, on, good }) => (
              <tr key={at}>
                <th scope="row">{dayOf(at)}</th>
                <td>
                  {BAND_WORDS[score.band]}{' '}
                  {on.length + good.length > 0 && (
                    <span class="quiet">{[...on, ...good].map((name) => titleOf(name).toLowerCase()).join(', ')}</span>
                  )}
                </td>
                {isCalibrated && <td class="number">{Math.round(chancesOf(score).notWon * 10)} of ten</td>}
              </tr>
            ))}
          </tbody>
        </table>
        {isCalibrated && hasEnded && <p class="quiet">The weights of today have learnt from this deal, too.</p>}
      </details>
    </div>
  );
}

const dayOf = (at: number) => new Date(at).toLocaleDateString(undefined, { dateStyle: 'medium' });
