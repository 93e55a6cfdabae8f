import path from 'node:path'
import { createEraseDesk } from './erase-desk'
import { createRawErase } from './erase-raw'
import { time } from './measure'
import { startSandbox, startServer } from './sandbox'

/** Orders on each side, in two halves and in turns, so that what else goes on hits both. */
const erasures = 100
const halves = 2
const concurrency = 4
/** What every answer takes beside the work, in milliseconds. */
const waitMs = 100
/** Enough that the API's default of three months holds what is erased on both sides. */
const orders = 30_000

/**
 * So many orders erased by a journalled batch, each read again with all its versions, against the same requests sent raw
 * at the same concurrency, in milliseconds.
 */
export async function benchErase(scripts: { sandbox: string; delay: string; store: string }) {
  const sandbox = await startSandbox(scripts.sandbox, orders)
  const front = await startServer(scripts.delay, JSON.stringify({ origin: sandbox.origin, waitMs }))
  const account = { ...sandbox, origin: front.origin }
  const raw = await createRawErase(account, concurrency)
  const desk = await createEraseDesk(account, path.resolve(scripts.store), concurrency)
  try {
    const found = await raw.orders(erasures * 2)
    const size = erasures / halves
    let [rawMs, appMs] = [0, 0]
    for (let half = 0; half < halves; half += 1) {
      const mine = found.splice(0, size)
      const theirs = await desk.plan(found.splice(0, size))
      rawMs += await time(() => raw.run(mine))
      appMs += await time(() => desk.run(theirs))
    }
    return { erase: { rawMs, appMs, ratio: appMs / rawMs } }
  } finally {
    await Promise.all([raw.close(), desk.close()])
    await front.stop()
    await sandbox.stop()
  }
}
