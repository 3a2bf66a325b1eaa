import { useState } from 'preact/hooks';
import { ActButton } from '../act-button.tsx';
import { codesWith } from '../currency-codes.ts';
import { originOf } from '../origin-of.ts';
import { useAct } from '../use-act.ts';
import { Choice, Tick } from './choice.tsx';
import type { OptionsActions, OptionsState, SiteLine } from './options-state.ts';
import { OptionsSection, Setting } from './setting.tsx';

const ORDERS = [
  ['', 'As its dates say'],
  ['dmy', 'Day first: 31/12/2026'],
  ['mdy', 'Month first: 12/31/2026'],
  ['ymd', 'Year first: 2026/12/31'],
] as const;

/** Which sites are read, and how each writes what its pages leave open. */
export function SitesSection({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  return (
    <OptionsSection id="sites">
      <Setting
        id="sites"
        say="Nothing is read anywhere else. Off: nothing is read there although the browser allows it."
      >
        {state.locked.includes('sitesAllowed') && (
          <p class="locked">Your organisation set which sites may be read. Others stay off.</p>
        )}
        {state.sites.length === 0 && <p>None yet.</p>}
        <ul class="entries">
          {state.sites.map((site) => (
            <Site key={site.origin} site={site} actions={actions} />
          ))}
        </ul>
      </Setting>
      <Setting id="add-site">
        <Add actions={actions} />
        <p>
          <a href="/welcome.html">First steps</a> names the CRMs that are known, and shows what one list says.
        </p>
      </Setting>
    </OptionsSection>
  );
}

function Site({ site, actions }: { site: SiteLine; actions: OptionsActions }) {
  const { origin, granted, forbidden, settings } = site;
  return (
    <li class="entry" aria-label={origin}>
      <h3>{origin.replace(/^https:\/\//, '')}</h3>
      {!granted && <p class="quiet">The browser does not allow it now. What was set for it is kept.</p>}
      {forbidden && <p class="locked">Set by your organisation: not read.</p>}
      <div class="controls">
        <Tick
          label="Read here"
          name={`Read here: ${origin}`}
          checked={settings.state === 'on'}
          disabled={forbidden || !granted}
          set={(on) => actions.setSite(origin, { state: on ? 'on' : 'off' })}
        />
        <Choice
          label="Dates such as 03/09/2026"
          name={`Dates such as 03/09/2026: ${origin}`}
          value={settings.dateOrder ?? ''}
          options={ORDERS}
          set={(order) => actions.setSite(origin, { dateOrder: order || null })}
        />
        <Choice
          label="A bare “$” or “kr” means"
          name={`A bare “$” or “kr” means: ${origin}`}
          value={settings.currency ?? ''}
          options={[['', 'Not said'], ...codesWith(settings.currency).map((code) => [code, code] as const)]}
          set={(code) => actions.setSite(origin, { currency: code || null })}
        />
        {granted ? (
          <ActButton label={`Take access back: ${origin}`} work={() => actions.takeBack(origin)}>
            Take access back
          </ActButton>
        ) : (
          <ActButton label={`Allow again: ${origin}`} work={() => actions.allow(origin)}>
            Allow again
          </ActButton>
        )}
      </div>
    </li>
  );
}

function Add({ actions }: { actions: OptionsActions }) {
  const [text, setText] = useState('');
  const act = useAct();
  const origin = originOf(text);
  return (
    <form
      class="controls"
      onSubmit={(event) => {
        event.preventDefault();
        if (origin)
          act.run(
            () => actions.allow(origin),
            () => setText(''),
          );
      }}
    >
      <label class="grow">
        <span>Its address, copied from the address bar</span>
        <input
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          value={text}
          aria-invalid={text.trim() !== '' && !origin}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <button type="submit" class="button" aria-busy={act.busy}>
        Ask the browser
      </button>
    </form>
  );
}
