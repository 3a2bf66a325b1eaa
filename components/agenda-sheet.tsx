import { useEffect, useState } from 'preact/hooks';
import { MINUTES } from '../lib/coaching/agenda/agenda.ts';
import { agendaWords } from '../lib/coaching/agenda/agenda-words.ts';
import { partTitle } from '../lib/coaching/agenda/part-title.ts';
import { TALK_PARTS, type TalkPart } from '../lib/deal/talk.ts';
import { ActButton } from './act-button.tsx';
import { AgendaDeals } from './agenda-deals.tsx';
import { AgendaNext } from './agenda-next.tsx';
import { AgendaPart, DealName, partId } from './agenda-part.tsx';
import { AgendaPromises } from './agenda-promises.tsx';
import { AgendaSkill } from './agenda-skill.tsx';
import type { AgendaActions, AgendaState, ShownAgenda } from './agenda-state.ts';
import { ReportFailure } from './use-act.ts';

const ASKS: Record<TalkPart, string> = {
  topic: 'What would you like to talk about?',
  promises: 'What happened to them?',
  changes: 'What is behind it?',
  deals: 'What did we work out?',
  skill: 'How did it go?',
  next: 'Anything else to keep in mind',
};

type SheetProps = { shown: ShownAgenda; kept: AgendaState['kept']; actions: AgendaActions };

/** One person's agenda: thirty minutes in six parts, with the notes of the talk. */
export function AgendaSheet({ shown, kept, actions }: SheetProps) {
  const { agenda, talk } = shown;
  const [failed, setFailed] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 4_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const part = (name: TalkPart) => ({
    part: name,
    title: partTitle(name, agenda),
    note: talk?.notes[name] ?? '',
    asks: ASKS[name],
    write: actions.note,
  });
  const isOver = talk?.endedAt != null;
  return (
    <ReportFailure.Provider value={setFailed}>
      <section class="sheet-page" aria-label={agendaWords.title(agenda.person)}>
        <header>
          <div>
            <h2>{agendaWords.title(agenda.person)}</h2>
            <p class="quiet">
              {agenda.onText} · {agenda.basis}
            </p>
          </div>
          <div class="bar on-screen">
            <ActButton work={() => actions.copy()} done={() => setCopied(true)}>
              <span aria-live="polite">{copied ? 'Copied' : 'Copy as Markdown'}</span>
            </ActButton>
            <ActButton work={() => actions.print()}>Print</ActButton>
            <ActButton title="For this person’s own browser" work={() => actions.saveFile()}>
              Save as a file
            </ActButton>
          </div>
        </header>
        <Minutes agenda={agenda} />
        <AgendaPart {...part('topic')} />
        <AgendaPart {...part('promises')}>
          <AgendaPromises promises={agenda.promises} person={agenda.person} />
        </AgendaPart>
        <AgendaPart {...part('changes')}>
          <p class="quiet">{agenda.changes.since}</p>
          {agenda.changes.lines.length === 0 ? (
            <p>{agendaWords.nothingChanged}</p>
          ) : (
            <ul class="lines">
              {agenda.changes.lines.map((line) => (
                <li key={line.deal}>
                  <DealName deal={line} />: {line.text} <span class="quiet">({line.when})</span>
                </li>
              ))}
            </ul>
          )}
        </AgendaPart>
        <AgendaPart {...part('deals')}>
          <AgendaDeals deals={agenda.deals} picked={talk?.picked ?? null} actions={actions} />
        </AgendaPart>
        <AgendaPart {...part('skill')}>
          <AgendaSkill skill={agenda.skill} practise={actions.practise} />
        </AgendaPart>
        <AgendaPart {...part('next')}>
          <AgendaNext shown={shown} actions={actions} />
        </AgendaPart>
        <footer class="bar on-screen">
          <p role="status" class="quiet grow">
            {failed ? '' : kept === 'keeping' ? 'Keeping…' : kept === 'kept' ? 'Kept in this browser as you type.' : ''}
            {isOver && ' Finished. Until the end of the day it can be taken up again.'}
          </p>
          {failed && (
            <p role="alert" class="line error">
              {failed}
            </p>
          )}
          {isOver ? (
            <ActButton work={() => actions.takeUp()}>Take up again</ActButton>
          ) : (
            <ActButton look="solid" work={() => actions.finish()}>
              Finish this talk
            </ActButton>
          )}
        </footer>
      </section>
    </ReportFailure.Provider>
  );
}

/** Thirty minutes as one line, each part as wide as its time. */
function Minutes({ agenda }: { agenda: ShownAgenda['agenda'] }) {
  return (
    <nav class="minutes" aria-label="Parts of the talk">
      {TALK_PARTS.map((name, at) => (
        <a
          key={name}
          href={`#${partId(name)}`}
          style={{ flexGrow: MINUTES[name] }}
          aria-label={`${partTitle(name, agenda)}, ${agendaWords.minutes(MINUTES[name])}`}
          title={partTitle(name, agenda)}
          onClick={(event) => {
            event.preventDefault();
            document.getElementById(partId(name))?.focus();
          }}
        >
          {at + 1}
        </a>
      ))}
    </nav>
  );
}
