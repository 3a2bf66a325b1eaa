/** A fresh seed for every run, unless `SIDELINE_SEED` names one: printed, so that what went wrong can be run again. */
export function runSeed(series: string): number {
  const named = Number(process.env.SIDELINE_SEED);
  const seed = Number.isInteger(named) && named > 0 ? named : 1 + Math.floor(Math.random() * 999_999);
  console.log(`${series}: seed ${seed} (SIDELINE_SEED=${seed} runs it again)`);
  return seed;
}
