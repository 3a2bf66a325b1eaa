import type { PipelineChoice } from '../lib/team/pipeline/pipeline.ts';
import { pipelineWords } from '../lib/team/pipeline/pipeline-words.ts';
import {
  FRESHNESS,
  GROUPINGS,
  isFiltered,
  PERIODS,
  type PipelineView,
  SIZES,
  WHOLE_PIPELINE,
} from '../lib/team/pipeline/view.ts';
import { COLUMNS, type PipelineActions, type PipelineState } from './pipeline-state.ts';

const FRESH_WORDS = { fresh: 'Seen within 7 days', ageing: '8 to 14 days ago', stale: 'Longer ago' } as const;
const GROUP_WORDS = {
  none: 'Nothing',
  owner: 'Owner',
  stage: 'Stage',
  pipeline: 'Pipeline',
  period: 'Period',
} as const;

const periods = PERIODS.map((value) => ({ value, title: pipelineWords.periods[value] }));
const sizes = SIZES.map((value) => ({ value, title: pipelineWords.sizes[value] }));
const freshness = FRESHNESS.map((value) => ({ value, title: FRESH_WORDS[value] }));

/** What of the pipeline is shown. Everything holds at once, and goes into the address. */
export function PipelineFilters({
  view,
  list,
  change,
}: Pick<PipelineState, 'view' | 'list'> & Pick<PipelineActions, 'change'>) {
  const { owners, pipelines, signals } = list;
  const { sort, down, group, ...none } = WHOLE_PIPELINE;
  const pick = (patch: object) => change(patch as Partial<PipelineView>);
  return (
    <search class="pipeline-filters">
      <label>
        <span>Words in deal, account, owner, step</span>
        <input
          type="search"
          maxLength={200}
          value={view.text}
          onInput={({ currentTarget }) => change({ text: currentTarget.value }, true)}
        />
      </label>
      <Choice title="Owner" value={view.owner} of={owners} all="Everybody" pick={(owner) => pick({ owner })} />
      {pipelines.length > 1 && (
        <Choice
          title="Pipeline"
          value={view.pipeline}
          of={pipelines}
          all="All"
          pick={(pipeline) => pick({ pipeline })}
        />
      )}
      <Choice title="Close date" value={view.period} of={periods} all="Any" pick={(period) => pick({ period })} />
      <Choice title="Marked for" value={view.signal} of={signals} all="Anything" pick={(signal) => pick({ signal })} />
      <Choice title="Size" value={view.size} of={sizes} all="Any" pick={(size) => pick({ size })} />
      <Choice
        title="Last seen"
        value={view.freshness}
        of={freshness}
        all="Any time"
        pick={(fresh) => pick({ freshness: fresh })}
      />
      <label>
        <span>Group by</span>
        <select value={view.group} onChange={({ currentTarget }) => pick({ group: currentTarget.value })}>
          {GROUPINGS.map((value) => (
            <option key={value} value={value}>
              {GROUP_WORDS[value]}
            </option>
          ))}
        </select>
      </label>
      <label class="if-folded-heads">
        <span>Sort by</span>
        <select
          value={view.sort}
          onChange={({ currentTarget }) => {
            const column = COLUMNS.find(({ key }) => key === currentTarget.value);
            if (column) change({ sort: column.key, down: column.downFirst ?? false });
          }}
        >
          {COLUMNS.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {isFiltered(view) && (
        <button type="button" class="button" onClick={() => change(none)}>
          Clear filters
        </button>
      )}
    </search>
  );
}

type ChoiceProps = {
  title: string;
  value: string | null;
  of: readonly PipelineChoice[];
  all: string;
  pick: (value: string | null) => void;
};

/** In the values of the options, since "" is a choice of its own: deals without one. */
const [ALL, ONE] = ['all', 'one '];

function Choice({ title, value, of, all, pick }: ChoiceProps) {
  // What the address asks for and no deal has any more is shown, and can be taken back.
  const isGone = value !== null && of.every((choice) => choice.value !== value);
  const choices = isGone ? [...of, { value, title: value }] : of;
  return (
    <label>
      <span>{title}</span>
      <select
        value={value === null ? ALL : ONE + value}
        onChange={({ currentTarget }) =>
          pick(currentTarget.value === ALL ? null : currentTarget.value.slice(ONE.length))
        }
      >
        <option value={ALL}>{all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={ONE + choice.value}>
            {choice.title}
          </option>
        ))}
      </select>
    </label>
  );
}
