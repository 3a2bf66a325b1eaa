import { useState } from 'preact/hooks';
import { ActButton } from './act-button.tsx';
import type { WelcomeActions } from './actions.ts';
import { Glyph } from './glyph.tsx';
import { originOf } from './origin-of.ts';
import { useAct } from './use-act.ts';
import type { CrmChoice, WelcomeSite, WelcomeState } from './welcome-state.ts';

/** Step 2. One site at a time, each by its own click: the browser asks, Sideline does not roam. */
export function WelcomeSites({ state, actions }: { state: WelcomeState; actions: WelcomeActions }) {
  const [picked, setPicked] = useState<CrmChoice | null>(null);
  return (
    <li class="step" data-part="sites" data-done={state.sites.some((site) => site.state === 'granted')}>
      <h2>Which CRM?</h2>
      <fieldset class="crms">
        <legend class="unseen">CRM</legend>
        {state.crms.map((crm) => (
          <button
            key={crm.id}
            type="button"
            class="button"
            aria-pressed={picked?.id === crm.id}
            onClick={() => setPicked(crm)}
          >
            {crm.name}
          </button>
        ))}
      </fieldset>
      <Address key={picked?.id} crm={picked} grant={actions.grant} />
      {state.sites.length > 0 && (
        <ul class="sites">
          {state.sites.map((site) => (
            <Site key={site.origin} site={site} grant={actions.grant} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Address({ crm, grant }: { crm: CrmChoice | null; grant: WelcomeActions['grant'] }) {
  const [text, setText] = useState(crm?.origin ?? '');
  const act = useAct();
  const origin = originOf(text);
  const wrong = text.trim() !== '' && !origin;
  return (
    <form
      class="address"
      onSubmit={(event) => {
        event.preventDefault();
        if (origin) act.run(() => grant(origin));
      }}
    >
      <label class="field">
        <span>{crm ? `Your ${crm.name} address` : 'Its address, copied from the address bar'}</span>
        <input
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          placeholder={crm?.example ?? 'acme.lightning.force.com'}
          value={text}
          aria-invalid={wrong}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button solid" aria-busy={act.busy} aria-disabled={!origin}>
        {origin ? `Let Sideline read ${new URL(origin).host}` : 'Let Sideline read it'}
      </button>
      {wrong && <p class="quiet">This is not an address yet. It looks like {crm?.example ?? 'crm.example.com'}.</p>}
    </form>
  );
}

function Site({ site, grant }: { site: WelcomeSite; grant: WelcomeActions['grant'] }) {
  return (
    <li class="site" data-state={site.state}>
      <Glyph shape={site.state === 'granted' ? 'done' : 'dashed'} />
      <span>
        <b>{site.host}</b>
        <span class="quiet">
          {site.crm ? `${site.crm} · ` : ''}
          {site.state === 'granted'
            ? 'Sideline may read it'
            : site.state === 'refused'
              ? 'not allowed: the browser was told no'
              : 'not allowed yet'}
        </span>
      </span>
      {site.state !== 'granted' && (
        <ActButton label={`Allow ${site.host}`} work={() => grant(site.origin)}>
          Allow
        </ActButton>
      )}
    </li>
  );
}
