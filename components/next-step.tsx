import type { DealCard } from '../lib/coaching/card.ts';
import type { Day } from '../lib/deal/day.ts';
import type { CardActions } from './actions.ts';
import { Clamped } from './clamped.tsx';
import { formatDay } from './format-day.ts';
import { type MoreOfPromise, PromiseItem } from './promise-item.tsx';

type NextStepProps = { card: DealCard; today: Day; actions: CardActions; more?: MoreOfPromise };

/** What happens next: the CRM's own line, the promises, and an agreed wait. */
export function NextStep({ card, today, actions, more }: NextStepProps) {
  const { nextStep, promises, wait } = card;
  // A promise that became the next step stands in the list below with its buttons.
  const line = nextStep && (nextStep.from === 'crm' || promises.length === 0) ? nextStep : null;
  // The head of the card says it where nothing weightier leads.
  const parkedSaid = wait !== null && `${card.line1} ${card.line2}`.includes(wait.text.slice(0, 60));
  return (
    <section class="part" data-part="next-step">
      <h3>Next step</h3>
      {line && (
        <p class="row">
          <span>
            <Clamped text={line.text} />
          </span>
          {line.due && <time>{line.due}</time>}
        </p>
      )}
      {promises.length > 0 && (
        <ul class="rows">
          {promises.map((promise) => (
            <PromiseItem key={promise.id} promise={promise} today={today} actions={actions} more={more} />
          ))}
        </ul>
      )}
      {!line && promises.length === 0 && (
        <p class="quiet">{card.lead === 'closed' ? 'None open.' : 'None is known. Set one below, with a day.'}</p>
      )}
      {wait && !parkedSaid && (
        <p class="parked">
          <b>Parked until {formatDay(wait.until)}.</b> <Clamped text={wait.text} />
        </p>
      )}
    </section>
  );
}
