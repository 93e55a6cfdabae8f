import path from 'node:path'
import { createBulkDesk } from './bulk-desk'
import { createRawBulk } from './bulk-raw'
import { percentile, time } from './measure'
import { startSandbox, startServer } from './sandbox'

/** Operations on each side, in two halves and in turns, so that what else goes on hits both. */
const operations = 500
const halves = 2
const concurrency = 4
/** What every answer takes beside the work, in milliseconds. */
const waitMs = 100
/** Enough that the API's default of three months holds what is cancelled on both sides. */
const orders = 30_000

/**
 * So many journalled cancellations by a batch against the same requests, reads included, sent raw at the same
 * concurrency, in milliseconds; and how long a commit of the journal takes meanwhile.
 */
export async function benchBulk(scripts: { sandbox: string; delay: string; store: string }) {
  const sandbox = await startSandbox(scripts.sandbox, orders)
  const front = await startServer(scripts.delay, JSON.stringify({ origin: sandbox.origin, waitMs }))
  const account = { ...sandbox, origin: front.origin }
  const raw = await createRawBulk(account, concurrency)
  const desk = await createBulkDesk(account, path.resolve(scripts.store), concurrency)
  try {
    const parts = await raw.parts(operations * 2)
    const size = operations / halves
    let [rawMs, appMs] = [0, 0]
    for (let half = 0; half < halves; half += 1) {
      const mine = parts.splice(0, size)
      const theirs = await desk.plan(parts.splice(0, size))
      rawMs += await time(() => raw.run(mine))
      appMs += await time(() => desk.run(theirs))
    }
    return {
      bulk: { rawMs, appMs, ratio: appMs / rawMs },
      journal: { commitP95Ms: percentile(desk.commits, 0.95) },
    }
  } finally {
    await Promise.all([raw.close(), desk.close()])
    await front.stop()
    await sandbox.stop()
  }
}
