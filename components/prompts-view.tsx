import { useState } from 'preact/hooks';
import { LANGUAGES, type Language } from '../lib/coaching/catalogue/languages.ts';
import type { Prompt } from '../lib/coaching/catalogue/types.ts';
import { DataSection } from './data-section.tsx';
import { countOf } from './data-words.ts';
import { Mark } from './mark.tsx';
import { PromptAdd } from './prompt-add.tsx';
import { PromptRow } from './prompt-row.tsx';
import { PromptsFile } from './prompts-file.tsx';
import type { PromptsActions, PromptsState } from './prompts-state.ts';
import { languageName, TOPICS, topicTitle } from './prompts-words.ts';
import { useAct } from './use-act.ts';

/** All questions, signal by signal: to read, to find, to put in other words, to switch off, to add to. */
export function PromptsView({ state, actions }: { state: PromptsState; actions: PromptsActions }) {
  const [search, setSearch] = useState('');
  const [role, setRole] = useState<Prompt['role'] | ''>('');
  const { shipped, own, problem } = state;
  const wanted = search.trim().toLowerCase();
  const all = [...shipped.map((prompt) => ({ ...prompt, ...own.changed[prompt.id] })), ...own.added];
  const found = all.filter((prompt) => (role === '' || prompt.role === role) && holds(prompt, wanted));
  const groups = TOPICS.map((topic) => ({ topic, prompts: found.filter(({ signal }) => signal === topic) }));
  return (
    <main class="sideline maps data prompts">
      <header>
        <Mark />
        <h1>Questions</h1>
      </header>
      <p class="quiet">
        A card asks one of these at a time: the one that fits the signal, the stage and the situation best. What you
        change is kept at once, in this browser alone.
      </p>
      {problem && (
        <p class="line error" role="alert">
          {problem}
        </p>
      )}
      <DataSection title="Find">
        <div class="pair">
          <PickLanguage language={own.language} actions={actions} />
          <label>
            <span>Search</span>
            <input type="search" value={search} onInput={({ currentTarget }) => setSearch(currentTarget.value)} />
          </label>
          <label>
            <span>Asked by</span>
            <select value={role} onChange={({ currentTarget }) => setRole(currentTarget.value as Prompt['role'] | '')}>
              <option value="">both</option>
              <option value="manager">manager</option>
              <option value="rep">rep</option>
            </select>
          </label>
        </div>
        <p role="status">
          {found.length === 0 ? 'No question holds these words.' : `${countOf(found.length, 'question')}.`}
        </p>
      </DataSection>
      {groups.map(
        ({ topic, prompts }) =>
          prompts.length > 0 && (
            <DataSection key={topic} title={topicTitle(topic)}>
              <details open={wanted !== ''}>
                <summary>
                  {countOf(prompts.length, 'question')}
                  <span class="unseen"> about: {topicTitle(topic)}</span>
                </summary>
                <ul>
                  {prompts.map((prompt) => (
                    <PromptRow key={prompt.id} prompt={prompt} state={state} actions={actions} />
                  ))}
                </ul>
              </details>
            </DataSection>
          ),
      )}
      <PromptAdd state={state} actions={actions} />
      <PromptsFile state={state} actions={actions} />
      <p>
        <a href="/limits.html">Limits</a> · <a href="/data.html">Your data</a> ·{' '}
        <a href="/options.html">Other settings</a>
      </p>
    </main>
  );
}

function holds({ signal, question, proof, followUp, purpose }: Prompt, wanted: string): boolean {
  const title = TOPICS.find((topic) => topic === signal);
  return [title ? topicTitle(title) : '', question, proof, followUp, purpose].some((text) =>
    text.toLowerCase().includes(wanted),
  );
}

function PickLanguage({ language, actions }: { language: Language; actions: PromptsActions }) {
  const picking = useAct();
  return (
    <label>
      <span>Language of the questions</span>
      <select
        value={language}
        onChange={({ currentTarget }) => picking.run(() => actions.pick(currentTarget.value as Language))}
      >
        {LANGUAGES.map((each) => (
          <option key={each} value={each} lang={each}>
            {languageName(each)}
          </option>
        ))}
      </select>
    </label>
  );
}
