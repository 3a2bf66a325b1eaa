import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { formatMoney, type Money, major, money } from '../../lib/deal/money.ts';
import { ActButton } from '../act-button.tsx';
import { DealLink } from '../deal-rows.tsx';
import { parseAmount } from '../parse-amount.ts';
import { PastActions } from './draft-actions.tsx';
import { DraftMoves } from './draft-moves.tsx';
import type { DraftActions, DraftNeed, DraftScreen } from './snapshots-state.ts';
import { Typed } from './typed.tsx';

type DraftProps = {
  screen: DraftScreen;
  actions: DraftActions;
  locale: string | undefined;
  children?: ComponentChildren;
};

/** What a week's snapshot still wants, what the manager types for it, and below it the sheet as it would be frozen. */
export function DraftView({ screen, actions, locale, children }: DraftProps) {
  const { needs, week, typed, like, lastCall } = screen;
  return (
    <div class="snapshots">
      <section class="panel" aria-label="What is still wanted">
        <h2>Draft: {week}</h2>
        {needs.length === 0 ? (
          <p>Nothing is wanting. Read it once, then freeze it.</p>
        ) : (
          <ul class="needs">
            {needs.map((need) => (
              <Need key={need.id} need={need} />
            ))}
          </ul>
        )}
      </section>
      <section class="panel" aria-label="In your words">
        <h2>In your words</h2>
        <Call call={typed.call} like={like} lastCall={lastCall} locale={locale} change={actions.change} />
        <Typed
          label="One sentence for the head of the sheet"
          text={typed.sentence}
          most={300}
          keep={(sentence) => actions.change((before) => ({ ...before, sentence }))}
        />
        <DraftMoves screen={screen} change={actions.change} />
        <PastActions screen={screen} change={actions.change} />
      </section>
      {children}
      <section class="panel" aria-label="Freeze">
        <p>
          Frozen, it is never changed: what is learned later makes a correction that names it. What is not known stands
          on it as not known.
        </p>
        <ActButton look="solid" work={() => actions.freeze()}>
          Freeze {week.charAt(0).toLowerCase() + week.slice(1)}
        </ActButton>
      </section>
    </div>
  );
}

function Need({ need: { text, rows } }: { need: DraftNeed }) {
  if (rows.length === 0) return <li>{text}</li>;
  return (
    <li>
      <details>
        <summary>{text}</summary>
        <ul>
          {rows.map((row) => (
            <li key={row.deal}>
              <DealLink row={row} visit={undefined} /> <span class="quiet">{row.detail}</span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

type CallProps = {
  call: Money | null;
  like: Money;
  lastCall: string | null;
  locale: string | undefined;
  change: DraftActions['change'];
};

/** What the quarter will bring in all. Empty takes the call back. */
function Call({ call, like, lastCall, locale, change }: CallProps) {
  const unit = call ?? like;
  const name = unit.currency ?? unit.symbol ?? '';
  const [text, setText] = useState(call ? String(major(call)) : '');
  const amount = parseAmount(text);
  const isWrong = isNoAmount(text);
  const asCall = (amount: number): Money => ({ ...unit, ...money(amount, unit.currency) });
  return (
    <div class="call">
      <label>
        <span>Your call: what the quarter will bring in all{name && `, in ${name}`}</span>
        <input
          inputMode="decimal"
          autocomplete="off"
          value={text}
          aria-invalid={isWrong}
          onInput={({ currentTarget: { value } }) => {
            setText(value);
            if (isNoAmount(value)) return;
            const typed = parseAmount(value);
            void change((before) => ({ ...before, call: typed === null ? null : asCall(typed) }));
          }}
        />
      </label>
      <p class="quiet">
        {isWrong
          ? 'This is no amount. Write it as 540,000 or 540k.'
          : amount !== null
            ? formatMoney(asCall(amount), locale)
            : 'Not said yet.'}
        {lastCall && ` Last week’s call: ${lastCall}.`}
      </p>
    </div>
  );
}

const isNoAmount = (text: string) => text.trim() !== '' && parseAmount(text) === null;
