/**
 * How many rounds of a series are run: `full` by hand, the share that `SIDELINE_SERIES` names in `.ci/run`, whose time is
 * limited. The number stands in the test's own name.
 */
export function rounds(full: number): number {
  const share = Number(process.env.SIDELINE_SERIES ?? 1);
  return Math.max(5, Math.round(full * (share > 0 && share <= 1 ? share : 1)));
}
