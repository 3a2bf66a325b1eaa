import { test } from '@playwright/test';
import { killSeries } from '../faults/kill-series.ts';
import { runSeed } from './seed.ts';
import { rounds } from './series.ts';

const KILLS = rounds(25);

test(`a browser that is killed ${KILLS} times keeps all that its cards had shown`, async () => {
  test.setTimeout(20 * 60_000);
  await killSeries({ kills: KILLS, seed: runSeed('browser kills') });
});
