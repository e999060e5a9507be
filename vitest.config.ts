import { defineConfig } from 'vitest/config';

const BROWSER = ['test/**/*.browser.test.{ts,tsx}', 'test/e2e/**/*.test.{ts,tsx}'];
const HOST = ['test/excel-host/**/*.test.ts', 'test/excel-addin/**/*.test.{ts,tsx}'];

export default defineConfig({
  test: {
    // Most files wait for nothing and hold one core each; the runner itself needs little.
    maxWorkers: 2,
    projects: [
      // A slow or busy machine is no failure; benches tell how long things take.
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...BROWSER, ...HOST],
          testTimeout: 60_000,
        },
      },
      { test: { name: 'host', include: HOST, exclude: BROWSER, testTimeout: 60_000, hookTimeout: 60_000 } },
      {
        test: {
          name: 'browser',
          include: BROWSER,
          testTimeout: 180_000,
          hookTimeout: 300_000,
          // Two cores: one real browser at a time, when all else is done.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
