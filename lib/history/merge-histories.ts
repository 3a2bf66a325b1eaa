import { sameValue } from '../deal/same-value.ts';
import { applyChange, applySighting, type Folded, fieldsOf, type Rows, startFold } from './fold.ts';
import type { Change, DealHistory, DealPast, DealSighting } from './types.ts';

type Step = { member: number; at: number; seq: number } & ({ change: Change } | { sighting: DealSighting });

/**
 * The rows of several that are one deal's, and those that must be said besides: a look at one member says what was known
 * of that member then, so where another said otherwise meanwhile it needs a row of its own.
 */
export function playTogether(all: readonly Rows[]): { told: Change[]; unsaid: Change[] } {
  const members = all.map(startFold);
  const merged = startFold();
  const told: Change[] = [];
  const besides: Change[] = [];
  for (const step of stepsOf(all)) {
    const member = members[step.member] ?? startFold();
    if ('change' in step) {
      applyChange(member, step.change);
      applyChange(merged, step.change);
      told.push(step.change);
      continue;
    }
    applySighting(member, step.sighting);
    for (const row of unsaid(member, merged, step.sighting)) {
      applyChange(merged, row);
      besides.push(row);
    }
    applySighting(merged, step.sighting);
  }
  return { told, unsaid: besides };
}

/**
 * One history of several that are one deal's: imported and opened, or under two hosts. Of two that disagree the one seen
 * last is right, at any moment.
 */
export function mergeHistories(root: DealHistory, others: readonly DealHistory[]): DealHistory {
  const all = [root, ...others];
  const deal = root.deal.id;
  const { told, unsaid: besides } = playTogether(all);
  const answers = all.flatMap((one) => one.answers ?? []);
  const own = <Row extends { deal: string }>(rows: readonly Row[]): Row[] => rows.map((row) => ({ ...row, deal }));
  return {
    deal: {
      ...root.deal,
      url: all.find(({ deal: one }) => one.url !== '')?.deal.url ?? '',
      firstSeenAt: Math.min(...all.map((one) => one.deal.firstSeenAt)),
    },
    changes: own([...told, ...besides]).sort((a, b) => a.seq - b.seq),
    sightings: all.flatMap((one) => one.sightings).sort((a, b) => a.seq - b.seq),
    promises: own(all.flatMap((one) => one.promises)).sort((a, b) => a.madeAt - b.madeAt),
    waits: own(all.flatMap((one) => one.waits)).sort((a, b) => a.madeAt - b.madeAt),
    prompts: own(all.flatMap((one) => one.prompts)).sort((a, b) => a.at - b.at),
    answers: answers.length > 0 ? own(answers).sort((a, b) => a.at - b.at) : undefined,
    stages: all.find((one) => one.stages.length > 0)?.stages ?? [],
    damaged: all.reduce((sum, one) => sum + (one.damaged ?? 0), 0) || undefined,
    past: pastOf(
      all.flatMap((one) => one.past ?? []),
      deal,
    ),
  };
}

/** In the order of the fold: by moment; of one moment the values before the looks. */
function stepsOf(all: readonly Rows[]): Step[] {
  const steps = all.flatMap(({ changes, sightings }, member): Step[] => [
    ...changes.map((change) => ({ member, at: change.seenAt, seq: change.seq, change })),
    ...sightings.map((sighting) => ({ member, at: sighting.at, seq: sighting.seq, sighting })),
  ]);
  return steps.sort((a, b) => a.at - b.at || ('change' in a ? 0 : 1) - ('change' in b ? 0 : 1) || a.seq - b.seq);
}

/** What a look at one member says against what the others said last. */
function unsaid(member: Folded, merged: Folded, { mask, seq, at, recordedAt }: DealSighting): Change[] {
  return fieldsOf(mask).flatMap((field) => {
    const known = member.fields[field];
    const told = merged.fields[field];
    if (!known || (told && sameValue(field, told.value, known.value))) return [];
    const { value: to, evidence } = known;
    const after = told?.lastSeenAt ?? null;
    return [{ seq, deal: '', field, from: told?.value, to, after, seenAt: at, recordedAt, evidence }];
  });
}

function pastOf(pasts: readonly DealPast[], deal: string): DealPast | undefined {
  if (pasts.length === 0) return undefined;
  const rows = new Map(pasts.flatMap((past) => past.rows).map((row) => [row.key, { ...row, deal }]));
  const looks = pasts.flatMap((past) => past.looks).map((look) => ({ ...look, deal }));
  return { rows: [...rows.values()], looks: looks.sort((a, b) => a.at - b.at) };
}
