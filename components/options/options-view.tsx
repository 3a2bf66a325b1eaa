import { useState } from 'preact/hooks';
import { Mark } from '../mark.tsx';
import { CalendarSection } from './calendar-section.tsx';
import type { OptionsActions, OptionsState } from './options-state.ts';
import {
  AboutSection,
  DataArea,
  LimitsSection,
  PrivacySection,
  PromptsSection,
  RemindersArea,
} from './other-sections.tsx';
import { ReadingSection } from './reading-section.tsx';
import { RosterSection } from './roster-section.tsx';
import { OptionsPage } from './setting.tsx';
import { findSettings, SECTIONS } from './settings-index.ts';
import { SitesSection } from './sites-section.tsx';

/** All that can be set, in one place: section by section, found by words, each part kept as soon as it is changed. */
export function OptionsView({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const [query, setQuery] = useState('');
  const shown = findSettings(query);
  const sections = SECTIONS.filter(({ settings }) => Object.keys(settings).some((id) => shown.has(id)));
  return (
    <main class="sideline maps data options">
      <header>
        <Mark />
        <h1>Options</h1>
      </header>
      <div class="side">
        <label class="search">
          <span>Search in settings</span>
          <input
            type="search"
            autocomplete="off"
            value={query}
            onInput={({ currentTarget }) => setQuery(currentTarget.value)}
          />
        </label>
        <p role="status" class="quiet">
          {query.trim() !== '' && (shown.size === 0 ? 'Nothing is called so.' : `${shown.size} found`)}
        </p>
        <nav aria-label="Sections">
          {sections.map(({ id, title }) => (
            <a key={id} href={`#${id}`}>
              {title}
            </a>
          ))}
        </nav>
      </div>
      <div class="areas">
        {state.problems.length > 0 && (
          <p class="line error">
            Not understood in what is stored, so the defaults hold: {state.problems.join(', ')}. It is kept as it stands
            until you set it anew.
          </p>
        )}
        {state.locked.length > 0 && (
          <p class="line">Some settings are set by your organisation. They are shown, and cannot be changed here.</p>
        )}
        <OptionsPage.Provider value={{ shown, locked: state.locked }}>
          <SitesSection state={state} actions={actions} />
          <ReadingSection state={state} actions={actions} />
          <RosterSection state={state} actions={actions} />
          <CalendarSection state={state} actions={actions} />
          <LimitsSection state={state} actions={actions} />
          <PromptsSection state={state} actions={actions} />
          <RemindersArea state={state} actions={actions} />
          <DataArea state={state} actions={actions} />
          <PrivacySection state={state} actions={actions} />
          <AboutSection state={state} actions={actions} />
        </OptionsPage.Provider>
      </div>
    </main>
  );
}
