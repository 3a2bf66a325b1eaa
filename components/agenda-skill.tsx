import { useState } from 'preact/hooks';
import type { Agenda } from '../lib/coaching/agenda/agenda.ts';
import { agendaWords } from '../lib/coaching/agenda/agenda-words.ts';
import { TALK_LIMITS } from '../lib/deal/talk.ts';
import { DealName } from './agenda-part.tsx';

type SkillProps = { skill: Agenda['skill']; practise: (practice: string) => void };

/** Last time's practice, what went well with what shows it, and one thing to try. */
export function AgendaSkill({ skill: { last, moments, suggestions, practice }, practise }: SkillProps) {
  const [text, setText] = useState(practice);
  const choose = (words: string) => {
    setText(words);
    practise(words);
  };
  return (
    <>
      {last && <p>{agendaWords.lastPractice(last)}</p>}
      <h4>What went well</h4>
      {moments.length === 0 ? (
        <p class="quiet">Nothing with a day and a proof on record yet. What went well, in your own words?</p>
      ) : (
        <ul class="moments">
          {moments.map((moment) => (
            <li key={`${moment.deal} ${moment.kind} ${moment.day} ${moment.text}`}>
              <time dateTime={moment.day}>{moment.dayText}</time>
              <div>
                <p>
                  <DealName deal={moment} />: {moment.text}
                </p>
                <p class="quiet">{moment.evidence}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <h4>One thing to try</h4>
      {suggestions.length === 0 && (
        <p class="quiet on-screen">Too little was seen to suggest something; choose together.</p>
      )}
      {suggestions.length > 0 && (
        <ul class="suggestions" data-chosen={text.trim() !== ''}>
          {suggestions.map(({ key, practice: words, evidence }) => (
            <li key={key} data-on={text === words}>
              <p>{words}</p>
              <p class="quiet">{evidence}</p>
              <button
                type="button"
                class="button on-screen"
                aria-pressed={text === words}
                aria-label={`Try this: ${words}`}
                onClick={() => choose(text === words ? '' : words)}
              >
                {text === words ? 'Chosen' : 'Try this'}
              </button>
            </li>
          ))}
        </ul>
      )}
      <label class="on-screen">
        <span>To try until next time</span>
        <input
          maxLength={TALK_LIMITS.practice}
          value={text}
          onInput={({ currentTarget }) => choose(currentTarget.value)}
        />
      </label>
      {text.trim() !== '' && (
        <p class="on-paper" aria-hidden="true">
          {agendaWords.trying(text)}
        </p>
      )}
    </>
  );
}
