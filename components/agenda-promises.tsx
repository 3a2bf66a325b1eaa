import type { Agenda, AgendaPromise } from '../lib/coaching/agenda/agenda.ts';
import { agendaWords } from '../lib/coaching/agenda/agenda-words.ts';
import { DealName } from './agenda-part.tsx';

/** The manager's first: whoever asks for promises to be kept begins with their own. */
export function AgendaPromises({ promises, person }: { promises: Agenda['promises']; person: string }) {
  const { manager, rep, more } = promises;
  if (manager.length + rep.length === 0) return <p class="quiet">{agendaWords.noPromises}</p>;
  return (
    <>
      {manager.length > 0 && <h4>{agendaWords.ofManager}</h4>}
      <PromiseLines lines={manager} />
      {rep.length > 0 && <h4>{person}</h4>}
      <PromiseLines lines={rep} />
      {more > 0 && <p class="quiet">{agendaWords.morePromises(more)}</p>}
    </>
  );
}

export function PromiseLines({ lines }: { lines: readonly AgendaPromise[] }) {
  if (lines.length === 0) return null;
  return (
    <ul class="promises">
      {lines.map((line) => (
        <li key={line.id} data-state={line.state}>
          <p class="row">
            <span>
              <b>{line.who}</b>: {line.what}
            </span>
            <time dateTime={line.by}>{line.byText}</time>
          </p>
          <p class="quiet">
            {line.stateText}
            {line.proof && ` · proof: ${line.proof}`} · <DealName deal={line} />
          </p>
        </li>
      ))}
    </ul>
  );
}
