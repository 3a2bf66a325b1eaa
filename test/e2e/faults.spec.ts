import { killSeries } from '../faults/kill-series.ts';
import { stopSeries } from '../faults/stop-series.ts';
import { expect, test } from './harness.ts';

/** The same series are long in the deep tier, where each run has a seed of its own. */
const STOPS = 20;
const KILLS = 2;

test(`a worker that is stopped ${STOPS} times at any moment loses nothing that the card showed`, async ({
  extension,
  demo,
  complaints,
}) => {
  await stopSeries({ extension, demo }, { stops: STOPS, seed: 1 });
  expect(complaints).toEqual([]);
});

test(`a browser that is killed ${KILLS} times keeps all that its cards had shown`, async () => {
  await killSeries({ kills: KILLS, seed: 1 });
});
