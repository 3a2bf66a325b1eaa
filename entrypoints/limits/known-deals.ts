import type { KnownDeals } from '../../components/limits-state.ts';
import { speakerAt } from '../../lib/coaching/words/dates.ts';
import { wordsFor } from '../../lib/coaching/words/words-for.ts';
import { foldLabel } from '../../lib/deal/same-value.ts';
import { kindAt, openStages, outcomeOf } from '../../lib/deal/stage-kind.ts';
import { asTold } from '../../lib/history/as-told.ts';
import { dealAsOf } from '../../lib/history/deal-as-of.ts';
import type { DealHistory, Moment } from '../../lib/history/types.ts';
import { endOf, looksOf } from '../../lib/risk/learn/examples.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { type Looked, restsOn } from '../../lib/team/rests-on.ts';
import { sayRestsOn } from '../../lib/team/today/say-rests-on.ts';

/** What the page names of all deals: their pipelines and stages, how many were won, which proofs have answers. */
export function knownDeals(histories: readonly DealHistory[], moment: Moment, settings: Settings): KnownDeals {
  const pipelines = new Set<string>();
  const answered: Record<string, number> = {};
  const open: Looked[] = [];
  let won = 0;
  for (const history of histories) {
    const deal = dealAsOf(history, moment);
    const pipeline = deal?.fields.pipeline?.value;
    if (deal && outcomeOf(deal) === 'open')
      open.push({ lastSeenAt: deal.lastSeenAt, amount: deal.fields.amount?.value ?? null });
    if (pipeline) pipelines.add(pipeline);
    const told = asTold(history);
    const ended = endOf(told, moment);
    if (ended?.outcome === 'won' && looksOf(told, ended.at).length > 0) won++;
    for (const question of new Set(history.answers?.map((answer) => answer.question)))
      answered[question] = (answered[question] ?? 0) + 1;
  }
  const say = speakerAt(moment.asOf, moment.timeZone, undefined);
  return {
    ...{ deals: histories.length, won, answered },
    pipelines: [...pipelines].sort(),
    stages: stagesOf(histories),
    rests: sayRestsOn(restsOn(open, { moment, today: say.today, settings }), wordsFor(undefined), say),
  };
}

/** Every open stage once, in the order of its pipeline. */
function stagesOf(histories: readonly DealHistory[]): KnownDeals['stages'] {
  const found = new Map<string, KnownDeals['stages'][number]>();
  for (const stages of new Set(histories.map((history) => history.stages))) {
    const open = openStages(stages);
    open.forEach(({ label }, at) => {
      const key = foldLabel(label);
      if (!found.has(key)) found.set(key, { label, kind: kindAt(at, open.length) });
    });
  }
  return [...found.values()];
}
