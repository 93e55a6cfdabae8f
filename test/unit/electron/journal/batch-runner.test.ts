import { appError } from '@shared/kernel/app-error'
import { err } from '@shared/kernel/result'
import { describe, expect, test } from 'vitest'
import { goesOnWithin } from '../../../../electron/journal/batch-runner'
import { SimulatedDesk } from '../../../support/simulated-desk'

const second = 1_000
const minute = 60 * second

/** So many lines, each a ticket of an order of its own. */
const lines = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({ order: `PRI-BATCH-${index + from}`, ticket: '1' }))

async function started(count: number, desk = new SimulatedDesk()) {
  const id = await desk.submitBatch(lines(count))
  if (id === undefined) throw new Error('not recorded')
  return { desk, id, entries: () => desk.journal.batches.lines(id, { offset: 0, limit: 500 }).lines }
}

describe('a batch that runs', () => {
  test('is on disk to its last line before the first request leaves', async () => {
    const desk = new SimulatedDesk()
    const recording = desk.submitBatch(lines(120))
    while (desk.journal.unsettled().length < 120) {
      expect(desk.server.reads).toBe(0)
      await Promise.resolve()
    }
    expect(desk.server.arrivals).toEqual([])
    const id = (await recording) ?? ''
    await desk.time.pass(2 * minute)
    expect(desk.batch(id)).toMatchObject({ state: 'finished', lines: 120 })
    expect(desk.journal.batches.tally(id)).toEqual({ done: 120 })
    expect(new Set(desk.server.ledger).size).toBe(120)
    expect(desk.server.ledger).toHaveLength(120)
  })

  test('has four under way at most, and begins twelve a second at most', async () => {
    const { desk, entries } = await started(60)
    let most = 0
    for (let step = 0; step < 100; step++) {
      await desk.time.pass(100)
      const sending = entries().filter(({ state }) => state === 'sending').length
      most = Math.max(most, sending)
    }
    // A request takes a second, so four at a time is what bounds it.
    expect(most).toBe(4)
    expect(desk.server.ledger.length).toBeGreaterThan(30)
    expect(desk.server.ledger.length).toBeLessThanOrEqual(40)
  })

  test('begins the next once the server answered, while the answer is being written', async () => {
    const pace = { concurrency: 1, perSecond: 12 }
    const { desk, id } = await started(2, new SimulatedDesk({ pace }))
    // Sending the first is recorded; what came of it is not taken by the disk at first.
    desk.appendFaults.push('none', 'refused')
    await desk.time.pass(1_500)
    expect(desk.batch(id).state).toBe('running')
    expect(desk.journal.batches.tally(id)).toEqual({ sending: 2 })
    await desk.time.pass(5_000)
    expect(desk.journal.batches.tally(id)).toEqual({ done: 2 })
    expect(desk.server.ledger).toHaveLength(2)
  })

  test('sends nothing more while the disk takes no answers', async () => {
    const pace = { concurrency: 1, perSecond: 12 }
    const { desk, id } = await started(2, new SimulatedDesk({ pace }))
    desk.appendFaults.push('none', ...Array.from({ length: 50 }, () => 'refused' as const))
    await desk.time.pass(20_000)
    expect(desk.server.ledger).toHaveLength(1)
    expect(desk.journal.batches.tally(id)).toEqual({ sending: 1, queued: 1 })
    desk.appendFaults.length = 0
    await desk.time.pass(2 * minute)
    expect(desk.journal.batches.tally(id)).toEqual({ done: 2 })
    expect(desk.server.ledger).toHaveLength(2)
  })

  test('leaves what a person does meanwhile its way, also on an order of its own', async () => {
    const { desk } = await started(200)
    await desk.time.pass(3 * second)
    const submitted = await desk.submit('PRI-BATCH-190', '2')
    const [id = ''] = submitted.ok ? submitted.value : []
    await desk.time.pass(1.5 * second)
    expect(desk.entry(id).state).toBe('done')
    expect(desk.server.ledger.length).toBeLessThan(40)
  })

  test('runs the lines of one order one after the other, and those of others beside them', async () => {
    const desk = new SimulatedDesk()
    const same = ['1', '2', '3'].map((ticket) => ({ order: 'PRI-BATCH-SAME', ticket }))
    const id = (await desk.submitBatch([...same, ...lines(3)])) ?? ''
    await desk.time.pass(1.5 * second)
    const states = desk.journal.batches.lines(id, { offset: 0, limit: 10 }).lines.map(({ state }) => state)
    expect(states).toEqual(['done', 'sending', 'queued', 'done', 'done', 'done'])
    await desk.time.pass(2 * second)
    expect(desk.batch(id).state).toBe('finished')
  })

  test('says how fast it goes and how long it will take', async () => {
    const { desk, id } = await started(100)
    await desk.time.pass(10 * second)
    const { perMinute = 0, timeLeft = 0 } = desk.runner.progress(id)
    expect(perMinute).toBeGreaterThan(200)
    expect(perMinute).toBeLessThanOrEqual(240)
    expect(timeLeft).toBeGreaterThan(14 * second)
    expect(timeLeft).toBeLessThan(20 * second)
  })

  test('waits as a whole when the server asks to come later (429, rule 70), then goes on with every line', async () => {
    const desk = new SimulatedDesk()
    desk.server.sendFaults.push('none', 'rate-limited')
    const { id } = await started(40, desk)
    await desk.time.pass(4 * second)
    const sent = desk.server.ledger.length
    expect(desk.runner.progress(id).limitedUntil).toBeGreaterThan(desk.time.now())
    await desk.time.pass(14 * second)
    expect(desk.server.ledger).toHaveLength(sent)
    await desk.time.pass(minute)
    expect(desk.journal.batches.tally(id)).toEqual({ done: 40 })
  })

  test('leaves out and names a line that another operation is at, and sends the rest', async () => {
    const desk = new SimulatedDesk()
    desk.server.sendFaults.push('lost-before')
    const first = await desk.submit('PRI-BATCH-1', '1')
    await desk.time.pass(second)
    const id = (await desk.submitBatch(lines(3))) ?? ''
    await desk.time.pass(10 * second)
    const { lines: views } = desk.journal.batches.lines(id, { offset: 0, limit: 10 })
    expect(views.map(({ state }) => state)).toEqual(['done', 'not-sent', 'done'])
    expect(views[1]?.detail).toEqual({ holder: first.ok ? first.value[0] : '' })
    expect(desk.server.arrivals).toHaveLength(2)
  })
})

