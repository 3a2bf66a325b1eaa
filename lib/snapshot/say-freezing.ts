/** Of the weeks that freeze by themselves in one go: how many are done. */
export type WeeksFrozen = { done: number; of: number };

/** "Freezing 3 weeks that ended unfrozen: 1 of 3 done." */
export function sayFreezing({ done, of }: WeeksFrozen): string {
  return of === 1
    ? 'Freezing the week that ended unfrozen.'
    : `Freezing ${of} weeks that ended unfrozen: ${done} of ${of} done.`;
}
