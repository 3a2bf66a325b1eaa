import { useState } from 'preact/hooks';
import { ActButton } from './act-button.tsx';
import { DataSection } from './data-section.tsx';
import type { BackupLook, DataActions, RestoreReport } from './data-state.ts';
import { countOf, formatMoment } from './data-words.ts';

type RestoreProps = { actions: DataActions };

/** A file is chosen, read whole and compared before anything is touched; then it is merged, or put in the place of all. */
export function RestoreSection({ actions }: RestoreProps) {
  const [picked, setPicked] = useState<{ file: File; look: BackupLook } | null>(null);
  const [report, setReport] = useState<RestoreReport | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const clear = async () => {
    setReport(null);
    setPicked(null);
    await actions.dropCheck();
  };
  return (
    <DataSection title="Restore">
      <p>
        A backup is read whole and compared before anything is touched. You see what it would change, and decide then.
      </p>
      <PickFile
        look={async (file) => {
          await clear();
          setDone(null);
          setPicked({ file, look: await actions.look(file) });
        }}
      />
      {picked && !report && <CheckForm {...picked} check={actions.check} checked={setReport} />}
      {report && (
        <Decision
          report={report}
          actions={actions}
          leave={clear}
          restored={async (line) => {
            await clear();
            setDone(line);
          }}
        />
      )}
      <p role="status">{done}</p>
    </DataSection>
  );
}

function PickFile({ look }: { look: (file: File) => Promise<void> }) {
  const [file, setFile] = useState<File | null>(null);
  return (
    <div class="bar">
      <label class="grow">
        <span>Backup file</span>
        <input type="file" accept=".sideline" onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)} />
      </label>
      <ActButton
        work={() => {
          if (!file) throw new Error('Choose a file first.');
          return look(file);
        }}
      >
        Look into it
      </ActButton>
    </div>
  );
}

type CheckProps = {
  file: File;
  look: BackupLook;
  check: DataActions['check'];
  checked: (report: RestoreReport) => void;
};

function CheckForm({ file, look, check, checked }: CheckProps) {
  const [passphrase, setPassphrase] = useState('');
  const [share, setShare] = useState<number | null>(null);
  return (
    <div class="turn">
      <p>
        Made {formatMoment(look.madeAt)}
        {look.locked ? ', locked with a passphrase.' : '.'}
      </p>
      <div class="bar">
        {look.locked && (
          <label class="grow">
            <span>Its passphrase</span>
            <input
              type="password"
              autocomplete="off"
              value={passphrase}
              onInput={(event) => setPassphrase(event.currentTarget.value)}
            />
          </label>
        )}
        <ActButton
          look="solid"
          work={async () => {
            setShare(0);
            try {
              checked(await check(file, look.locked ? passphrase : null, setShare));
            } finally {
              setShare(null);
            }
          }}
        >
          Check it
        </ActButton>
      </div>
      {share !== null && <progress aria-label="Checked so far" value={share} max={1} />}
    </div>
  );
}

type DecisionProps = {
  report: RestoreReport;
  actions: DataActions;
  leave: () => Promise<void>;
  restored: (line: string) => Promise<void>;
};

function Decision({ report, actions, leave, restored }: DecisionProps) {
  const [word, setWord] = useState('');
  const { added, grown, same, onlyHere, rows } = report;
  const isNews = added + grown > 0;
  return (
    <div class="turn" data-part="decision">
      <p>
        <strong>The backup is in order</strong>: {countOf(rows, 'row')} of {countOf(added + grown + same, 'deal')}.
      </p>
      <ul>
        <li>{countOf(added, 'deal')} that this browser does not know</li>
        <li>{countOf(grown, 'deal')} of which it knows more than this browser</li>
        <li>{countOf(same, 'deal')} of which it knows nothing more</li>
        <li>{countOf(onlyHere, 'deal')} here that it does not hold</li>
      </ul>
      <h3>Merge</h3>
      <p class="quiet">
        Adds what the backup knows more. Nothing known here is taken away, and your settings stay.
        {!isNews && ' There is no deal to add.'}
      </p>
      <div class="bar">
        <ActButton
          look="solid"
          work={async () => {
            await actions.restore('merge');
            await restored('Merged. What the backup knew more is on record now.');
          }}
        >
          Merge
        </ActButton>
      </div>
      <h3>Replace</h3>
      <p class="quiet">
        Everything here, settings too, gives way to the backup.
        {onlyHere > 0 && ` ${countOf(onlyHere, 'deal')} would be gone.`}{' '}
        <a href="#backup">Save a backup of today first</a>, then type “replace”.
      </p>
      <div class="bar">
        <label>
          <span>Type “replace”</span>
          <input autocomplete="off" value={word} onInput={(event) => setWord(event.currentTarget.value)} />
        </label>
        <ActButton
          work={async () => {
            if (word.trim().toLowerCase() !== 'replace') throw new Error('Type “replace” first. Nothing was changed.');
            await actions.restore('replace');
            await restored('Replaced. Everything on record is what the backup held.');
          }}
        >
          Replace everything
        </ActButton>
        <ActButton look="text" work={leave}>
          Leave all as it is
        </ActButton>
      </div>
    </div>
  );
}
