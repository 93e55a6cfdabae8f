import { expect, test } from '@playwright/test'
import { killRun, partsOf, seeded } from '../support/kill-run'
import { removeUserData } from '../support/launch'
import { startSandbox } from '../support/sandbox'

/** The schedule of look-ups takes a second and a half, and the waits between operations of a batch next to nothing. */
const hurried = { GATEHOUSE_TIME_SCALE: '3000', GATEHOUSE_API_TIMEOUT_MS: '4000' }
/** How long the server takes for a cancellation, before and after it carries it out, in milliseconds. */
const serverTakes = 60

/** For the record of the run: a failure can be played again with its seed. */
const tell = (text: string) => void process.stdout.write(`${text}\n`)

interface Size {
  readonly lines: number
  readonly kills: number
  /** So many orders hold enough to cancel parts of. */
  readonly orders: number
  readonly pages: number
}

async function run({ lines, kills, orders, pages }: Size): Promise<void> {
  const seed = Number(process.env.GATEHOUSE_KILL_SEED ?? Date.now() % 1_000_000)
  tell(`GATEHOUSE_KILL_SEED=${seed} (${lines} lines, ${kills} kills)`)
  const sandbox = await startSandbox({ orders, validate: false })
  const references = partsOf(await sandbox.orders(pages)).slice(0, lines)
  expect(references).toHaveLength(lines)
  await sandbox.fault({ kind: 'delay', method: 'DELETE', delayMs: serverTakes, count: 0 })
  await sandbox.fault({ kind: 'delay', method: 'DELETE', delayMs: serverTakes, delayAfter: true, count: 0 })
  const env = { ...sandbox.env, ...hurried }
  const done = await killRun({ sandbox, env, references, kills, random: seeded(seed) })
  const { gatehouse, batch, arrivals } = done
  try {
    // Else nothing was shown: a kill has to strike while something is being sent.
    if (kills > 3) expect(done.interrupted).toBeGreaterThan(0)
    // Nothing is lost: every reference is a line, and every line has its one operation.
    expect(done.lines.map(({ reference }) => reference)).toEqual(references)
    const operations = done.lines.flatMap((line) => line.operations)
    expect(new Set(operations).size).toBe(lines)
    // Nothing is doubled, and nothing reached the server that no line knows of.
    expect([...arrivals.keys()].filter((id) => !operations.includes(id))).toEqual([])
    const disagreeing = done.lines.filter(({ operations: [id = ''], state }) => {
      const sent = arrivals.get(id) ?? []
      const carriedOut = sent.filter(({ committed }) => committed).length
      const expected = state === 'done' ? 1 : 0
      const isEnd = state === 'done' || state === 'needs-review'
      return sent.length > 1 || carriedOut !== expected || !isEnd
    })
    expect(disagreeing).toEqual([])
    const commits = [...arrivals.values()].flat().filter(({ committed }) => committed)
    const targets = commits.map(
      ({ path, query }) => `${path}?${new URLSearchParams(query).get('booking_reference')}`,
    )
    expect(new Set(targets).size).toBe(targets.length)
    expect(targets).toHaveLength(batch.counts.done ?? 0)
    tell(
      `${JSON.stringify(batch.counts)}, ${done.interrupted} cut off while sending, in ${Math.round(done.tookMs / 1000)} s; 0 lost, 0 doubled`,
    )
  } finally {
    await gatehouse.close()
    await removeUserData(gatehouse.userData)
    await sandbox.stop()
  }
}

test('a batch that is killed three times: the journal and the server agree line by line', () =>
  run({ lines: 24, kills: 3, orders: 2_000, pages: 5 }))

test('a batch of partial cancellations, killed at twenty random moments: 0 lost, 0 doubled @long', () => {
  const lines = Number(process.env.GATEHOUSE_KILL_LINES ?? 200)
  const kills = Number(process.env.GATEHOUSE_KILLS ?? 20)
  test.setTimeout(30 * 60_000)
  // About one order in nine will do, and the API pages to the 10,000th.
  const pages = Math.min(100, Math.ceil(lines / 9) + 4)
  return run({ lines, kills, orders: Math.max(8_000, pages * 400), pages })
})
