import { useState } from 'preact/hooks';
import { ActButton } from './act-button.tsx';
import { DataSection } from './data-section.tsx';
import type { DataActions, DataState, ErasePick, EraseReport } from './data-state.ts';
import { countOf, formatMoment } from './data-words.ts';

type EraseProps = Pick<DataState, 'deals' | 'owners' | 'sites'> & { actions: DataActions };

const CHOICES: [what: ErasePick['what'], words: string][] = [
  ['deal', 'One deal'],
  ['person', 'One person'],
  ['site', 'One site'],
  ['before', 'Everything before a day'],
  ['everything', 'Everything'],
];

const WORDS: Record<ErasePick['what'], string> = {
  deal: 'Everything that is known of it. If its page is opened again, it begins anew.',
  person:
    'The name gives way to “erased person” everywhere; mails and notes of theirs, promises and agreed waits that name them go, and the notes of talks with them. Deals, stages and amounts stay. What your CRM still shows is read again when its page is opened.',
  site: 'All deals of this site, its settings, and what was taught there.',
  before:
    'What was seen before that day. Deals not seen since go whole; values that still stood begin with the first look since. Open promises and agreed waits that reach beyond the day stay.',
  everything: 'All deals and all that is known of them.',
};

/** What is to go is counted first, and confirmed. */
export function EraseSection({ deals, owners, sites, actions }: EraseProps) {
  const [what, setWhat] = useState<ErasePick['what']>('deal');
  const [pick, setPick] = useState<ErasePick | null>(null);
  const [report, setReport] = useState<EraseReport | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const choose = (next: ErasePick | null) => {
    setPick(next);
    setReport(null);
  };
  return (
    <DataSection title="Erase">
      <p>It goes from every table of this browser. Backups that you made before still hold it.</p>
      <fieldset>
        <legend>What</legend>
        {CHOICES.map(([each, words]) => (
          <label key={each} class="radio">
            <input
              type="radio"
              name="what"
              checked={what === each}
              onChange={() => {
                setWhat(each);
                setDone(null);
                choose(each === 'everything' ? { what: each, keepSettings: true } : null);
              }}
            />
            {words}
          </label>
        ))}
      </fieldset>
      <p class="quiet">{WORDS[what]}</p>
      {what === 'deal' && <PickDeal deals={deals} pick={choose} />}
      {what === 'person' && <PickPerson owners={owners} pick={choose} />}
      {what === 'site' && <PickSite sites={sites} pick={choose} />}
      {what === 'before' && <PickDay pick={choose} />}
      {what === 'everything' && (
        <label class="radio">
          <input
            type="checkbox"
            checked={pick?.what === 'everything' && pick.keepSettings}
            onChange={(event) => choose({ what: 'everything', keepSettings: event.currentTarget.checked })}
          />
          Keep settings and taught sites
        </label>
      )}
      {pick && !report && (
        <div class="bar">
          <ActButton work={async () => setReport(await actions.countErasure(pick))}>Count what would go</ActButton>
        </div>
      )}
      {pick && report && (
        <Confirm
          report={report}
          erase={async () => {
            const gone = await actions.erase(pick);
            choose(null);
            setDone(`Erased: ${sayErased(gone)}.`);
          }}
        />
      )}
      <p role="status">{done}</p>
    </DataSection>
  );
}

function sayErased({ deals, rows, renamed }: EraseReport): string {
  const parts = [countOf(deals, 'deal'), countOf(rows, 'row')];
  if (renamed > 0) parts.push(`a name in ${countOf(renamed, 'deal')}`);
  return parts.join(', ');
}

function Confirm({ report, erase }: { report: EraseReport; erase: () => Promise<void> }) {
  const [sure, setSure] = useState(false);
  return (
    <div class="turn" data-part="confirm">
      <p>
        <strong>This would go</strong>: {sayErased(report)}.
      </p>
      <label class="radio">
        <input type="checkbox" checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />I know that
        this cannot be undone
      </label>
      <div class="bar">
        <ActButton
          look="solid"
          work={async () => {
            if (!sure) throw new Error('Tick that you know it cannot be undone. Nothing was erased.');
            await erase();
          }}
        >
          Erase
        </ActButton>
      </div>
    </div>
  );
}

type Choose = (pick: ErasePick | null) => void;
/** Rows of a long list that can be looked through. */
const SHOWN = 8;

function PickDeal({ deals, pick }: { deals: DataState['deals']; pick: Choose }) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = deals.filter(({ name, account }) =>
    words.every((word) => `${name} ${account}`.toLowerCase().includes(word)),
  );
  return (
    <div class="turn">
      <label>
        <span>Part of its name or account</span>
        <input type="search" autocomplete="off" value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <fieldset>
        <legend>{countOf(found.length, 'deal')}</legend>
        {found.slice(0, SHOWN).map(({ id, name, account, lastSeenAt }) => (
          <label key={id} class="radio">
            <input
              type="radio"
              name="deal"
              checked={chosen === id}
              onChange={() => {
                setChosen(id);
                pick({ what: 'deal', deal: id });
              }}
            />
            <span>
              {name || 'A deal without a name'}
              {account && `, ${account}`} <span class="quiet">seen {formatMoment(lastSeenAt)}</span>
            </span>
          </label>
        ))}
        {found.length > SHOWN && <p class="quiet">And {found.length - SHOWN} more: type more of the name.</p>}
      </fieldset>
    </div>
  );
}

function PickPerson({ owners, pick }: { owners: readonly string[]; pick: Choose }) {
  const [text, setText] = useState('');
  return (
    <label>
      <span>The name, and each other way it is written, one a line</span>
      <textarea
        rows={3}
        value={text}
        placeholder={owners[0]}
        onInput={(event) => {
          setText(event.currentTarget.value);
          const names = event.currentTarget.value.split('\n').map((name) => name.trim());
          const typed = names.filter((name) => name.length > 1);
          pick(typed.length > 0 ? { what: 'person', names: typed } : null);
        }}
      />
    </label>
  );
}

function PickSite({ sites, pick }: { sites: DataState['sites']; pick: Choose }) {
  const [chosen, setChosen] = useState('');
  return (
    <label>
      <span>Site</span>
      <select
        value={chosen}
        onChange={(event) => {
          const at = event.currentTarget.value;
          setChosen(at);
          const site = sites[Number(at)];
          pick(at !== '' && site ? { what: 'site', crm: site.crm, tenant: site.tenant } : null);
        }}
      >
        <option value="">Choose one</option>
        {sites.map(({ crm, tenant, deals }, at) => (
          <option key={`${crm} ${tenant}`} value={at}>
            {tenant || 'From files'} ({crm}, {countOf(deals, 'deal')})
          </option>
        ))}
      </select>
    </label>
  );
}

function PickDay({ pick }: { pick: Choose }) {
  return (
    <label>
      <span>The first day that stays</span>
      <input
        type="date"
        onChange={(event) => {
          const day = event.currentTarget.value;
          pick(day ? { what: 'before', day } : null);
        }}
      />
    </label>
  );
}
