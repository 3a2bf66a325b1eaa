import { addDays, type Day, daysBetween, isWorkday, MONDAY_TO_FRIDAY } from '../../../lib/deal/day.ts';
import { ACTIVITIES, LOST_REASONS, STEPS } from './names.ts';
import { HABITS, type Habit, type SimPerson } from './people.ts';
import type { Random } from './random.ts';
import { type Cause, laterOf, type NextStep, STAGES, type TruthEvent } from './truth.ts';

/** Calendar days a stage takes with an able seller and a willing buyer. */
const STAGE_DAYS = [11, 15, 17, 15, 11] as const;
const LAST = STAGES.length - 1;

export type Course = {
  owner: SimPerson;
  cause: Cause;
  contact: string;
  amount: number;
  startDay: Day;
  endDay: Day;
};

export function drawCause(habit: Habit, random: Random): Cause {
  const healthy = 0.38 + habit.skill;
  const at = random.next();
  return at < healthy ? 'healthy' : at < healthy + 0.25 ? 'drifting' : 'doomed';
}

export function workdayFrom(day: Day): Day {
  let at = day;
  while (!isWorkday(at, MONDAY_TO_FRIDAY)) at = addDays(at, 1);
  return at;
}

/** Lives one deal day by day, as its owner would run it, and returns what happened. */
export function liveDeal(course: Course, random: Random): TruthEvent[] {
  const { owner, cause, contact, endDay } = course;
  const habit = HABITS[owner.habit];
  const events: TruthEvent[] = [];

  const newStep = (stage: number, day: Day): NextStep => ({
    text: random.pick(STEPS[stage] ?? ['Call {c}']).replace('{c}', contact),
    due: workdayFrom(addDays(day, random.whole(3, 14))),
  });

  // How long each stage will take; what drifts slows down from some stage on, what is doomed ends there.
  const turnsAt = random.whole(1, LAST);
  const days = STAGE_DAYS.map((usual, stage) => {
    const drag = cause === 'drifting' && stage >= turnsAt ? random.between(1.6, 3.2) : 1;
    return Math.max(3, Math.round(usual * habit.pace * drag * Math.exp(0.35 * random.bell())));
  });
  const needed = days.reduce((sum, one) => sum + one, 0);
  const winsInTheEnd = cause === 'healthy' ? random.chance(0.93) : cause === 'drifting' && random.chance(0.4);
  const silentAfter = random.whole(4, 14);
  const keptFor = random.whole(habit.keepsDead[0], habit.keepsDead[1]);
  const cutsAt = random.chance(cause === 'doomed' ? habit.cuts * 0.5 : habit.cuts) ? random.whole(3, LAST) : -1;

  let stage = 0;
  let stageSince = course.startDay;
  let amount = course.amount;
  let closeDate = workdayFrom(addDays(course.startDay, Math.round(needed * habit.dateHope * random.between(0.8, 1.2))));
  let step = random.chance(habit.setsStep) ? newStep(0, course.startDay) : null;
  let silentSince: Day | null = null;
  let passedNoted = false;
  let wentBack = false;
  events.push({ day: course.startDay, kind: 'created', amount, closeDate, nextStep: step });

  const setStage = (day: Day, to: number) => {
    events.push({ day, kind: 'stage', from: stage, to });
    stage = to;
    stageSince = day;
  };
  const setStep = (day: Day, to: NextStep | null) => {
    events.push({ day, kind: 'next-step', to });
    step = to;
    passedNoted = false;
  };
  const setAmount = (day: Day, to: number) => {
    if (to === amount) return;
    events.push({ day, kind: 'amount', from: amount, to });
    amount = to;
  };
  const close = (day: Day, won: boolean) => {
    if (won && step !== null) setStep(day, null);
    events.push(won ? { day, kind: 'won' } : { day, kind: 'lost', reason: random.pick(LOST_REASONS) });
  };

  for (let day = addDays(course.startDay, 1); day <= endDay; day = addDays(day, 1)) {
    if (!isWorkday(day, MONDAY_TO_FRIDAY)) continue;
    const inStage = daysBetween(stageSince, day);

    // The buyer of a doomed deal goes quiet some days into the stage where it turns.
    if (cause === 'doomed' && silentSince === null && stage >= turnsAt && inStage >= silentAfter) {
      silentSince = day;
      events.push({ day, kind: 'buyer-silent' });
    }
    if (silentSince === null && random.chance(cause === 'drifting' && stage >= turnsAt ? 0.11 : 0.22)) {
      events.push({ day, kind: 'activity', side: 'buyer', what: random.pick(ACTIVITIES) });
    }
    if (random.chance(silentSince === null ? habit.contact : habit.contact * 0.45)) {
      events.push({ day, kind: 'activity', side: 'seller', what: random.pick(ACTIVITIES) });
    }

    if (silentSince !== null && daysBetween(silentSince, day) >= keptFor) {
      close(day, false);
      return events;
    }
    if (silentSince === null && inStage >= (days[stage] ?? 10)) {
      if (stage === LAST) {
        close(day, winsInTheEnd);
        return events;
      }
      if (!wentBack && stage > 0 && random.chance(habit.stepsBack * (cause === 'healthy' ? 0.5 : 1.5))) {
        wentBack = true;
        setStage(day, stage - 1);
      } else {
        setStage(day, stage + 1);
        if (random.chance(habit.setsStep)) setStep(day, newStep(stage, day));
        // The offer refines the first guess.
        if (stage === 3) setAmount(day, Math.round((amount * random.between(0.92, 1.14)) / 50) * 50);
      }
    }
    if (stage === cutsAt && daysBetween(stageSince, day) >= 5 && random.chance(0.25)) {
      setAmount(day, Math.round((amount * (1 - random.between(habit.cutShare[0], habit.cutShare[1]))) / 10) * 10);
    }

    if (step === null) {
      if (random.chance(habit.setsStep * (silentSince === null ? 0.3 : 0.08))) setStep(day, newStep(stage, day));
    } else if (step.due < day) {
      if (!passedNoted) {
        passedNoted = true;
        events.push({ day, kind: 'step-passed' });
      }
      if (random.chance(habit.renewsStep * (silentSince === null ? 1 : 0.35))) setStep(day, newStep(stage, day));
      else if (random.chance(0.03)) setStep(day, null);
    }

    // A date about to pass moves when its owner looks at it; honest owners also move it early once the pace is clear.
    if (daysBetween(day, closeDate) <= 2 && random.chance(habit.movesDate)) {
      const to = workdayFrom(addDays(laterOf(closeDate, day), random.whole(habit.moveDays[0], habit.moveDays[1])));
      events.push({ day, kind: 'close-date', from: closeDate, to });
      closeDate = to;
    }
  }
  return events;
}
