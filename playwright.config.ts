import { defineConfig } from '@playwright/test';

// One result file per tier, so that `.ci/run` can count all of them.
const tier = process.argv.find((word) => word.startsWith('--project='))?.split('=')[1] ?? 'e2e';

export default defineConfig({
  testDir: 'test',
  testMatch: '**/*.spec.ts',
  // Emptied by each run: the result files of the tiers before stand beside it.
  outputDir: `test-results/${tier}`,
  fullyParallel: true,
  // One more than there are cores in CI: a browser story is half waiting.
  workers: 3,
  forbidOnly: true,
  // A browser on a busy machine may be late once; what fails twice is broken. `.ci/run` prints what needed its second try.
  retries: process.env.CI ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 12_000 },
  reporter: [['list'], ['json', { outputFile: `test-results/browser-${tier}.json` }]],
  projects: [
    { name: 'e2e', testDir: 'test/e2e' },
    { name: 'deep', testDir: 'test/deep', timeout: 4 * 60_000 },
    { name: 'live', testDir: 'test/live', timeout: 8 * 60_000 },
  ],
});
