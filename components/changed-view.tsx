import { useState } from 'preact/hooks';
import { formatMoney } from '../lib/deal/money.ts';
import type { BridgeLine } from '../lib/team/bridge/bridge.ts';
import { type ChangedChoice, type ChangedScreen, SINCE, type Since } from '../lib/team/bridge/changed-screen.ts';
import { BridgeChart } from './charts/bridge-chart.tsx';
import { DealRows } from './deal-rows.tsx';
import { Rests } from './rests.tsx';

const LINES: Record<BridgeLine, string> = {
  new: 'New',
  found: 'First seen',
  'pulled-in': 'Pulled in',
  increased: 'Increased',
  'handed-in': 'Taken over',
  reopened: 'Opened again',
  recounted: 'Said anew',
  decreased: 'Decreased',
  'pushed-out': 'Put off',
  'handed-out': 'Handed over',
  lost: 'Lost',
  won: 'Won',
};

const SINCE_WORDS: Record<Since, string> = {
  yesterday: 'Since yesterday',
  week: 'This week',
  talk: 'Since the last 1:1',
  quarter: 'This quarter',
};

type ChangedProps = {
  screen: ChangedScreen;
  choice: ChangedChoice;
  choose(choice: ChangedChoice): unknown;
  locale: string | undefined;
};

/** From what was open then to what is open now, bar by bar; each opens to its deals. */
export function ChangedView({ screen, choice, choose, locale }: ChangedProps) {
  const { bridges, back, rests, people, text, hasTalk } = screen;
  return (
    <div class="changed">
      <form class="inline" onSubmit={(event) => event.preventDefault()}>
        <label>
          <span>From</span>
          <select
            value={choice.since}
            onChange={(event) => choose({ ...choice, since: event.currentTarget.value as Since })}
          >
            {SINCE.map((since) => (
              <option key={since} value={since} disabled={since === 'talk' && !hasTalk}>
                {SINCE_WORDS[since]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Of</span>
          <select
            value={choice.scope}
            onChange={(event) => choose({ ...choice, scope: event.currentTarget.value as ChangedChoice['scope'] })}
          >
            <option value="quarter">what is to close this quarter</option>
            <option value="all">all open deals</option>
          </select>
        </label>
        <label>
          <span>Whose</span>
          <select
            value={choice.person ?? ''}
            onChange={(event) => choose({ ...choice, person: event.currentTarget.value || null })}
          >
            <option value="">everybody’s</option>
            {people.map((person) => (
              <option key={person}>{person}</option>
            ))}
          </select>
        </label>
      </form>
      <p role="status">{text}</p>
      {rests && <Rests rests={rests} />}
      {bridges.length === 0 && <p class="quiet">Nothing that has an amount was open then, or is now.</p>}
      {bridges.map((bridge) => (
        <BridgeSection key={`${bridge.currency} ${bridge.symbol}`} bridge={bridge} locale={locale} />
      ))}
      {back.length > 0 && (
        <section class="panel" aria-label="There and back">
          <h2>There and back</h2>
          <p class="quiet">What moved and stands where it stood: no bar shows it.</p>
          <DealRows rows={back} visit={undefined} />
        </section>
      )}
    </div>
  );
}

type SectionProps = { bridge: ChangedScreen['bridges'][number]; locale: string | undefined };

function BridgeSection({ bridge, locale }: SectionProps) {
  const [picked, setPicked] = useState<string | null>(null);
  const { currency, symbol, start, end, lines } = bridge;
  const of = (value: number, form: 'usual' | 'short') =>
    formatMoney({ minor: value, currency, symbol, halfStep: 0 }, locale, form);
  const figures = { whole: (value: number) => of(value, 'usual'), short: (value: number) => of(value, 'short') };
  const name = currency ?? symbol ?? 'an unknown currency';
  const shown = lines.find(({ line }) => line === picked);
  return (
    <section class="panel" aria-label={`What changed in ${name}`}>
      <BridgeChart
        title={`Open deals in ${name}`}
        bars={[
          { key: 'start', label: 'Then', by: start, kind: 'total' },
          ...lines.map(({ line, minor }) => ({ key: line, label: LINES[line], by: minor, kind: 'move' as const })),
          { key: 'end', label: 'Now', by: end, kind: 'total' },
        ]}
        figures={figures}
        picked={picked}
        pick={(key) => setPicked(key === picked ? null : key)}
      />
      {lines.length > 0 && (
        <fieldset class="chips">
          <legend>Deals behind a bar</legend>
          {lines.map(({ line, rows }) => (
            <button
              key={line}
              type="button"
              class="button"
              aria-expanded={line === picked}
              onClick={() => setPicked(line === picked ? null : line)}
            >
              {LINES[line]} <span class="figure">{rows.length}</span>
            </button>
          ))}
        </fieldset>
      )}
      {shown && <DealRows key={shown.line} rows={shown.rows} visit={undefined} />}
    </section>
  );
}