describe('a batch that is steered', () => {
  test('sends nothing more while it is paused, keeps its lines, and goes on with them', async () => {
    const { desk, id } = await started(30)
    await desk.time.pass(2.5 * second)
    expect(await desk.runner.pause(id, 'by-hand')).toEqual({ ok: true, value: undefined })
    await desk.time.pass(3 * second)
    const sent = desk.server.arrivals.length
    await desk.time.pass(30 * minute)
    expect(desk.server.arrivals).toHaveLength(sent)
    expect(desk.batch(id)).toMatchObject({ state: 'paused', why: 'by-hand' })
    expect(desk.journal.batches.tally(id)).toEqual({ done: sent, queued: 30 - sent })
    expect(desk.unsettled().filter(({ held }) => held !== undefined)).toEqual([])
    await desk.runner.resume(id)
    await desk.time.pass(minute)
    expect(desk.batch(id)).toMatchObject({ state: 'finished' })
    expect(desk.server.ledger).toHaveLength(30)
  })

  test('ends what is under way when it is stopped, and withdraws the rest', async () => {
    const { desk, id } = await started(30)
    await desk.time.pass(2.5 * second)
    await desk.runner.stop(id, 'Bo')
    await desk.time.pass(minute)
    const { done = 0, withdrawn = 0, ...others } = desk.journal.batches.tally(id)
    expect(others).toEqual({})
    expect(done + withdrawn).toBe(30)
    expect(desk.server.ledger).toHaveLength(done)
    expect(desk.batch(id).state).toBe('stopped')
    expect(await desk.runner.resume(id)).toMatchObject({ ok: false, error: { code: 'BATCH_ENDED' } })
  })

  test.each([
    ['goes on before the answer', 0],
    ['goes on after the answer', 10 * second],
  ])(
    'that %s keeps what was being sent at its pause, and does it again when the server asks for that (429)',
    async (_, pause) => {
      const desk = new SimulatedDesk()
      desk.server.sendFaults.push('rate-limited')
      const { id } = await started(1, desk)
      await desk.time.pass(0.5 * second)
      expect(desk.journal.batches.tally(id)).toEqual({ sending: 1 })
      await desk.runner.pause(id, 'by-hand')
      await desk.time.pass(pause)
      await desk.runner.resume(id)
      await desk.time.pass(3 * minute)
      expect(desk.journal.batches.tally(id)).toEqual({ done: 1 })
      expect(desk.batch(id).state).toBe('finished')
      expect(desk.server.ledger).toHaveLength(1)
    },
  )

  test('that is stopped takes back what the server asked to send later', async () => {
    const desk = new SimulatedDesk()
    desk.server.sendFaults.push('rate-limited')
    const { id } = await started(2, desk)
    await desk.time.pass(0.5 * second)
    await desk.runner.stop(id, 'Bo')
    await desk.time.pass(3 * minute)
    expect(desk.journal.batches.tally(id)).toEqual({ withdrawn: 1, done: 1 })
    expect(desk.server.ledger).toHaveLength(1)
    expect(desk.unsettled()).toEqual([])
  })

  test('that is stopped takes the rest back although some of it is leaving just then', async () => {
    const { desk, id } = await started(30)
    desk.diskTakes = () => new Promise((resolve) => void desk.time.after(200, resolve))
    // Four were read, and that they are sent is being written: one by itself, the others after it.
    await desk.time.pass(1.1 * second)
    const stopping = desk.runner.stop(id, 'Bo')
    await desk.time.pass(minute)
    expect(await stopping).toEqual({ ok: true, value: undefined })
    const { done = 0, withdrawn = 0, ...others } = desk.journal.batches.tally(id)
    expect(others).toEqual({})
    expect(done + withdrawn).toBe(30)
    expect(desk.server.ledger).toHaveLength(done)
    expect(desk.unsettled()).toEqual([])
  })

  test('stays paused while the disk does not take that it was stopped, and can be stopped then', async () => {
    const { desk, id } = await started(30)
    await desk.time.pass(2.5 * second)
    desk.appendFaults.push(...Array.from({ length: 200 }, () => 'refused' as const))
    expect(await desk.runner.stop(id, 'Bo')).toMatchObject({ ok: false, error: { code: 'NO_JOURNAL' } })
    expect(desk.batch(id)).toMatchObject({ state: 'paused', why: 'by-hand' })
    desk.appendFaults.length = 0
    await desk.time.pass(minute)
    expect(await desk.runner.stop(id, 'Bo')).toMatchObject({ ok: true })
    const { done = 0, withdrawn = 0, ...others } = desk.journal.batches.tally(id)
    expect(others).toEqual({})
    expect([done + withdrawn, desk.server.ledger.length]).toEqual([30, done])
  })

  test('pauses by itself when the network is gone, so that not every line fails of it', async () => {
    const desk = new SimulatedDesk()
    const { id } = await started(40, desk)
    await desk.time.pass(1.5 * second)
    desk.server.sendFaults.push(...Array.from({ length: 10 }, () => 'offline' as const))
    await desk.time.pass(minute)
    expect(desk.batch(id)).toMatchObject({ state: 'paused', why: 'offline' })
    const { failed = 0, queued = 0 } = desk.journal.batches.tally(id)
    expect(failed).toBeGreaterThan(0)
    expect(failed).toBeLessThanOrEqual(4)
    expect(queued).toBeGreaterThan(20)
  })

  test('pauses by itself when line after line ends without a clear answer', async () => {
    const desk = new SimulatedDesk()
    desk.server.sendFaults.push(...Array.from({ length: 40 }, () => 'lost-before' as const))
    const { id } = await started(40, desk)
    await desk.time.pass(3 * minute)
    expect(desk.batch(id)).toMatchObject({ state: 'paused', why: 'server' })
    expect(desk.server.arrivals.length).toBeLessThanOrEqual(12)
    expect(desk.server.ledger).toEqual([])
    expect(desk.journal.batches.tally(id).queued).toBeGreaterThan(25)
  })

  test('pauses by itself when the profile may change nothing any more', async () => {
    const { desk, id } = await started(20)
    await desk.time.pass(1.5 * second)
    desk.allowed = err(appError('READ_ONLY', 'read-only'))
    await desk.time.pass(minute)
    expect(desk.batch(id)).toMatchObject({ state: 'paused', why: 'not-allowed' })
    expect(await desk.runner.resume(id)).toMatchObject({ ok: false, error: { code: 'READ_ONLY' } })
  })
})

