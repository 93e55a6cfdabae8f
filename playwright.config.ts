import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // An application waits more than it works; each worker has a display of its own (test/support/worker-display.ts).
  workers: 3,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 20_000 },
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
