import { TITLES } from '../lib/coaching/words/english-names.ts';
import { changesBetween } from '../lib/risk/draft-limits.ts';
import { DEFAULT_LIMITS } from '../lib/risk/limits.ts';
import { MARKED_MOST, type Marked } from '../lib/risk/try-limits.ts';
import type { RiskName } from '../lib/risk/types.ts';
import { ActButton } from './act-button.tsx';
import { DataSection } from './data-section.tsx';
import { countOf } from './data-words.ts';
import type { LimitsActions, LimitsState } from './limits-state.ts';
import { capital } from './limits-words.ts';
import { Rests } from './rests.tsx';

type LimitsTodayProps = { state: LimitsState; actions: LimitsActions };

/** What the saved limits mark, and looser ones where that is too much to act on. */
export function LimitsToday({ state, actions }: LimitsTodayProps) {
  const { known, today, problem } = state;
  return (
    <DataSection title="Today">
      <div role="status">
        {problem && <p class="line error">{problem}</p>}
        {!known && !problem && <p>Reading your deals…</p>}
        {known?.deals === 0 && (
          <p>
            No deals on record yet. <a href="/welcome.html">Open a list of your CRM once</a>; then each change shows
            here how many of your open deals it would mark. Limits can be set before that, too.
          </p>
        )}
        {known && known.deals > 0 && !today && !problem && <p>Counting…</p>}
        {known && known.deals > 0 && today && <p>{sayToday(today, known.deals)}</p>}
        {known?.rests && today && <Rests rests={known.rests} />}
      </div>
      {today && <Proposal state={state} today={today} actions={actions} />}
    </DataSection>
  );
}

function sayToday({ open, marked, reasons }: Marked, deals: number): string {
  if (open === 0) {
    return `None of your ${countOf(deals, 'deal')} on record was seen open in the last two weeks. Open a list of them once.`;
  }
  const most = (Object.entries(reasons) as [RiskName, number][]).sort((a, b) => b[1] - a[1]).slice(0, 3);
  const why = most.map(([name, count]) => `${TITLES[name]} (${count})`).join(', ');
  return `${marked.toLocaleString()} of ${countOf(open, 'open deal')} marked.${why && ` Most often: ${why}.`}`;
}

function Proposal({ state, today, actions }: LimitsTodayProps & { today: Marked }) {
  const { proposal, saved, draft } = state;
  if (today.open === 0 || today.marked / today.open <= MARKED_MOST) return null;
  if (!proposal) {
    return (
      <p class="notice">
        More than three in ten are marked: too many to look at. Let out the limits of the signals that mark most.
      </p>
    );
  }
  const changes = changesBetween(saved.limits, proposal.limits);
  const isTaken = changesBetween(draft.limits, proposal.limits).length === 0;
  return (
    <div class="notice" data-part="proposal">
      <p>
        More than three in ten are marked: too many to look at. With these limits it would be{' '}
        {proposal.after.marked.toLocaleString()} of {proposal.after.open.toLocaleString()}:
      </p>
      <ul>
        {changes.map(({ signal, kind, to }) => (
          <li key={`${signal} ${kind}`}>
            {capital(TITLES[signal])}, {kind} stages: {to ?? 'off'} instead of{' '}
            {saved.limits.everywhere?.[signal]?.[kind] ?? DEFAULT_LIMITS[signal][kind]?.limit ?? 'off'}
          </li>
        ))}
      </ul>
      {isTaken ? (
        <p>They stand in the table now. Nothing changes before you save.</p>
      ) : (
        <div class="bar">
          <ActButton look="soft" work={() => actions.change(changes)}>
            Try these limits
          </ActButton>
        </div>
      )}
    </div>
  );
}
