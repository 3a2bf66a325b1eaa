import { formatMoney } from '../lib/deal/money.ts';
import type { ForecastScreen } from '../lib/team/forecast/forecast-screen.ts';
import type { OursScreen } from '../lib/team/forecast/say-ours.ts';
import { DealLink } from './deal-rows.tsx';
import { ForecastStrip } from './forecast-strip.tsx';

type OursProps = { screen: ForecastScreen; ours: OursScreen; locale: string | undefined };

/** What the quarter comes to by our account, with the deals that decide it; or what is missing for that. */
export function ForecastOurs({ screen, ours, locale }: OursProps) {
  const { quarter, unit, ladders } = screen;
  if (!ours.ready) {
    return (
      <section class="panel" aria-label="Ours">
        <h2>Ours: not yet</h2>
        {ours.missing.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p>
          An export with the history of stages and dates brings past quarters at once:{' '}
          <a href="/import.html">read in a file</a>. How the score learns stands under{' '}
          <a href="/check.html">how often it was right</a>. Until then the ladder and the calls stand by themselves.
        </p>
      </section>
    );
  }
  const say = (minor: number) => formatMoney({ ...unit, minor }, locale, 'short');
  return (
    <section class="panel" aria-label="Ours">
      <h2>Ours: {quarter.title}, simulated</h2>
      <p>{ours.text}</p>
      <ForecastStrip ours={ours} closed={ladders[0]?.closed ?? 0} say={say} />
      <details>
        <summary>What this rests on</summary>
        {ours.basis.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </details>
      {ours.deciding.length > 0 && <Deciding screen={screen} ours={ours} />}
    </section>
  );
}

function Deciding({ screen, ours }: { screen: ForecastScreen; ours: Extract<OursScreen, { ready: true }> }) {
  const withGoal = ours.goal !== null;
  return (
    <>
      <h3>Which deals decide it</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="wide" aria-label="Which deals decide it" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Deal</th>
              <th scope="col" class="number">
                Amount
              </th>
              <th scope="col" class="number">
                Won this quarter
              </th>
              <th scope="col" class="number">
                P50 if won
              </th>
              <th scope="col" class="number">
                P50 if not
              </th>
              {withGoal && (
                <>
                  <th scope="col" class="number">
                    Goal reached if won
                  </th>
                  <th scope="col" class="number">
                    Goal reached if not
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {ours.deciding.map(({ deal, chance, won, lost }) => {
              const row = screen.rows[deal];
              return (
                row && (
                  <tr key={deal}>
                    <th scope="row">
                      <DealLink row={row} visit={undefined} />
                      <span class="quiet said">{row.detail}</span>
                    </th>
                    <td class="number">{row.amount}</td>
                    <td class="number">{chance}</td>
                    <td class="number">{won.p50}</td>
                    <td class="number">{lost.p50}</td>
                    {withGoal && (
                      <>
                        <td class="number">{won.reaches}</td>
                        <td class="number">{lost.reaches}</td>
                      </>
                    )}
                  </tr>
                )
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}
