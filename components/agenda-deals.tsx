import type { Agenda, AgendaDeal } from '../lib/coaching/agenda/agenda.ts';
import { agendaWords } from '../lib/coaching/agenda/agenda-words.ts';
import { DealName } from './agenda-part.tsx';
import type { AgendaActions } from './agenda-state.ts';

type DealsProps = { deals: Agenda['deals']; picked: string | null; actions: AgendaActions };

/** The one where help is worth most and the one that the rep picks, or all that are open. */
export function AgendaDeals({ deals, picked, actions }: DealsProps) {
  return (
    <>
      <fieldset class="bar on-screen" aria-label="What to talk through">
        {([false, true] as const).map((whole) => (
          <button
            key={String(whole)}
            type="button"
            class="button"
            aria-pressed={deals.whole === whole}
            onClick={() => actions.setWhole(whole)}
          >
            {whole ? agendaWords.wholePipeline : agendaWords.parts.deals}
          </button>
        ))}
      </fieldset>
      {deals.whole ? <AllDeals deals={deals} /> : <TwoDeals deals={deals} picked={picked} actions={actions} />}
      {deals.unseen.length > 0 && <p class="quiet">{agendaWords.unseen(deals.unseen.map(({ name }) => name))}</p>}
    </>
  );
}

function AllDeals({ deals: { all, more } }: { deals: Agenda['deals'] }) {
  if (all.length === 0) return <p class="quiet">{agendaWords.noDeals}</p>;
  return (
    <>
      {all.map((deal) => (
        <DealToTalk key={deal.deal} deal={deal} tag={null} />
      ))}
      {more > 0 && <p class="quiet">{agendaWords.moreDeals(more)}</p>}
    </>
  );
}

function TwoDeals({ deals: { help, picked: shown, choices }, picked, actions }: DealsProps) {
  return (
    <>
      {help ? <DealToTalk deal={help} tag={agendaWords.help} /> : <p class="quiet">{agendaWords.noDeals}</p>}
      {choices.length > 0 && (
        <label class="on-screen">
          <span>{agendaWords.pick}</span>
          <select
            value={choices.some(({ deal }) => deal === picked) ? (picked ?? '') : ''}
            onChange={({ currentTarget }) => actions.pickDeal(currentTarget.value || null)}
          >
            <option value="">Not picked yet</option>
            {choices.map(({ deal, name, about }) => (
              <option key={deal} value={deal}>
                {name} ({about})
              </option>
            ))}
          </select>
        </label>
      )}
      {shown && <DealToTalk deal={shown} tag={agendaWords.pick} />}
    </>
  );
}

function DealToTalk({ deal, tag }: { deal: AgendaDeal; tag: string | null }) {
  return (
    <article class="talk-deal" data-tag={tag === agendaWords.help ? 'help' : undefined}>
      {tag && <p class="tag">{tag}</p>}
      <h4>
        <DealName deal={deal} />
      </h4>
      <p class="quiet">{deal.about}</p>
      <p>{deal.fact}</p>
      {deal.question && <p class="ask">{deal.question}</p>}
      {deal.question && deal.proof && <p class="quiet">{agendaWords.proof(deal.proof)}</p>}
      {deal.next && <p class="quiet">{deal.next}</p>}
    </article>
  );
}
