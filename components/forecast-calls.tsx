import { CALL_MOMENTS, type CallMoment } from '../lib/team/forecast/calls-held.ts';
import type { CallsScreen } from '../lib/team/forecast/say-calls.ts';

const HEADS: Record<CallMoment, string> = {
  begin: 'After the first week',
  middle: 'Half-way',
  'near-end': 'Two weeks before the end',
};

/** Calls for quarters that are over, beside what was closed in them as known now. */
export function ForecastCalls({ held }: { held: CallsScreen }) {
  return (
    <section class="panel" aria-label="Calls and what came">
      <h2>Calls and what came</h2>
      {held.text === null ? (
        <p class="quiet">
          No call was said yet for a quarter that is over. Say yours above: it is kept as it was said, and stands here
          beside what was closed once the quarter has ended.
        </p>
      ) : (
        <>
          <p>{held.text}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
          <section class="wide" aria-label="Calls by quarter" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">Quarter and call</th>
                  {CALL_MOMENTS.map((when) => (
                    <th key={when} scope="col" class="number">
                      {HEADS[when]}
                    </th>
                  ))}
                  <th scope="col" class="number">
                    Closed
                  </th>
                </tr>
              </thead>
              <tbody>
                {held.rows.map(({ key, quarter, whose, calls, closed }) => (
                  <tr key={key}>
                    <th scope="row">
                      {quarter}
                      <span class="quiet said">{whose}</span>
                    </th>
                    {CALL_MOMENTS.map((when) => (
                      <td key={when} class="number">
                        {calls[when]}
                      </td>
                    ))}
                    <td class="number">{closed}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </section>
  );
}
