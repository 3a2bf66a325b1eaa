import type { SaidCoverage } from '../lib/team/gap/say-coverage.ts';
import { OpenRows } from './open-rows.tsx';

/** What is open for what is still to close, at the rate that was seen here. */
export function GapCoverage({ coverage }: { coverage: SaidCoverage }) {
  const { sentence, rate, open, tried, segments } = coverage;
  return (
    <section class="panel" aria-label="Coverage">
      <h2>Coverage</h2>
      <OpenRows rows={open}>{sentence}</OpenRows>
      <OpenRows rows={tried}>{rate}</OpenRows>
      {segments.map(({ by, title, lines }) => (
        <div key={by} class="wide" data-segment={by}>
          <table>
            <thead>
              <tr>
                <th scope="col">{title}</th>
                <th scope="col" class="number">
                  Open and due
                </th>
                <th scope="col">Own win rate</th>
                <th scope="col" class="number">
                  Brings at it
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.name}>
                  <th scope="row">
                    <OpenRows rows={line.rows}>{line.name}</OpenRows>
                  </th>
                  <td class="number">{line.open}</td>
                  <td>{line.rate}</td>
                  <td class="number">{line.brings ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
      <p class="quiet">
        The rate is what was won inside its quarter, of the value that was open and due as many days after the quarter’s
        begin. Brackets hold where it lies with nine chances in ten; few deals are drawn to the others’.
      </p>
    </section>
  );
}
