import type { GapScreen } from '../lib/team/gap/gap-screen.ts';
import type { Whose } from '../lib/team/goals.ts';
import { DealRows } from './deal-rows.tsx';
import { GapChart } from './gap-chart.tsx';
import { GapCoverage } from './gap-coverage.tsx';
import { GapEach } from './gap-each.tsx';
import { GapPacing } from './gap-pacing.tsx';
import { GapWhere } from './gap-where.tsx';
import { OpenRows } from './open-rows.tsx';
import { Rests } from './rests.tsx';

type GapProps = { screen: GapScreen; choose(whose: Whose): unknown; locale: string | undefined };

/** From the goal to what is missing, where that lies, and what would close it. */
export function GapView({ screen, choose, locale }: GapProps) {
  const { gap, each, coverage, pacing, where, rests, period, day } = screen;
  return (
    <div class="gap">
      <WhoseChoice screen={screen} choose={choose} />
      {!gap.hasGoal && <NoGoal period={period} />}
      <section class="panel" aria-label={`The gap of ${period}`}>
        <h2>{period}</h2>
        <p role="status">{gap.sentence}</p>
        <p class="quiet">{day}</p>
        {rests && <Rests rests={rests} />}
        <GapChart gap={gap} period={period} locale={locale} />
        {gap.notes.map((note) => (
          <p key={note} class="quiet">
            {note}
          </p>
        ))}
      </section>
      <GapWhere where={where} hasGoal={gap.hasGoal} />
      <Closes screen={screen} />
      <GapCoverage coverage={coverage} />
      <GapPacing pacing={pacing} />
      <Ahead screen={screen} />
      {each && <GapEach each={each} period={period} />}
    </div>
  );
}

const keyOf = ({ person, team }: Whose) => (person === null ? (team === null ? '' : `t ${team}`) : `p ${person}`);

function WhoseChoice({ screen: { choices, whose }, choose }: Pick<GapProps, 'screen' | 'choose'>) {
  if (choices.length < 2) return null;
  return (
    <form class="inline" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span>Whose</span>
        <select
          value={keyOf(whose)}
          onChange={({ currentTarget }) => {
            const chosen = choices.find((one) => keyOf(one) === currentTarget.value);
            if (chosen) choose(chosen);
          }}
        >
          {choices.map((one) => (
            <option key={keyOf(one)} value={keyOf(one)}>
              {one.person ?? (one.team === null ? 'everybody’s' : `team ${one.team}`)}
            </option>
          ))}
        </select>
      </label>
    </form>
  );
}

function NoGoal({ period }: { period: string }) {
  return (
    <section class="panel" aria-label="What to do next">
      <h2>No goal for {period} yet</h2>
      <p>
        <a href="/options.html#roster">Set one in the settings</a>, for persons, teams or everybody: months, quarters
        and years are all understood, and a list can be pasted. One number for this quarter can be typed under{' '}
        <a href="#today">Today</a>. What needs no goal stands below.
      </p>
    </section>
  );
}

function Closes({ screen: { closes } }: Pick<GapProps, 'screen'>) {
  const { sentence, first, others, create } = closes;
  return (
    <section class="panel" aria-label="What would close it">
      <h2>What would close it</h2>
      <p>{sentence}</p>
      {first.length > 0 && <DealRows rows={first} visit={undefined} />}
      {create && <p>{create}</p>}
      {others.length > 0 && (
        <OpenRows rows={others}>
          Others that could <span class="figure">{others.length}</span>
        </OpenRows>
      )}
      <p class="quiet">
        Best cases of this quarter, and deals of the next in a mid or late stage: seen within 7 days and not parked.
      </p>
    </section>
  );
}

function Ahead({ screen: { ahead } }: Pick<GapProps, 'screen'>) {
  return (
    <section class="panel" aria-label="The quarter after">
      <h2>The quarter after</h2>
      <p>{ahead.sentence}</p>
      <ul class="lines">
        {ahead.lines.map(({ label, text, note, rows }) => (
          <li key={label}>
            <OpenRows rows={rows}>
              {label}: <span class="figure">{text}</span> <span class="quiet">({note})</span>
            </OpenRows>
          </li>
        ))}
      </ul>
    </section>
  );
}
