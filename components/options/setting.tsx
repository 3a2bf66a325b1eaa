import { type ComponentChildren, createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { ReportFailure } from '../use-act.ts';
import { SECTIONS, type SectionInfo, type SettingInfo } from './settings-index.ts';

type Page = { shown: ReadonlySet<string>; locked: readonly string[] };

/** What the search leaves, and what the organisation set. */
export const OptionsPage = createContext<Page>({ shown: new Set(), locked: [] });

const INFOS: Record<string, SettingInfo> = Object.assign({}, ...SECTIONS.map(({ settings }) => settings));

type SettingProps = { id: string; say?: string; children: ComponentChildren };

/** One setting: its title, what it does, its controls; disabled as a whole where the organisation set it. */
export function Setting({ id, say, children }: SettingProps) {
  const { shown, locked } = useContext(OptionsPage);
  const { title = id, keys = [] } = INFOS[id] ?? {};
  const isLocked = keys.length > 0 && keys.every((key) => locked.includes(key));
  return (
    <fieldset class="setting" data-setting={id} disabled={isLocked} hidden={!shown.has(id)} tabIndex={-1}>
      <legend>{title}</legend>
      {isLocked && <p class="locked">Set by your organisation.</p>}
      {say && <p class="quiet">{say}</p>}
      {children}
    </fieldset>
  );
}

/** A part of a setting that the organisation may have set by itself. */
export function Locked({ by, children }: { by: string; children: ComponentChildren }) {
  const isLocked = useContext(OptionsPage).locked.includes(by);
  return (
    <fieldset class="part-of" disabled={isLocked}>
      {children}
      {isLocked && <p class="locked">Set by your organisation.</p>}
    </fieldset>
  );
}

/** What fails in a section is told in it. */
export function OptionsSection({ id, children }: { id: string; children: ComponentChildren }) {
  const [failed, setFailed] = useState<string | null>(null);
  const { shown } = useContext(OptionsPage);
  const section: SectionInfo | undefined = SECTIONS.find((one) => one.id === id);
  if (!section) return null;
  return (
    <ReportFailure.Provider value={setFailed}>
      <section
        id={id}
        class="area"
        aria-label={section.title}
        tabIndex={-1}
        hidden={!Object.keys(section.settings).some((setting) => shown.has(setting))}
      >
        <h2>{section.title}</h2>
        {children}
        <div aria-live="polite">{failed && <p class="line error">{failed}</p>}</div>
      </section>
    </ReportFailure.Provider>
  );
}
