import { addDays, type Day, dayNumber } from '../../deal/day.ts';
import type { Money } from '../../deal/money.ts';
import { type Quarter, quarterOf } from '../../deal/quarter.ts';
import { foldLabel } from '../../deal/same-value.ts';
import { openStages, stageIndex } from '../../deal/stage-kind.ts';
import { nextStepDue } from '../../process/next-step-due.ts';
import { signalContext } from '../../risk/context.ts';
import { pushesOf } from '../../risk/signals/pushed.ts';
import { cameToStage } from '../../risk/signals/stalled.ts';
import { WON_DEALS } from '../../risk/signals/unusual-size.ts';
import { currencyKey, type TeamContext } from '../../risk/team-context.ts';
import { judgedBy } from '../../settings/judged-by.ts';
import { conversionOf } from '../rests-on.ts';
import { inHome } from '../sums.ts';
import type { Team, TeamDeal } from '../team-deals.ts';
import { type DealMark, markOf } from './mark.ts';
import type { Period, Size } from './view.ts';

/** An open deal with all that the table filters and sorts by. */
export type PipelineEntry = {
  deal: TeamDeal;
  mark: DealMark;
  /** 0-based place among the open stages of its pipeline; null where their order was never seen. */
  stagePlace: number | null;
  /** Days in its stage up to the last look at it; `atLeast` where the entry was not seen. */
  inStage: { days: number; atLeast: boolean } | null;
  /** Moves of the close date to a later day, by more than a week each, and the days that they come to, net. */
  pushed: { times: number; days: number };
  next: { text: string | null; due: Day | null } | null;
  period: Period;
  size: Size;
  /** In the home currency where a rate is known, else as it stands. */
  amount: Money | null;
  /** What a search looks through, folded. */
  words: string;
};

/** The open deals of a team; `usual` as in the team's own assessment. */
export function entriesOf(team: Team, usual: TeamContext | null): PipelineEntry[] {
  const by = { ...judgedBy(team.settings), moment: team.moment, team: usual };
  const quarter = quarterOf(team.today, team.settings.fiscalYearStart);
  const conversion = conversionOf(team.settings, team.today);
  return team.deals.flatMap((deal): PipelineEntry[] => {
    if (deal.outcome !== 'open') return [];
    const { history, deal: known } = deal.now;
    const { stage, closeDate, account } = known.fields;
    const context = signalContext(known, history, by);
    const stay = context.trail('stage').at(-1);
    const into = stage?.value && stay ? cameToStage(context, stay, stage.value.label) : null;
    const { pushes } = pushesOf(context);
    const [first] = pushes;
    const place = stage?.value ? stageIndex(stage.value, openStages(history.stages)) : -1;
    const due = nextStepDue(known);
    const text = known.fields.nextStep?.value ?? null;
    return [
      {
        deal,
        mark: markOf(deal, team),
        stagePlace: place < 0 ? null : place,
        inStage: into && stage ? { days: context.lastDay(stage) - into.since, atLeast: into.atLeast } : null,
        pushed: {
          times: pushes.length,
          days: first && closeDate?.value ? dayNumber(closeDate.value) - first.from : 0,
        },
        next: text === null && due === null ? null : { text, due: due?.due ?? null },
        period: periodOf(deal.closeDate, team.today, quarter, team.settings.fiscalYearStart),
        size: sizeAgainstWon(deal.amount, usual),
        amount: deal.amount && inHome(deal.amount, conversion),
        words: foldLabel([deal.name, account?.value, deal.owner, deal.stage, text].filter(Boolean).join(' ')),
      },
    ];
  });
}

export function periodOf(closeDate: Day | null, today: Day, quarter: Quarter, fiscalYearStart: number): Period {
  if (closeDate === null) return 'none';
  if (closeDate < today) return 'passed';
  if (closeDate <= quarter.to) return 'this-quarter';
  return closeDate <= quarterOf(addDays(quarter.to, 1), fiscalYearStart).to ? 'next-quarter' : 'later';
}

/** Twice the usual is large, half of it small. Expert judgement. */
const TIMES = 2;

/** Unknown without an amount, or with fewer won deals of its currency than have a usual size. */
export function sizeAgainstWon(amount: Money | null, usual: TeamContext | null): Size {
  const won = amount && usual?.won.get(currencyKey(amount));
  if (!amount || !won || won.count < WON_DEALS || won.median <= 0) return 'unknown';
  if (amount.minor > TIMES * won.median) return 'large';
  return amount.minor * TIMES < won.median ? 'small' : 'usual';
}
