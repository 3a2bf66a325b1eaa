import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { DEXIE, leanDexie } from './lib/store/lean-dexie.ts';

export default defineConfig({
  plugins: [preact(), leanDexie()],
  resolve: { alias: { dexie: DEXIE } },
  test: {
    server: { deps: { inline: [/dexie/] } },
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/components/**', 'test/e2e/**', 'test/deep/**', 'test/live/**'],
          // Loading the same modules anew for each of 70 files took a third of the time.
          pool: 'threads',
          isolate: false,
        },
      },
      // The testing library holds on to the document that it was loaded with.
      { extends: true, test: { name: 'components', include: ['test/components/**/*.test.{ts,tsx}'] } },
      { extends: true, test: { name: 'deep', include: ['test/deep/**/*.test.ts'], testTimeout: 300_000 } },
    ],
  },
});
