import { useState } from 'preact/hooks';
import { ActButton } from './act-button.tsx';
import type { Work } from './actions.ts';
import { fieldWords } from './field-words.ts';

/** What was taught of one site, for its owner to look at and to change. */
export type SiteMap = {
  origin: string;
  /** Such as "deals at /app/deals/{id}", with the fields of each. */
  parts: { what: string; fields: string[] }[];
  /** The map itself, as JSON. */
  text: string;
};

export type MapsActions = {
  save(origin: string, text: string): Work;
  /** Hands the map over as a file. */
  exportMap(origin: string): Work;
  /** Throws the sentence to show where the file holds no map; the browser is asked for the site's access. */
  importMap(text: string): Work;
  /** Shows what an open page of the site comes to. */
  test(origin: string): Work;
  forget(origin: string): Work;
};

type MapsProps = { maps: readonly SiteMap[]; tested: string | null; actions: MapsActions };

/** All that was taught by pointing: data, to be edited, tried, shared as a file, and read in from one. */
export function TaughtMaps({ maps, tested, actions }: MapsProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = async (work: () => Work) => {
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      {maps.length === 0 && (
        <p>None yet. Open a deal of your CRM, click Sideline's icon, and choose “Teach it by pointing”.</p>
      )}
      {maps.map((map) => (
        <Site key={map.text} map={map} actions={actions} attempt={attempt} />
      ))}
      <label class="file">
        Read in a map
        <input
          type="file"
          accept="application/json,.json"
          onChange={async (event) => {
            const { currentTarget } = event;
            const file = currentTarget.files?.[0];
            if (file) await attempt(async () => actions.importMap(await file.text()));
            currentTarget.value = '';
          }}
        />
      </label>
      <div aria-live="polite">
        {problem && <p class="line error">{problem}</p>}
        {tested && <pre>{tested}</pre>}
      </div>
    </>
  );
}

type SiteProps = { map: SiteMap; actions: MapsActions; attempt: (work: () => Work) => Promise<void> };

function Site({ map, actions, attempt }: SiteProps) {
  const [text, setText] = useState(map.text);
  const { origin, parts } = map;
  return (
    <section aria-label={origin}>
      <h3>{origin}</h3>
      {parts.map(({ what, fields }) => (
        <p key={what}>
          <strong>{what}</strong>: {fields.map(fieldWords).join(', ')}
        </p>
      ))}
      <div class="bar">
        <ActButton work={() => attempt(() => actions.test(origin))}>Test on an open page</ActButton>
        <ActButton work={() => attempt(() => actions.exportMap(origin))}>Save as a file</ActButton>
        <ActButton work={() => attempt(() => actions.forget(origin))}>Forget</ActButton>
      </div>
      <details>
        <summary>Edit</summary>
        <label>
          The map of {origin}
          <textarea spellcheck={false} rows={18} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <ActButton look="solid" work={() => attempt(() => actions.save(origin, text))}>
          Keep this
        </ActButton>
      </details>
    </section>
  );
}
