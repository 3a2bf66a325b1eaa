import type { CheckFound, CheckStep, EndedDeal } from '../../components/check-state.ts';
import type { Instant } from '../../lib/deal/day.ts';
import { outcomeOf } from '../../lib/deal/stage-kind.ts';
import { asTold } from '../../lib/history/as-told.ts';
import { dealAsOf } from '../../lib/history/deal-as-of.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { checkLearning } from '../../lib/risk/check-learning.ts';
import { type Example, examplesOf, type ReplaySettings, teamsOver } from '../../lib/risk/learn/examples.ts';
import { shiftBy } from '../../lib/risk/learn/learn-from.ts';
import { BAND_FROM } from '../../lib/risk/weights.ts';
import { judgedBy } from '../../lib/settings/judged-by.ts';
import type { Settings } from '../../lib/settings/settings.ts';

type Replay = ReplaySettings & { at: Instant };

/** All that the page shows of the deals on record, under the score in force. */
export function find(
  known: readonly DealHistory[],
  settings: Settings,
  replay: Replay,
  told: (step: CheckStep) => void,
): { found: CheckFound; shift: number } {
  const { at } = replay;
  const histories = known.map(asTold);
  const { on, model } = settings.learnt;
  const examples = examplesOf(histories, at, replay, teamsOver(histories, replay), (share) =>
    told({ step: 'looking', share }),
  );
  const inForce = on ? model : null;
  told({ step: 'checking', share: null });
  const check = checkLearning(examples, inForce, at, (share) => told({ step: 'checking', share }));
  const found = { ...endedOf(histories, examples, replay), check };
  return {
    found: { ...found, deals: histories.length, bandFrom: judgedBy(settings).learnt?.bandFrom ?? BAND_FROM },
    shift: model ? shiftBy(model, examples, at) : 0,
  };
}

/** The newest end first. */
function endedOf(
  histories: readonly DealHistory[],
  examples: readonly Example[],
  { at, timeZone }: Replay,
): Pick<CheckFound, 'ended' | 'onlyEnded'> {
  const ends = new Map(examples.map(({ deal, ended }) => [deal, ended]));
  const moment = { asOf: at, knownAt: at, timeZone };
  const ended: EndedDeal[] = [];
  let onlyEnded = 0;
  for (const history of histories) {
    const deal = dealAsOf(history, moment);
    if (!deal || outcomeOf(deal) === 'open') continue;
    const end = ends.get(history.deal.id);
    const { name, account } = deal.fields;
    if (!end) onlyEnded++;
    else
      ended.push({
        ...{ id: history.deal.id, name: name?.value ?? '', account: account?.value ?? '' },
        ...{ outcome: end.outcome, endedAt: end.at },
      });
  }
  return { ended: ended.sort((a, b) => b.endedAt - a.endedAt), onlyEnded };
}
