import type { SaidWhere } from '../lib/team/gap/say-where.ts';
import { OpenRows } from './open-rows.tsx';

/** The gap in parts that add up, each with what it is beside what is usual. */
export function GapWhere({ where, hasGoal }: { where: SaidWhere; hasGoal: boolean }) {
  const { sentence, parts, total, said } = where;
  return (
    <section class="panel" aria-label="Where it is">
      <h2>Where it is</h2>
      <p>{sentence}</p>
      {total && (
        <div class="wide">
          <table>
            <thead>
              <tr>
                <th scope="col">Part</th>
                <th scope="col" class="number">
                  Amount
                </th>
              </tr>
            </thead>
            <tbody>
              {parts.map(({ part, title, note, text, rows }) => (
                <tr key={part} data-part={part}>
                  <th scope="row">
                    <OpenRows rows={rows}>{title}</OpenRows>
                    <p class="quiet">{note}</p>
                  </th>
                  <td class="number">{text}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{hasGoal ? 'The gap' : 'To the usual of this day'}</th>
                <td class="number">{total.text}</td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      {said.map(({ text, rows }) => (
        <OpenRows key={text} rows={rows}>
          {text}
        </OpenRows>
      ))}
      {total && (
        <details>
          <summary>How it is worked out</summary>
          <p class="quiet">
            What is closed or in commit is a product: deals dated into the quarter, times the share not put off, times
            the share of these settled by this day, times the shares of these not lost early, mid and late, times the
            mean amount. Each part is what changing one of these from usual to now does, as the mean over every order in
            which they can be changed (Shapley’s value; Shorrocks 2013), so that no part depends on which comes first.
          </p>
        </details>
      )}
    </section>
  );
}
