import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // Two cores and a software renderer: one real application at a time.
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list']],
  projects: [
    { name: 'app', testIgnore: 'packaged.spec.ts', teardown: 'log' },
    // Reads what all applications of the run before it logged.
    { name: 'log', testMatch: 'log.teardown.ts' },
    // Needs the unpacked package; scripts/test.mjs makes it first.
    { name: 'packaged', testMatch: 'packaged.spec.ts' },
  ],
  use: { trace: 'retain-on-failure' },
})
