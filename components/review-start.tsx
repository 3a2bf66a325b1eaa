import { useState } from 'preact/hooks';
import { arrange, type ReviewChoice, type ReviewPlan } from '../lib/coaching/review/arrange.ts';
import type { ReviewDeal } from '../lib/coaching/review/review-deal.ts';
import { NO_OWNER } from '../lib/coaching/review/review-words.ts';
import { DealRows } from './deal-rows.tsx';
import { focusFirst } from './focus-first.ts';
import { FormFrame } from './form-frame.tsx';
import type { ReviewActions } from './review-state.ts';

type ReviewStartProps = { plan: ReviewPlan | null; actions: ReviewActions };

/** Which deals, in which order; then the run begins. */
export function ReviewStart({ plan, actions }: ReviewStartProps) {
  const [choice, setChoice] = useState<ReviewChoice>({ by: 'person', person: null, all: false });
  if (!plan) {
    return (
      <div class="scroll">
        <p class="note" role="status">
          Looking through all deals…
        </p>
      </div>
    );
  }
  const deals = arrange(plan, choice);
  const all = arrange(plan, { ...choice, all: true });
  return (
    <>
      <div class="scroll">
        <header class="head">
          <h2 class="call">{titleOf(deals.length, all.length)}</h2>
          <p class="quiet">
            {deals.length > 0
              ? 'A promise whose day has come, a move the wrong way, a reason to look closer.'
              : next(all.length)}
          </p>
        </header>
        <Agenda deals={deals} byPerson={choice.by === 'person' && plan.people.length > 1} />
        {plan.lookAgain.length > 0 && (
          <details class="fold" data-part="look-again">
            <summary>
              To look at again first<span class="figure">{plan.lookAgain.length}</span>
            </summary>
            <DealRows rows={plan.lookAgain} visit={undefined} />
          </details>
        )}
      </div>
      {plan.deals.length > 0 && (
        <FormFrame
          title="How to go through them"
          save="Start"
          ready={deals.length > 0}
          submit={() => actions.start(choice)}
          onDone={() => {}}
          onCancel={() => void actions.pause()}
        >
          <label>
            <span>Order</span>
            <select
              value={choice.by}
              onChange={({ currentTarget: { value } }) =>
                setChoice({ ...choice, by: value === 'value' ? 'value' : 'person' })
              }
            >
              <option value="person">Person by person</option>
              <option value="value">Largest first</option>
            </select>
          </label>
          <label>
            <span>Whose</span>
            <select
              value={choice.person === null ? 'everyone' : `of ${choice.person}`}
              onChange={({ currentTarget: { value } }) =>
                setChoice({ ...choice, person: value === 'everyone' ? null : value.slice(3) })
              }
            >
              <option value="everyone">Everyone</option>
              {plan.people.map((person) => (
                <option key={person} value={`of ${person}`}>
                  {person || NO_OWNER}
                </option>
              ))}
            </select>
          </label>
          <label class="wide check">
            <input
              type="checkbox"
              checked={choice.all}
              ref={focusFirst}
              onChange={({ currentTarget: { checked } }) => setChoice({ ...choice, all: checked })}
            />
            <span>All {all.length}, beyond what a week holds and with those that wait for an answer</span>
          </label>
        </FormFrame>
      )}
    </>
  );
}

function titleOf(chosen: number, all: number): string {
  if (all === 0) return 'Nothing calls for a talk.';
  const minutes = Math.max(1, Math.round(chosen / 6));
  return chosen === 0
    ? 'This week’s questions were asked.'
    : `${chosen === 1 ? '1 deal' : `${chosen} deals`} · about ${minutes} min`;
}

function next(all: number): string {
  return all === 0
    ? 'Open a list of deals in the CRM to look wider.'
    : 'What was asked waits for its answer. “All” goes through them once more.';
}

/** The run goes through all of them; the first answer what it will be about. */
const FIRST_ROWS = 100;

function Agenda({ deals: all, byPerson }: { deals: readonly ReviewDeal[]; byPerson: boolean }) {
  const deals = all.slice(0, FIRST_ROWS);
  const people = byPerson ? [...new Set(deals.map(({ person }) => person))] : [null];
  const sections = people.map((person) => (
    <section class="part" key={person} data-part="agenda">
      {person !== null && <h3>{person || NO_OWNER}</h3>}
      <ul class="rows">
        {deals
          .filter((deal) => person === null || deal.person === person)
          .map(({ deal, name, amount }) => (
            <li class="row" key={deal}>
              <span>{name}</span>
              {amount && <span class="figure">{amount}</span>}
            </li>
          ))}
      </ul>
    </section>
  ));
  const more = all.length - deals.length;
  return (
    <>
      {sections}
      {more > 0 && <p class="note">And {more} more, in the same order.</p>}
    </>
  );
}
