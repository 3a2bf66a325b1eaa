import { ActButton } from './act-button.tsx';
import { BandsSection } from './check-bands.tsx';
import { sayFirst } from './check-first.ts';
import { LearntSection } from './check-learnt.tsx';
import { SignalsSection } from './check-signals.tsx';
import type { CheckActions, CheckState } from './check-state.ts';
import { STEP_WORDS } from './check-words.ts';
import { CourseSection } from './deal-course.tsx';
import { Mark } from './mark.tsx';
import { ReliabilitySection } from './reliability-plot.tsx';

/** What was learnt from the user's own ended deals, and how often the score would have been right on them. */
export function CheckView({ state, actions }: { state: CheckState; actions: CheckActions }) {
  const { found, running, stopped, problem } = state;
  return (
    <main class="sideline maps data check">
      <header>
        <Mark />
        <h1>Learning and self-check</h1>
      </header>
      <div role="status" class="first">
        {found && <p class="say">{sayFirst(found)}</p>}
        {!running && problem && <p class="line error">{problem}</p>}
        {!running && stopped && <p>{STOPPED[stopped]}</p>}
      </div>
      {running && (
        <div class="running">
          <label>
            {STEP_WORDS[running.step]}
            <progress max={1} {...(running.share === null ? {} : { value: running.share })} />
          </label>
          <ActButton work={() => actions.cancel()}>Stop</ActButton>
        </div>
      )}
      {!running && (problem || stopped === 'check') && (
        <div class="bar">
          <ActButton work={() => actions.check()}>Check again</ActButton>
        </div>
      )}
      {found && found.ended.length === 0 && <NextStep deals={found.deals} onlyEnded={found.onlyEnded} />}
      {found && found.ended.length > 0 && (
        <>
          <p class="quiet">
            As seen from this browser. “Not won” is lost, or later than the close date that the deal had when it was
            looked at. Nothing here is about people: who owns a deal is never looked at.
          </p>
          <LearntSection state={state} ended={found.ended.length} actions={actions} />
          <BandsSection check={found.check} taughtOnly={found.ended.length - found.check.deals} />
          <ReliabilitySection check={found.check} />
          <SignalsSection check={found.check} />
          <CourseSection
            ended={found.ended}
            course={state.course}
            bandFrom={found.bandFrom}
            show={actions.showCourse}
          />
        </>
      )}
      <p>
        <a href="/options.html">Other settings</a> · <a href="/data.html">Your data</a>
      </p>
    </main>
  );
}

const STOPPED = {
  check: 'Stopped. Nothing was changed.',
  learn: 'Learning was stopped. Nothing was changed.',
} as const;

/** What to do where nothing has ended yet. */
function NextStep({ deals, onlyEnded }: { deals: number; onlyEnded: number }) {
  return (
    <section class="card" aria-label="What to do next">
      <h2>What to do next</h2>
      <p>
        {onlyEnded > 0
          ? `${onlyEnded.toLocaleString()} had ended before this browser first saw them. How they looked while open is not known.`
          : 'How a deal looked while it was open, and how it ended: that is what the score is checked by.'}
      </p>
      <p>
        <a href="/import.html">Read in your closed deals</a>: an export of your CRM with the history of stages and dates
        says how they looked before.
      </p>
      <p>
        {deals === 0 ? 'Or open a list of your CRM once a week' : 'Or go on opening your list once a week'}; what ends
        from now on counts.
      </p>
    </section>
  );
}
