import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChecklistAnswer } from '../lib/deal/answer.ts';
import type { ChecklistLine } from '../lib/process/checklists/checklist-as-of.ts';
import { ActButton } from './act-button.tsx';
import type { Work } from './actions.ts';
import { ANSWER_WORDS, ANSWERS, isStanding, sayAnswer } from './checklist-words.ts';
import { Clamped } from './clamped.tsx';
import { focusFirst } from './focus-first.ts';
import { useAct } from './use-act.ts';

/** What the popup and the side panel show of one deal's checklist. */
export type ChecklistState = {
  /** Null: none was chosen for this deal's pipeline. */
  list: { id: string; name: string; lines: ChecklistLine[] } | null;
  choices: { id: string; name: string }[];
  /** The choice counts for this pipeline; null: for all. */
  pipeline: string | null;
  /** The people over there, offered where it is asked who said it. */
  people: string[];
};

/** Empty where it was not told. */
export type AnswerSaid = { answer: ChecklistAnswer; proof: string; saidBy: string };

export type ChecklistActions = {
  answer(key: string, said: AnswerSaid): Work;
  choose(id: string): Work;
};

type ChecklistProps = { state: ChecklistState; actions: ChecklistActions };

/** The questions of the list that was chosen, each with its answer, proof, who said it and how old that is. */
export function Checklist({ state, actions }: ChecklistProps) {
  const { list } = state;
  return (
    <details class="fold" data-part="checklist">
      <summary>
        {list ? list.name : 'Checklist'}
        <span>{list ? `${list.lines.filter(isStanding).length} of ${list.lines.length} known` : 'none chosen'}</span>
      </summary>
      {list ? (
        <ul>
          {list.lines.map((line) => (
            <Item key={line.key} line={line} people={state.people} save={(said) => actions.answer(line.key, said)} />
          ))}
        </ul>
      ) : (
        <Chooser state={state} actions={actions} />
      )}
      <p class="quiet">
        <a href="/checklists.html" target="_blank" rel="noreferrer">
          Choose or write checklists
        </a>
      </p>
    </details>
  );
}

function Chooser({ state: { choices, pipeline }, actions }: ChecklistProps) {
  return (
    <>
      <p class="quiet">
        Questions that a deal should have answers to. Nothing is asked before you choose a list
        {pipeline ? ` for ${pipeline}` : ''}.
      </p>
      <div class="buttons tight">
        {choices.map(({ id, name }) => (
          <ActButton key={id} label={`Use ${name}`} work={() => actions.choose(id)}>
            {name}
          </ActButton>
        ))}
      </div>
    </>
  );
}

type ItemProps = { line: ChecklistLine; people: string[]; save: (said: AnswerSaid) => Work };

function Item({ line, people, save }: ItemProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    if (!open && wasOpen.current) button.current?.focus();
    wasOpen.current = open;
  }, [open]);
  const { answer, asks, given } = line;
  return (
    <li data-answer={answer ?? 'none'} data-age={given?.age ?? 'none'}>
      <Clamped text={asks} />
      <p class="quiet">
        {sayAnswer(line)}
        {given?.proof && (
          <>
            {' Proof: '}
            <Clamped text={given.proof} />
          </>
        )}
      </p>
      {open ? (
        <AnswerForm line={line} people={people} save={save} onDone={() => setOpen(false)} />
      ) : (
        <button
          type="button"
          class="button text"
          ref={button}
          aria-label={`${answer ? 'Answer anew' : 'Answer'}: ${asks}`}
          onClick={() => setOpen(true)}
        >
          {answer ? 'Answer anew' : 'Answer'}
        </button>
      )}
    </li>
  );
}

function AnswerForm({ line, people, save, onDone }: ItemProps & { onDone: () => void }) {
  const stands = isStanding(line);
  const [answer, setAnswer] = useState<ChecklistAnswer | null>(stands ? line.answer : null);
  const [proof, setProof] = useState(stands ? (line.given?.proof ?? '') : '');
  const [saidBy, setSaidBy] = useState('');
  const act = useAct();
  const id = useId();
  return (
    <form
      class="inline"
      data-esc
      aria-label={line.asks}
      onSubmit={(event) => {
        event.preventDefault();
        if (answer) act.run(() => save({ answer, proof: proof.trim(), saidBy: saidBy.trim() }), onDone);
      }}
      onReset={onDone}
    >
      <fieldset class="answers">
        <legend class="unseen">Answer</legend>
        {ANSWERS.map((one, at) => (
          <label key={one}>
            <input
              type="radio"
              name={`answer-${id}`}
              required
              checked={answer === one}
              ref={at === 0 ? focusFirst : null}
              onChange={() => setAnswer(one)}
            />{' '}
            {ANSWER_WORDS[one]}
          </label>
        ))}
      </fieldset>
      <label>
        <span>Proof</span>
        <input
          maxLength={300}
          value={proof}
          placeholder={line.proof}
          onInput={(event) => setProof(event.currentTarget.value)}
        />
      </label>
      <label>
        <span>Said by</span>
        <input
          maxLength={120}
          value={saidBy}
          list={`people-${id}`}
          onInput={(event) => setSaidBy(event.currentTarget.value)}
        />
        <datalist id={`people-${id}`}>
          {people.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </label>
      <button type="submit" class="button solid" aria-busy={act.busy}>
        Save
      </button>
      <button type="reset" class="button text">
        Cancel
      </button>
    </form>
  );
}
