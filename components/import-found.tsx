import { useState } from 'preact/hooks';
import { ENCODINGS } from '../lib/import/encoding.ts';
import type { ImportPlan } from '../lib/import/import-plan.ts';
import type { Found } from '../lib/import/inspect-file.ts';
import { FILE_KINDS, type FileKind } from '../lib/import/uses.ts';
import { ActButton } from './act-button.tsx';
import type { ImportActions, ImportState } from './import-state.ts';
import { counted, DELIMITER_WORDS, KIND_WORDS } from './import-words.ts';

type Props = { found: Found; plan: ImportPlan; state: ImportState; actions: ImportActions };

/** What was found in the file, each part of it to be corrected. */
export function ImportFound({ found, plan, state, actions }: Props) {
  return (
    <section aria-labelledby="found">
      <h2 id="found">What was found</h2>
      <p>{summary(found)}</p>
      <div class="grid">
        <label>
          What it holds
          <select
            value={plan.kind}
            onChange={({ currentTarget }) => actions.read({ kind: currentTarget.value as FileKind })}
          >
            {FILE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {KIND_WORDS[kind]}
              </option>
            ))}
          </select>
        </label>
        <Crm found={found} plan={plan} state={state} actions={actions} />
        <Where plan={plan} state={state} actions={actions} />
        {plan.kind === 'deals' && <Moment plan={plan} actions={actions} />}
        <label>
          Currency where none is named
          <input
            type="text"
            maxLength={3}
            size={5}
            placeholder="EUR"
            value={plan.currency ?? ''}
            onChange={({ currentTarget }) => {
              const code = currentTarget.value.trim().toUpperCase();
              return actions.change({ currency: /^[A-Z]{3}$/.test(code) ? code : null });
            }}
          />
        </label>
      </div>
      <Form found={found} actions={actions} />
    </section>
  );
}

function summary({ rows, columns, leftOut, headerRow }: Found): string {
  const said = [
    `${counted(rows, 'row', 'rows')} under ${counted(columns.length, 'column', 'columns')}, named in line ${headerRow}.`,
  ];
  if (leftOut.titles > 0) said.push(`${counted(leftOut.titles, 'line', 'lines')} above it left out.`);
  if (leftOut.totals > 0) said.push(`${counted(leftOut.totals, 'line', 'lines')} of totals and footers left out.`);
  return said.join(' ');
}

function Crm({ found, plan, state, actions }: Props) {
  return (
    <label>
      Comes from
      <select value={plan.crm} onChange={({ currentTarget }) => actions.read({ crm: currentTarget.value })}>
        <option value="other">Another program</option>
        {state.crms.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {found.crmWhy && <small class="quiet">Told by {found.crmWhy}</small>}
    </label>
  );
}

function Where({ plan, state, actions }: Omit<Props, 'found'>) {
  const [address, setAddress] = useState('');
  const sites = state.sites.filter(({ crm }) => crm === plan.crm || plan.crm === 'other');
  const known = sites.some(({ tenant }) => tenant === plan.tenant);
  if (plan.kind === 'roster' || plan.kind === 'quotas') return null;
  return (
    <div class="where">
      <label>
        Site
        <select
          value={plan.tenant}
          onChange={({ currentTarget }) => {
            const site = sites.find(({ tenant }) => tenant === currentTarget.value);
            return actions.change(site ?? { tenant: '' });
          }}
        >
          <option value="">No site yet</option>
          {plan.tenant !== '' && !known && <option value={plan.tenant}>{plan.tenant}</option>}
          {sites.map(({ crm, tenant }) => (
            <option key={`${crm} ${tenant}`} value={tenant}>
              {tenant}
            </option>
          ))}
        </select>
      </label>
      {plan.tenant === '' && (
        <>
          <small class="quiet">Each deal joins its page when you first open it.</small>
          <details>
            <summary>Tell it by an address</summary>
            <label>
              Address of one of its deals
              <input
                type="url"
                value={address}
                placeholder="https://"
                onInput={({ currentTarget }) => setAddress(currentTarget.value)}
              />
            </label>
            <ActButton work={() => actions.findSite(address)}>Use this site</ActButton>
          </details>
        </>
      )}
    </div>
  );
}

/** The value of a `datetime-local` input: a wall clock in the plan's time zone. */
function wallClock({ at, timeZone }: ImportPlan): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

function Moment({ plan, actions }: Pick<Props, 'plan' | 'actions'>) {
  return (
    <label>
      As of
      <input
        type="datetime-local"
        value={wallClock(plan)}
        onChange={({ currentTarget }) => {
          if (currentTarget.value === '') return;
          const at = Temporal.PlainDateTime.from(currentTarget.value).toZonedDateTime(plan.timeZone).epochMilliseconds;
          return actions.change({ at });
        }}
      />
      <small class="quiet">When the export was made; else as the file is dated.</small>
    </label>
  );
}

/** How the file is written: found by itself, and rarely wrong. */
function Form({ found, actions }: Pick<Props, 'found' | 'actions'>) {
  return (
    <details>
      <summary>How it is written</summary>
      <div class="grid">
        {found.encoding !== null && (
          <label>
            Encoding
            <select
              value={found.encoding}
              onChange={({ currentTarget }) => actions.read({ encoding: currentTarget.value })}
            >
              {ENCODINGS.map((encoding) => (
                <option key={encoding} value={encoding}>
                  {encoding.toUpperCase()}
                </option>
              ))}
            </select>
          </label>
        )}
        {found.delimiter !== null && (
          <label>
            Between cells
            <select
              value={found.delimiter}
              onChange={({ currentTarget }) => actions.read({ delimiter: currentTarget.value })}
            >
              {Object.entries({ [found.delimiter]: found.delimiter, ...DELIMITER_WORDS }).map(([delimiter, words]) => (
                <option key={delimiter} value={delimiter}>
                  {words}
                </option>
              ))}
            </select>
          </label>
        )}
        {found.sheets.length > 1 && (
          <label>
            Sheet
            <select
              value={found.sheet ?? ''}
              onChange={({ currentTarget }) => actions.read({ sheet: currentTarget.value })}
            >
              {found.sheets.map((sheet) => (
                <option key={sheet} value={sheet}>
                  {sheet}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          Line that names the columns
          <input
            type="number"
            min={1}
            max={200}
            value={found.headerRow}
            onChange={({ currentTarget }) => {
              const row = currentTarget.valueAsNumber;
              if (Number.isInteger(row) && row > 0) return actions.read({ headerRow: row });
            }}
          />
        </label>
      </div>
    </details>
  );
}
