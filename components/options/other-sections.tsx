import type { BadgeMeaning } from '../../lib/settings/settings.ts';
import { Copy } from '../copy.tsx';
import { counted } from '../import-words.ts';
import { RemindersSection } from '../reminders-section.tsx';
import { Choice } from './choice.tsx';
import type { Elsewhere, OptionsActions, OptionsState } from './options-state.ts';
import { OptionsSection, Setting } from './setting.tsx';

type Props = { state: OptionsState; actions: OptionsActions };

const now = (elsewhere: Elsewhere | null, say: (known: Elsewhere) => string) => (elsewhere ? say(elsewhere) : '');

export function LimitsSection({ state: { elsewhere } }: Props) {
  return (
    <OptionsSection id="limits">
      <Setting id="limits">
        <p>
          <a href="/limits.html">Limits</a>: from which figure on a signal speaks, and what proves the end of a stage.{' '}
          {now(elsewhere, ({ ownLimits }) =>
            ownLimits === 0 ? 'All as shipped.' : `${counted(ownLimits, 'limit', 'limits')} of your own.`,
          )}
        </p>
      </Setting>
      <Setting id="checklists">
        <p>
          <a href="/checklists.html">Checklists</a>: MEDDPICC, BANT, SPICED or your own, by pipeline.{' '}
          {now(elsewhere, ({ checklists }) => (checklists === 0 ? 'None is asked.' : `${checklists} in use.`))}
        </p>
      </Setting>
      <Setting id="check">
        <p>
          <a href="/check.html">Learning and self-check</a>: what your ended deals taught, and how often the score was
          right. {now(elsewhere, ({ learnt }) => (learnt ? 'Something was learnt.' : 'Nothing was learnt yet.'))}
        </p>
      </Setting>
    </OptionsSection>
  );
}

export function PromptsSection({ state: { elsewhere } }: Props) {
  return (
    <OptionsSection id="prompts">
      <Setting id="prompts">
        <p>
          <a href="/prompts.html">Questions</a>: all that a card may ask, in your language and in your words.{' '}
          {now(elsewhere, ({ ownPrompts }) =>
            ownPrompts === 0
              ? 'All as shipped.'
              : `${counted(ownPrompts, 'was', 'were')} changed, added or switched off.`,
          )}
        </p>
      </Setting>
      <Setting id="agenda">
        <p>
          <a href="/agenda.html">1:1 agenda</a>: one page for a talk with each person, and how often you talked.
        </p>
      </Setting>
    </OptionsSection>
  );
}

const BADGES: readonly (readonly [BadgeMeaning, string])[] = [
  ['steps', 'Your steps that are due today'],
  ['marked', 'Open deals that call for a look'],
  ['look-again', 'Deals not seen for two weeks'],
  ['none', 'Nothing'],
];

export function RemindersArea({ state, actions }: Props) {
  return (
    <OptionsSection id="reminders">
      <Setting id="badge">
        <Choice
          label="It counts"
          value={state.settings.badge}
          options={BADGES}
          set={(badge) => actions.change(() => ({ badge }))}
        />
      </Setting>
      <Setting id="reminders">
        <RemindersSection {...state.reminders} actions={actions.reminders} />
      </Setting>
    </OptionsSection>
  );
}

export function DataArea({ state: { elsewhere } }: Props) {
  return (
    <OptionsSection id="data">
      <Setting id="data">
        <p>
          <a href="/data.html">Your data</a>: backup, restore, erase.{' '}
          {now(elsewhere, ({ deals }) => `${counted(deals, 'deal', 'deals')} on record in this browser.`)}
        </p>
      </Setting>
      <Setting id="import">
        <p>
          <a href="/import.html">From a file</a>: deals, histories, activities, people and quotas as CSV or Excel.
        </p>
      </Setting>
    </OptionsSection>
  );
}

export function PrivacySection({ state }: Props) {
  return (
    <OptionsSection id="privacy">
      <Setting id="reads">
        <p>
          The deals that you open, on the sites that you allow, and what their pages show of the past. Of a mail or note
          at most the first 120 characters, as evidence.
        </p>
        <p>
          Never: a click, a call to the CRM's own service, anything sent anywhere. The browser itself forbids our pages
          every connection.
        </p>
      </Setting>
      <Setting id="rights">
        <ul>
          {state.rights.map((right) => (
            <li key={right}>{right}</li>
          ))}
        </ul>
        <p>
          Sites are allowed one by one, under <a href="#sites">Sites</a>.
        </p>
      </Setting>
      <Setting id="purpose">
        <p>
          <a href="/purpose.html">What this is for</a>, and what it must not be used for.
        </p>
      </Setting>
    </OptionsSection>
  );
}

export function AboutSection({ state, actions }: Props) {
  const { locked, ignored } = state;
  return (
    <OptionsSection id="about">
      <Setting id="version">
        <p>Sideline {state.version}, under the MIT licence.</p>
      </Setting>
      <Setting id="keys">
        <ul>
          {state.keys.map(({ what, key }) => (
            <li key={what}>
              {what}: {key || 'no key'}
            </li>
          ))}
        </ul>
        <p>The browser lets them be changed at this address, and opens it for nobody but you:</p>
        <Copy text="chrome://extensions/shortcuts" copy={(text) => actions.copy(text)} />
      </Setting>
      <Setting id="organisation">
        {locked.length + ignored.length === 0 && <p>No organisation set anything in this browser.</p>}
        {locked.length > 0 && <p>Set by your organisation: {locked.join(', ')}.</p>}
        {ignored.length > 0 && <p>Set by your organisation, but not understood, and left out: {ignored.join(', ')}.</p>}
      </Setting>
    </OptionsSection>
  );
}
