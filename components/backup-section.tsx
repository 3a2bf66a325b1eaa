import { useState } from 'preact/hooks';
import { ActButton } from './act-button.tsx';
import { DataSection } from './data-section.tsx';
import type { DataActions, DataState } from './data-state.ts';
import { formatMoment } from './data-words.ts';
import { PassphraseFields, passphraseOf, usePassphrase } from './passphrase-fields.tsx';

type BackupProps = Pick<DataState, 'reminder' | 'lastBackupAt'> & { backUp: DataActions['backUp'] };

/** Everything as one file. */
export function BackupSection({ reminder, lastBackupAt, backUp }: BackupProps) {
  const typed = usePassphrase();
  const [done, setDone] = useState(false);
  return (
    <DataSection title="Backup">
      {reminder && <p class="line">{reminder}</p>}
      <p>
        Everything that Sideline keeps, as one file in your downloads.{' '}
        {lastBackupAt === null ? 'None was made yet.' : `The last one was made ${formatMoment(lastBackupAt)}.`}
      </p>
      <PassphraseFields typed={typed}>
        With a passphrase nobody can read the file without it. If you forget it, the file is lost: nobody can open it,
        we neither. Without one, whoever has the file can read your deals.
      </PassphraseFields>
      <div class="bar">
        <ActButton
          look="solid"
          work={() => backUp(passphraseOf(typed.value))}
          done={() => {
            typed.clear();
            setDone(true);
          }}
        >
          Save a backup
        </ActButton>
        <p role="status">{done && 'Saved to your downloads.'}</p>
      </div>
    </DataSection>
  );
}
