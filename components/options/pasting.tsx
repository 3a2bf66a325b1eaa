import { useState } from 'preact/hooks';
import type { RefusedLine } from '../../lib/import/pasted-rows.ts';
import { ActButton } from '../act-button.tsx';
import type { Work } from '../actions.ts';
import { counted } from '../import-words.ts';

/** What a text holds, as it would be kept: a word for each, and what was refused. */
export type Pasted<T> = { said: readonly T[]; refused: readonly RefusedLine[] };

type PastingProps<T> = {
  summary: string;
  label: string;
  example: string;
  one: string;
  many: string;
  read: (text: string) => Promise<Pasted<T>> | Pasted<T>;
  show: (one: T) => string;
  keep: (said: readonly T[]) => Work;
};

const SHOWN = 12;

/** Rows pasted from a spreadsheet: read, looked at, then kept; what was refused stays in the field with its reason. */
export function Pasting<T>({ summary, label, example, one, many, read, show, keep }: PastingProps<T>) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<Pasted<T> | null>(null);
  const [kept, setKept] = useState('');
  const begin = (next: string) => {
    setText(next);
    setFound(null);
    setKept('');
  };
  return (
    <details class="pasting">
      <summary>{summary}</summary>
      <label>
        <span>{label}</span>
        <textarea
          rows={5}
          spellcheck={false}
          placeholder={example}
          value={text}
          onInput={({ currentTarget }) => begin(currentTarget.value)}
        />
      </label>
      <div class="bar">
        <ActButton
          work={async () => {
            if (text.trim() === '') throw new Error('Nothing was pasted yet.');
            setFound(await read(text));
          }}
        >
          Look at it
        </ActButton>
        {found && found.said.length > 0 && (
          <ActButton
            look="solid"
            work={async () => {
              await keep(found.said);
              begin(found.refused.map(({ line }) => line).join('\n'));
              setKept(`Kept: ${counted(found.said.length, one, many)}.`);
            }}
          >
            Keep {counted(found.said.length, one, many)}
          </ActButton>
        )}
      </div>
      <div role="status">
        {kept && <p>{kept}</p>}
        {found && (
          <>
            {found.said.length === 0 && <p>Nothing here could be read.</p>}
            {found.said.length > 0 && (
              <ul>
                {found.said.slice(0, SHOWN).map((each) => (
                  <li key={show(each)}>{show(each)}</li>
                ))}
                {found.said.length > SHOWN && <li>and {found.said.length - SHOWN} more</li>}
              </ul>
            )}
            {found.refused.length > 0 && (
              <>
                <p>Not read: {counted(found.refused.length, 'line', 'lines')}.</p>
                <ul class="refused">
                  {found.refused.slice(0, SHOWN).map(({ line, reason }) => (
                    <li key={line}>
                      <code>{line.slice(0, 80)}</code> {reason}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </div>
    </details>
  );
}
