import type { FirstList } from '../lib/coaching/card.ts';
import type { WelcomeActions } from './actions.ts';
import { DealRows, type Visit } from './deal-rows.tsx';
import { safeHref } from './safe-href.ts';
import type { WelcomeState } from './welcome-state.ts';

/** Step 3. The answer appears by itself once a list was looked at. */
export function WelcomeList({ state, actions }: { state: WelcomeState; actions: WelcomeActions }) {
  const site = state.sites.find((each) => each.state === 'granted');
  const href = site ? safeHref(site.listUrl) : null;
  return (
    <li class="step" data-part="list" data-done={state.list !== null}>
      <h2>Open one list of deals</h2>
      {state.list ? (
        <FirstAnswer host={state.list.host} answer={state.list.answer} visit={actions.visit} />
      ) : (
        <>
          <p>
            Any list or board of open deals will do, the wider the better. Sideline answers here from that one page,
            with no history at all.
          </p>
          {href && site && (
            <p>
              <a
                class="button solid"
                href={href}
                target="_blank"
                rel="noreferrer"
                onClick={(event) => {
                  if (!actions.visit) return;
                  event.preventDefault();
                  actions.visit(href);
                }}
              >
                Open {site.host}
              </a>
            </p>
          )}
          <p class="quiet" role="status">
            {state.waiting
              ? 'Waiting for a list. Keep this tab; the answer comes by itself.'
              : href
                ? 'Then go to the deals there and come back.'
                : 'First allow a site above.'}
          </p>
        </>
      )}
    </li>
  );
}

function FirstAnswer({ host, answer, visit }: { host: string; answer: FirstList; visit: Visit }) {
  const numbers = [{ key: 'open', ...answer.open }, ...answer.findings];
  return (
    <div class="answer">
      <p class="total" role="status">
        {answer.open.text}
        {answer.total && `, ${answer.total}`}
      </p>
      <p class="quiet">
        From one list on {host}: {answer.rows}
      </p>
      <ul class="numbers">
        {numbers.map((each) => (
          <li key={each.key}>
            <details name="numbers">
              <summary>
                <b>{each.count}</b>
                <span>{withoutCount(each.text)}</span>
              </summary>
              {each.rows.length ? (
                <DealRows rows={each.rows} visit={visit} />
              ) : (
                <p class="quiet">The list did not name these deals.</p>
              )}
            </details>
          </li>
        ))}
      </ul>
      {answer.advice && <p>{answer.advice}</p>}
      <p>
        Are we behind, who brings what, what changed, what decides it, what do we not know:{' '}
        <a href="/dashboard.html">the answers in five sentences</a>.
      </p>
      <p class="quiet">Now open one of these deals in the CRM: its card stands at the edge of the page.</p>
    </div>
  );
}

/** "8 dated in the past" stands beside a large 8 already. */
function withoutCount(text: string): string {
  return text.replace(/^[\d.,\u00a0\u202f’]+ /, '');
}
