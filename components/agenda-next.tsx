import { useState } from 'preact/hooks';
import { MOST_NEW_PROMISES, type NamedDeal } from '../lib/coaching/agenda/agenda.ts';
import { type Day, isDay } from '../lib/deal/day.ts';
import { PromiseLines } from './agenda-promises.tsx';
import type { AgendaActions, ShownAgenda } from './agenda-state.ts';
import { focusFirst } from './focus-first.ts';
import { FormFrame } from './form-frame.tsx';
import { nextWeek } from './format-day.ts';

type NextProps = { shown: ShownAgenda; actions: AgendaActions };

/** At most three new promises, taken while you talk; and the next day. */
export function AgendaNext({ shown: { agenda, talk, today, promisers, asksWhoLeads }, actions }: NextProps) {
  const [adding, setAdding] = useState(false);
  const { promises } = agenda.next;
  const deals = dealsOf(agenda.deals);
  const isFull = promises.length >= MOST_NEW_PROMISES;
  return (
    <>
      <PromiseLines lines={promises} />
      {isFull ? (
        <p class="quiet on-screen">Three are enough to keep in mind; the next ones wait for the next talk.</p>
      ) : deals.length === 0 ? (
        <p class="quiet on-screen">A promise stands on a deal; none of theirs was seen lately.</p>
      ) : adding ? (
        <PromiseForm {...{ deals, today, promisers, actions }} onDone={() => setAdding(false)} />
      ) : (
        <div class="bar on-screen">
          <button type="button" class="button" onClick={() => setAdding(true)}>
            Add a promise
          </button>
        </div>
      )}
      {asksWhoLeads && (
        <p class="quiet on-screen">
          Say in the <a href="/welcome.html">first steps</a> who you are, and your own promises can be taken as well.
        </p>
      )}
      <NextDay today={today} nextOn={talk?.nextOn ?? null} setNext={actions.setNext} />
      {agenda.next.onText && (
        <p class="on-paper" aria-hidden="true">
          We talk again on {agenda.next.onText}.
        </p>
      )}
    </>
  );
}

function dealsOf({ help, choices }: ShownAgenda['agenda']['deals']): NamedDeal[] {
  return help ? [help, ...choices] : choices;
}

function NextDay({ today, nextOn, setNext }: { today: Day; nextOn: Day | null; setNext: (day: Day | null) => void }) {
  const [day, setDay] = useState(nextOn ?? '');
  return (
    <label class="next-day on-screen">
      <span>We talk again on</span>
      <input
        type="date"
        min={today}
        value={day}
        onInput={({ currentTarget }) => {
          setDay(currentTarget.value);
          setNext(isDay(currentTarget.value) ? currentTarget.value : null);
        }}
      />
    </label>
  );
}

type FormProps = {
  deals: NamedDeal[];
  today: Day;
  promisers: string[];
  actions: AgendaActions;
  onDone: () => void;
};

function PromiseForm({ deals, today, promisers, actions, onDone }: FormProps) {
  const [deal, setDeal] = useState(deals[0]?.deal ?? '');
  const [what, setWhat] = useState('');
  const [who, setWho] = useState(promisers[0] ?? '');
  const [by, setBy] = useState(nextWeek(today));
  const [proof, setProof] = useState('');
  const submit = () => actions.makePromise({ deal, what: what.trim(), who, by, proof: proof.trim() || null });
  return (
    <FormFrame title="A new promise" ready={what.trim() !== '' && isDay(by)} submit={submit} onDone={onDone}>
      <label class="wide">
        <span>What</span>
        <input
          required
          maxLength={300}
          value={what}
          placeholder="Sends the terms to their lawyer"
          ref={focusFirst}
          onInput={({ currentTarget }) => setWhat(currentTarget.value)}
        />
      </label>
      <label>
        <span>Who</span>
        <select value={who} onChange={({ currentTarget }) => setWho(currentTarget.value)}>
          {promisers.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        <span>By</span>
        <input
          type="date"
          required
          min={today}
          value={by}
          onInput={({ currentTarget }) => setBy(currentTarget.value)}
        />
      </label>
      <label>
        <span>Proof</span>
        <input
          maxLength={300}
          value={proof}
          placeholder="Their mail"
          onInput={({ currentTarget }) => setProof(currentTarget.value)}
        />
      </label>
      <label>
        <span>On</span>
        <select value={deal} onChange={({ currentTarget }) => setDeal(currentTarget.value)}>
          {deals.map((one) => (
            <option key={one.deal} value={one.deal}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
    </FormFrame>
  );
}
