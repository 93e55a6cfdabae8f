import { setTimeout as sleep } from 'node:timers/promises'
import { batchesHandlers } from '../../electron/features/batches'
import { descriptionsOf } from '../../electron/features/operation-kinds'
import type { Part } from './bulk-raw'
import { type Account, benchProfile as profile } from './client'
import { benchAccount, benchCaller as caller, createJournalDesk, must } from './journal-desk'

/** A desk with batches. */
export async function createBulkDesk(account: Account, storeScript: string, concurrency: number) {
  const desk = await createJournalDesk(account, storeScript, concurrency)
  const { api, journal, kinds, commits, close } = desk
  const batches = batchesHandlers({
    api,
    journal,
    descriptions: descriptionsOf(kinds),
    deskUser: () => 'Bench',
    accountOf: () => benchAccount,
    chooseSavePath: async () => undefined,
    chooseFolder: async () => undefined,
    openPath: async () => '',
    now: Date.now,
    changed: () => {},
    report: (what) => console.error(what),
  })

  const planAt = async (plan: string, stage: string): Promise<number> => {
    for (;;) {
      const found = must(await batches.getBatchPlan({ plan }, caller))
      if (found.stage === stage) return found.toSend ?? 0
      if (found.error) throw new Error(found.error.message)
      await sleep(20)
    }
  }

  return {
    /** The dry run, which is not part of what is measured. Answers the plan and how many lines it would send. */
    plan: async (parts: readonly Part[]): Promise<{ plan: string; count: number }> => {
      const references = parts.map(({ order, booking }) => ({ order, booking }))
      const { plan } = must(await batches.resolveBatch({ profile, kind: 'cancel', references }, caller))
      await planAt(plan, 'resolved')
      const action = { kind: 'cancel', refundToGuest: true, reason: 'bench' } as const
      must(await batches.planBatch({ plan, action }, caller))
      return { plan, count: await planAt(plan, 'planned') }
    },
    /** From the click to the last answer on disk. */
    run: async ({ plan, count }: { plan: string; count: number }): Promise<void> => {
      const { batch } = must(await batches.startBatch({ profile, plan, count }, caller))
      await desk.done(batch, count)
    },
    commits,
    close,
  }
}
