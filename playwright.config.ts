import { defineConfig } from '@playwright/test'

/** Journeys of the long run: what they prove is proven without a window as well (test/faults), in less time. */
const longJourneys = [
  'amend.spec.ts',
  'amend-booking.spec.ts',
  'amend-contacts.spec.ts',
  'batch-kill.spec.ts',
  'batches.spec.ts',
  'cancel-refused.spec.ts',
  'cancel-special-orders.spec.ts',
  'contact-push-kill.spec.ts',
  'contacts.spec.ts',
  'contacts-fields.spec.ts',
  'contacts-keys.spec.ts',
  'contacts-orders.spec.ts',
  'decide-by-hand.spec.ts',
  'journal.spec.ts',
  'journal-integrity.spec.ts',
  'large-order.spec.ts',
  'order-page.spec.ts',
  'orders-copy.spec.ts',
  'orders-grid.spec.ts',
  'orders-overview.spec.ts',
  'payments.spec.ts',
  'print-voucher.spec.ts',
  'privacy.spec.ts',
  'privacy-copies.spec.ts',
  'privacy-kill.spec.ts',
  'profiles.spec.ts',
  'refunds.spec.ts',
  'send-tickets.spec.ts',
  'stock.spec.ts',
  'stock-profiles.spec.ts',
  'voucher-batch.spec.ts',
]
const left = process.env.GATEHOUSE_TEST_LONG ? [] : longJourneys

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
    { name: 'app', testIgnore: ['packaged.spec.ts', ...left], teardown: 'log' },
    // Reads what all applications of the run before it logged.
    { name: 'log', testMatch: 'log.teardown.ts' },
    // Needs the unpacked package; scripts/test.mjs makes it first.
    { name: 'packaged', testMatch: 'packaged.spec.ts' },
  ],
  use: { trace: 'retain-on-failure' },
})
