import { CALIBRATED_DEALS } from '../lib/risk/learn/apply.ts';
import { LEARN_FROM } from '../lib/risk/learn/learn.ts';
import { DEFAULT_SIGNAL_WEIGHTS, type Model, type ModelKind } from '../lib/risk/learn/model.ts';
import { ActButton } from './act-button.tsx';
import type { CheckActions, CheckState } from './check-state.ts';
import { figureOf } from './check-words.ts';
import { ColumnHeads } from './column-heads.tsx';
import { DataSection } from './data-section.tsx';
import { countOf, formatMoment } from './data-words.ts';
import { LearntWeights } from './learnt-weights.tsx';

type LearntProps = { state: CheckState; ended: number; actions: CheckActions };

/** What was learnt, from how many deals, what it was worth, and whether it is used. */
export function LearntSection({ state, ended, actions }: LearntProps) {
  const { on, kept, former, running, outcome } = state;
  const canLearn = on && ended >= LEARN_FROM;
  return (
    <DataSection title="What was learnt">
      <label class="radio">
        <input type="checkbox" checked={on} onChange={(event) => actions.setOn(event.currentTarget.checked)} />
        <span>Learn from my own ended deals, and let the score use it</span>
      </label>
      <div role="status">
        {!on && <p>{kept ? OFF_KEPT : 'Off: the weights as shipped are in force.'}</p>}
        {outcome && <p>{OUTCOMES[outcome]}</p>}
      </div>
      {!kept && on && !outcome && <p>{sayNone(ended)}</p>}
      {kept && <About model={kept} ended={ended} />}
      {kept?.trial && <Trial trial={kept.trial} kind={kept.kind} />}
      {kept?.kind === 'learned' && <LearntWeights model={kept} former={former} />}
      {kept?.kind === 'defaults' && <p>{sayScale(kept)}</p>}
      {canLearn && !running && (
        <div class="bar">
          <ActButton look={kept ? 'plain' : 'solid'} work={() => actions.learn()}>
            {kept ? 'Learn again' : 'Learn from my deals'}
          </ActButton>
        </div>
      )}
    </DataSection>
  );
}

const OFF_KEPT = 'Off: the weights as shipped are in force. What was learnt is kept for when you switch it on again.';

const OUTCOMES: Record<ModelKind | 'too-few', string> = {
  learned: 'Learnt, tried, and kept: cards and lists use it from now on.',
  defaults: 'Tried and not kept: what was learnt did no better than the weights as shipped.',
  'base-rate': 'Tried and not kept: saying the same of every deal did better.',
  'too-few': 'Too few deals ended at different times to try it. Nothing was changed.',
};

function sayNone(ended: number): string {
  if (ended >= LEARN_FROM) return 'Nothing was learnt yet: the weights as shipped are in force.';
  return `The weights as shipped are in force. What is learnt is tried on the newest quarter of your ended deals before it is kept: that takes ${LEARN_FROM} of them, and ${ended.toLocaleString()} ${ended === 1 ? 'has' : 'have'} ended.`;
}

function About({ model, ended }: { model: Model; ended: number }) {
  const more = ended - model.deals;
  return (
    <p>
      Learnt {formatMoment(model.madeAt)} from {countOf(model.deals, 'ended deal')}.
      {more > 0 && ` ${countOf(more, 'more deal')} ${more === 1 ? 'has' : 'have'} ended since.`}
      {model.deals < CALIBRATED_DEALS &&
        model.kind !== 'base-rate' &&
        ` Percentages are said from ${CALIBRATED_DEALS} deals on.`}
      {model.kind === 'base-rate' && ' The weights as shipped stay in force, and no percentage is said.'}
    </p>
  );
}

type TrialProps = { trial: NonNullable<Model['trial']>; kind: ModelKind };

/** Log loss, in words: how far off what was said was, each deal counting once. */
function Trial({ trial, kind }: TrialProps) {
  const rows: [ModelKind, string, number][] = [
    ['learned', 'With what was learnt', trial.learned],
    ['defaults', 'With the weights as shipped, fitted to how often you win', trial.defaults],
    ['base-rate', 'Saying the same of every deal', trial.baseRate],
  ];
  return (
    <>
      <h3>How far off it was</h3>
      <p class="quiet">
        Tried on the {countOf(trial.deals, 'newest deal')}, learnt from those that had ended before. 0 is always right
        and sure of it; 0.69 is a coin toss. The least far off is kept.
      </p>
      <table>
        <ColumnHeads first="Tried" figures={['Off by']} />
        <tbody>
          {rows.map(([name, words, loss]) => (
            <tr key={name} data-tried={name} class={name === kind ? 'kept' : undefined}>
              <th scope="row">
                {words}
                {name === kind && ' (kept)'}
              </th>
              <td class="number">{figureOf(loss)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The weights as shipped keep their proportions: one of them tells the factor. */
function sayScale({ signals }: Model): string {
  const factor = Math.round((100 * signals.stalled) / DEFAULT_SIGNAL_WEIGHTS.stalled);
  const how = factor === 100 ? 'as they are' : `all at ${factor} % of their strength, which fits your own deals better`;
  return `The weights as shipped stay in force, ${how}.`;
}
