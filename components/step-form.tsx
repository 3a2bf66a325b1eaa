import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type Day, isDay } from '../lib/deal/day.ts';
import type { Side } from '../lib/deal/promise.ts';
import { isVagueStep } from '../lib/process/step-wording.ts';
import type { CardActions } from './actions.ts';
import { focusFirst } from './focus-first.ts';
import { FormFrame } from './form-frame.tsx';
import { nextWeek } from './format-day.ts';

export type FormProps = {
  today: Day;
  me: string | null;
  actions: CardActions;
  onDone: () => void;
  /** What there is to say of a text as it is typed, where the page has room for it. */
  noteOf?: ((typed: string) => ComponentChildren) | undefined;
};

/** What and by when must be said; who, whose side and the proof have answers to start from. */
export function StepForm({ today, me, actions, onDone, noteOf }: FormProps) {
  const [what, setWhat] = useState('');
  const [by, setBy] = useState(nextWeek(today));
  const [side, setSide] = useState<Side>('theirs');
  const [who, setWho] = useState('');
  const [proof, setProof] = useState('');
  const standIn = side === 'theirs' ? 'They' : (me ?? 'We');
  const open = [
    who.trim() === '' && 'Who does it?',
    isVagueStep(what) && 'What will be done?',
    !isDay(by) && 'By when?',
    side === 'ours' && 'What do they do then?',
  ].filter(Boolean);
  const submit = () =>
    actions.makePromise({ what: what.trim(), who: who.trim() || standIn, side, by, proof: proof.trim() || null });
  return (
    <FormFrame title="Set next step" ready={what.trim() !== '' && isDay(by)} submit={submit} onDone={onDone}>
      <label class="wide">
        <span>What will happen</span>
        <input
          required
          maxLength={300}
          value={what}
          placeholder="Sends the redlines"
          ref={focusFirst}
          onInput={(event) => setWhat(event.currentTarget.value)}
        />
      </label>
      <label>
        <span>By</span>
        <input type="date" required min={today} value={by} onInput={(event) => setBy(event.currentTarget.value)} />
      </label>
      <label>
        <span>Whose</span>
        <select value={side} onChange={(event) => setSide(event.currentTarget.value === 'ours' ? 'ours' : 'theirs')}>
          <option value="theirs">Theirs</option>
          <option value="ours">Ours</option>
        </select>
      </label>
      <label>
        <span>Who</span>
        <input
          maxLength={120}
          value={who}
          placeholder={standIn}
          onInput={(event) => setWho(event.currentTarget.value)}
        />
      </label>
      <label>
        <span>Proof</span>
        <input
          maxLength={300}
          value={proof}
          placeholder="Their mail"
          onInput={(event) => setProof(event.currentTarget.value)}
        />
      </label>
      {what.trim() !== '' && (
        <p class="wide quiet" data-part="open">
          {open.join(' · ')}
        </p>
      )}
      {noteOf && <div class="wide">{noteOf(what)}</div>}
    </FormFrame>
  );
}
