import { randomUUID } from 'node:crypto'
import { createPlanner, createStarts } from '../../electron/features/batches'
import { type Account, benchProfile as profile } from './client'
import { benchAccount, createJournalDesk, must } from './journal-desk'

/** A desk that erases: plan and batch as a request to be forgotten has them made. */
export async function createEraseDesk(account: Account, storeScript: string, concurrency: number) {
  const { api, journal, done, close } = await createJournalDesk(account, storeScript, concurrency)
  const deps = { api, now: Date.now, accountOf: () => benchAccount }
  const planner = createPlanner({ ...deps, changed: () => {}, report: (what) => console.error(what) })
  const starts = createStarts({ ...deps, planner, journal, chooseFolder: async () => undefined })
  return {
    /** The dry run, which is not part of what is measured. Answers the plan and how many lines it would send. */
    plan: async (orders: readonly string[]): Promise<{ plan: string; count: number }> => {
      const plan = planner.begin({ profile, kind: 'deidentify', given: orders.map((order) => ({ order })) })
      await planner.settled(plan)
      const today = new Date().toISOString().slice(0, 10)
      planner.dryRun(plan, { kind: 'deidentify', request: randomUUID(), rules: [], today })
      await planner.settled(plan)
      const { id } = plan.origin
      return { plan: id, count: orders.length }
    },
    /** From the click to the last reading that verifies, on disk. Fails unless every order could be sent and is done. */
    run: async ({ plan, count }: { plan: string; count: number }): Promise<void> => {
      const { batch } = must(await starts.startErasure({ profile, plan, count }))
      await done(batch, count)
    },
    close,
  }
}
