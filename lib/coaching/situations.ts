import { isLateIn, type Quarter } from '../deal/quarter.ts';
import { factsOf } from '../risk/facts.ts';
import type { Assessment, SignalOn } from '../risk/types.ts';
import type { Situation } from './catalogue/types.ts';
import type { Speaker } from './words/dates.ts';

/** What is special about a signal on this deal, so that the question can fit. */
export function situationsOf(
  signal: SignalOn,
  assessment: Assessment,
  quarter: Quarter,
  say: Speaker,
  closeDate: string | null,
): Set<Situation> {
  const found = new Set<Situation>();
  const push = factsOf(signal, 'pushed');
  const pushes = push?.pushes;
  if (push?.diagnosis) found.add(push.diagnosis);
  if (pushes !== undefined) found.add(pushes > 1 ? 'repeated' : 'first');
  // A single push has its own question, however long it was.
  if (signal.severity >= 1 && pushes !== 1) found.add('severe');
  if (isBig(assessment)) found.add('big');
  if (isLateIn(quarter, say.today) && closeDate !== null && closeDate <= quarter.to) found.add('late-in-period');
  return found;
}

function isBig(assessment: Assessment): boolean {
  return assessment.on.some((on) => on.signal === 'unusual-size' || factsOf(on, 'no-next-step')?.big === true);
}
