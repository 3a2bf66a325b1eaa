import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [preact()],
  test: {
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/deep/**', 'test/live/**'],
        },
      },
      { extends: true, test: { name: 'deep', include: ['test/deep/**/*.test.ts'], testTimeout: 300_000 } },
    ],
  },
});
