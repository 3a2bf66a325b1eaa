import { useState } from 'preact/hooks';
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
    <li class="step" data-part="list">
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
  const [shown, setShown] = useState<string | null>(null);
  const numbers = [{ key: 'open', ...answer.open }, ...answer.findings];
  const rows = numbers.find((each) => each.key === shown);
  return (
    <div class="answer">
      <p class="quiet" role="status">
        From one list on {host}: {answer.rows}
      </p>
      <ul class="numbers">
        {numbers.map((each) => (
          <li key={each.key}>
            <button
              type="button"
              class="number"
              aria-expanded={shown === each.key}
              onClick={() => setShown(shown === each.key ? null : each.key)}
            >
              <b>{each.count}</b>
              <span>{withoutCount(each.text, each.count)}</span>
            </button>
          </li>
        ))}
        {answer.total && (
          <li class="number total">
            <b>{answer.total}</b>
            <span>in all</span>
          </li>
        )}
      </ul>
      {rows && (
        <section class="behind" aria-label={rows.text}>
          {rows.rows.length ? (
            <DealRows rows={rows.rows} visit={visit} />
          ) : (
            <p class="quiet">No deal behind this one.</p>
          )}
        </section>
      )}
      {answer.advice && <p>{answer.advice}</p>}
      <p class="quiet">Now open one of these deals in the CRM: its card stands at the edge of the page.</p>
    </div>
  );
}

/** "8 dated in the past" stands beside a large 8 already. */
function withoutCount(text: string, count: number): string {
  return text.startsWith(`${count} `) ? text.slice(`${count} `.length) : text;
}
