import { useContext } from 'preact/hooks';
import type { PageDifference } from '../lib/deal/person-page.ts';
import { ActButton } from './act-button.tsx';
import type { AgendaActions, ReadPage } from './agenda-state.ts';
import { DataSection } from './data-section.tsx';
import { countOf, formatMoment } from './data-words.ts';
import { ReportFailure } from './use-act.ts';

/** A person's page from another browser: looked through first, then taken in or left out. */
export function AgendaFile({ read, actions }: { read: ReadPage | null; actions: AgendaActions }) {
  return (
    <DataSection title="From a file">
      <p>Two browsers share nothing. A page saved in one can be read in here.</p>
      <Choose actions={actions} />
      <div role="status">{read && <p>{sayPage(read)}</p>}</div>
      {read && (
        <>
          <ul>
            {linesOf(read.difference).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <div class="bar">
            {brings(read.difference) && (
              <ActButton look="solid" work={() => actions.takeIn()}>
                Take it in
              </ActButton>
            )}
            <ActButton work={() => actions.leaveOut()}>{brings(read.difference) ? 'Leave it' : 'Close'}</ActButton>
          </div>
        </>
      )}
    </DataSection>
  );
}

const sayPage = ({ person, madeAt, deals }: ReadPage) =>
  `The page of ${person}, saved ${formatMoment(madeAt)}, with ${countOf(deals, 'deal')}.`;

const brings = ({ added, grown, notes }: PageDifference) => added + grown > 0 || notes === 'new' || notes === 'later';

function linesOf({ added, grown, same, elsewhere, notes }: PageDifference): string[] {
  const lines = [
    added > 0 && `${countOf(added, 'promise')} would come in.`,
    grown > 0 && `Of ${countOf(grown, 'promise')} it knows more: how it went, or a new day.`,
    same > 0 && `${countOf(same, 'promise')} ${same === 1 ? 'is' : 'are'} known here already.`,
    elsewhere > 0 &&
      `${countOf(elsewhere, 'promise')} ${elsewhere === 1 ? 'is on a deal' : 'are on deals'} that this browser has not seen: open ${elsewhere === 1 ? 'it' : 'them'} once in the CRM, then read the page in again.`,
    notes === 'new' && 'Its notes would come in.',
    notes === 'later' && 'Its notes were written on later than those here, and would stand in their place.',
    notes === 'same' && 'Its notes are no newer than those here.',
  ];
  return lines.filter((line) => line !== false);
}

function Choose({ actions }: { actions: AgendaActions }) {
  const report = useContext(ReportFailure);
  return (
    <label>
      <span>Read in a person’s page</span>
      <input
        type="file"
        accept="application/json,.json"
        onChange={async ({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          report(null);
          try {
            if (file) await actions.readFile(file);
          } catch (error) {
            report(error instanceof Error ? error.message : String(error));
          }
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