describe('a batch whose program ended', () => {
  test('goes on by itself, with every line once and none held', async () => {
    const { desk, id } = await started(40)
    for (let kill = 0; kill < 6; kill++) {
      await desk.time.pass(1_300)
      desk.kill()
    }
    await desk.time.pass(10 * minute)
    expect(desk.batch(id).state).toBe('finished')
    expect(desk.journal.batches.tally(id)).toEqual({ done: 40 })
    expect(desk.server.arrivals).toHaveLength(new Set(desk.server.arrivals).size)
    expect(desk.server.ledger).toHaveLength(40)
  })

  test('waits for a person when it was left long ago, and nothing of it is sent', async () => {
    const { desk, id } = await started(40)
    await desk.time.pass(2.5 * second)
    desk.runner.end()
    desk.engine.stop()
    await desk.time.pass(goesOnWithin + minute)
    const sent = desk.server.arrivals.length
    desk.kill()
    await desk.time.pass(minute)
    expect(desk.batch(id)).toMatchObject({ state: 'paused', why: 'restart' })
    expect(desk.server.arrivals).toHaveLength(sent)
    expect(desk.unsettled().filter(({ held }) => held !== undefined)).toEqual([])
    await desk.runner.resume(id)
    await desk.time.pass(minute)
    expect(desk.journal.batches.tally(id)).toEqual({ done: 40 })
  })

  test('waits for a person when the machine slept long', async () => {
    const { desk, id } = await started(40)
    await desk.time.pass(2.5 * second)
    const sent = desk.server.arrivals.length
    desk.time.sleep(goesOnWithin + minute)
    desk.runner.wake()
    await desk.time.pass(minute)
    expect(desk.batch(id)).toMatchObject({ state: 'paused', why: 'restart' })
    expect(desk.server.arrivals.length).toBeLessThanOrEqual(sent + 4)
  })

  test('while it was being written down sends nothing, and says so', async () => {
    const desk = new SimulatedDesk()
    desk.appendFaults.push('none', 'killed-before')
    void desk.submitBatch(lines(120))
    await desk.time.pass(minute)
    const [record] = desk.journal.batches.list('canal-tours', 10)
    expect(record).toMatchObject({ state: 'stopped', why: 'not-recorded' })
    expect(desk.server.reads).toBe(0)
    expect(desk.journal.batches.tally(record?.id ?? '')).toMatchObject({ withdrawn: 50 })
  })

  test('whose journal took only a part of it sends nothing, and what it took is withdrawn', async () => {
    const desk = new SimulatedDesk()
    desk.appendFaults.push('none', 'refused')
    expect(await desk.submitBatch(lines(120))).toBe(undefined)
    await desk.time.pass(minute)
    expect(desk.journal.batches.list('canal-tours', 10)).toMatchObject([
      { state: 'stopped', why: 'not-recorded' },
    ])
    expect(desk.unsettled()).toEqual([])
    expect(desk.server.reads).toBe(0)
  })
})
