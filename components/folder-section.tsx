import { ActButton } from './act-button.tsx';
import { DataSection } from './data-section.tsx';
import type { DataActions, DataState } from './data-state.ts';
import { formatMoment } from './data-words.ts';
import { PassphraseFields, passphraseOf, usePassphrase } from './passphrase-fields.tsx';

type FolderProps = Pick<DataState, 'folder' | 'canPickFolder'> & { actions: DataActions };

/** A copy a day into a folder of the user's, such as one that their company backs up. */
export function FolderSection({ folder, canPickFolder, actions }: FolderProps) {
  const typed = usePassphrase();
  return (
    <DataSection title="Copies in a folder">
      <p>
        A copy a day into a folder that you pick, the last five of them. It is written while this page is open: a
        browser lets no extension write to your disk behind your back.
      </p>
      {!canPickFolder && <p class="quiet">This browser cannot write into a folder. Save backups by hand instead.</p>}
      {canPickFolder && !folder && (
        <>
          <PassphraseFields typed={typed}>
            It is asked for once and not kept. Each copy opens with it alone: forgotten, the copies are lost.
          </PassphraseFields>
          <div class="bar">
            <ActButton work={() => actions.pickFolder(passphraseOf(typed.value))} done={() => typed.clear()}>
              Pick a folder
            </ActButton>
          </div>
        </>
      )}
      {folder && (
        <>
          <p>
            Into “{folder.name}”, {folder.locked ? 'locked with your passphrase' : 'without a passphrase'}.{' '}
            {folder.copiedAt === null ? 'No copy was made yet.' : `Last copied ${formatMoment(folder.copiedAt)}.`}
          </p>
          {folder.problem && <p class="line error">{folder.problem}</p>}
          <div class="bar">
            {folder.access === 'ask' ? (
              <ActButton look="solid" work={() => actions.allowFolder()}>
                Allow this folder again
              </ActButton>
            ) : (
              <ActButton work={() => actions.copyNow()}>Copy now</ActButton>
            )}
            <ActButton work={() => actions.forgetFolder()}>Stop copying</ActButton>
          </div>
        </>
      )}
    </DataSection>
  );
}
