import type { SaidPacing } from '../lib/team/gap/say-pacing.ts';
import { OpenRows } from './open-rows.tsx';

/** What is closed by today, beside the same day of the quarters before. */
export function GapPacing({ pacing: { sentences, lines } }: { pacing: SaidPacing }) {
  return (
    <section class="panel" aria-label="Pacing">
      <h2>Pacing</h2>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">Quarter</th>
              <th scope="col" class="number">
                Closed by this day
              </th>
              <th scope="col" class="number">
                In all
              </th>
              <th scope="col" class="number">
                Share
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ quarter, byDay, whole, share, rows }) => (
              <tr key={quarter}>
                <th scope="row">
                  <OpenRows rows={rows}>{quarter}</OpenRows>
                </th>
                <td class="number">{byDay}</td>
                <td class="number">{whole ?? '–'}</td>
                <td class="number">{share ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
