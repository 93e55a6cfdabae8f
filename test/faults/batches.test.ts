// Batches over real HTTP against the real sandbox, with what goes wrong in between switched on there.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BatchAction } from '@shared/features/batches'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { OrderDocument } from '../../electron/sandbox/orders/document'
import { profileId } from '../support/api-client'
import { caller, openBatchDesk, value } from '../support/batch-desk'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

let client: TestClient
let control: ReturnType<typeof controlOf>
let orders: OrderDocument[]
/** An order of which two bookings can go. */
let twoOfOne: OrderDocument | undefined
let bookings: { order: string; booking: string }[]
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-batches-'))

beforeAll(async () => {
  client = await startTestSandbox({ orders: 6000, faultToken: FAULT_TOKEN })
  control = controlOf(client)
  orders = (await pages(14)).filter((order) => freeBookings(order).length > 0)
  const pair = orders.findIndex((order) => freeBookings(order).length > 1)
  twoOfOne = orders.splice(pair, 1)[0]
  bookings = orders.map((order) => ({ order: order.order_reference, booking: freeBookings(order)[0] ?? '' }))
})
afterAll(async () => {
  await client.sandbox.close()
  rmSync(folder, { recursive: true })
})
afterEach(() => control.clear())

const pages = async (count: number) => {
  const found: OrderDocument[] = []
  for (let page = 1; page <= count; page++) {
    found.push(...(await client.list(`items_per_page=100&page=${page}`)).items)
  }
  return found
}

/** Bookings of an order that can each go by itself; by the server's own words. */
const freeBookings = (order: OrderDocument): string[] =>
  order.order_status !== 'ORDER_CONFIRMED' || order.order_external_reference?.startsWith('DEMO')
    ? []
    : order.order_bookings.filter(isFree).map(({ booking_reference }) => booking_reference)

const isFree = (booking: OrderDocument['order_bookings'][number]): boolean =>
  booking.booking_status === 'BOOKING_CONFIRMED' &&
  booking.product_cancellation_allowed &&
  !booking.booking_supplier_reference &&
  !booking.product_combi_details?.length &&
  !booking.product_bundle_details?.length &&
  !booking.product_addon_details?.length &&
  booking.product_type_details.every(
    (ticket) =>
      ticket.product_type_redemption_status === 'PENDING' && ticket.product_type_status === 'CONFIRMED',
  )

/** Bookings that no test has touched yet. */
function take(count: number): { order: string; booking: string }[] {
  const taken = bookings.splice(0, count)
  if (taken.length < count) throw new Error(`only ${taken.length} bookings left`)
  return taken
}

const openDesk = (path?: string) => openBatchDesk(client.base, path)

/** How often the server cancelled each booking, by its own versions of the order. */
async function timesCancelled({ order, booking }: { order: string; booking: string }): Promise<number> {
  const { versions } = await control.truth(order)
  const states = versions.map((version) =>
    version.order_bookings.some(
      ({ booking_reference, booking_status }) =>
        booking_reference === booking && booking_status === 'BOOKING_CANCELLED',
    ),
  )
  return states.filter((cancelled, index) => cancelled && !states[index - 1]).length
}
const allTimes = (targets: readonly { order: string; booking: string }[]) =>
  Promise.all(targets.map(timesCancelled))
const references = (targets: readonly { booking: string }[]) => targets.map(({ booking }) => booking)

describe('what references are of', () => {
  test('orders, bookings and external references are found; doubles, strangers and parts of what is named are told', async () => {
    const desk = openDesk()
    const [one, other] = take(2) as [{ order: string; booking: string }, { order: string; booking: string }]
    const { order_external_reference: external = '' } = await client.order(other.order)
    const id = await desk.resolved([
      one.booking,
      external,
      'NOBODY-KNOWS-THIS',
      one.booking,
      other.order,
      other.booking,
      { order: one.order },
      'x1',
    ])
    const lines = await desk.planLines(id)
    expect(lines).toMatchObject([
      { finding: 'doubled', doubleOf: 7, order: one.order, booking: one.booking },
      { finding: 'found', order: other.order },
      { finding: 'not-found' },
      { finding: 'doubled', doubleOf: 7 },
      { finding: 'doubled', doubleOf: 2 },
      { finding: 'doubled', doubleOf: 2 },
      { finding: 'found', order: one.order },
      { finding: 'not-found' },
    ])
    expect((await desk.plan(id)).findings).toEqual({ found: 2, doubled: 4, 'not-found': 2 })
    expect((await control.arrivals()).filter(({ method }) => method !== 'GET' && method !== 'POST')).toEqual(
      [],
    )
  })

  test('a list of one kind costs about one request each, whatever kind it is', async () => {
    const desk = openDesk()
    const targets = take(12)
    const before = (await control.arrivals('GET')).length
    await desk.resolved(references(targets))
    const asked = (await control.arrivals('GET')).length - before
    expect(asked).toBeLessThanOrEqual(12 + 4)
    bookings.unshift(...targets)
  })

  test('an API that keeps us out ends it early and says why', async () => {
    const desk = openDesk()
    await control.fault({ kind: 'status', method: 'GET', status: 403, count: 0 })
    const { plan } = value(
      await desk.handlers.resolveBatch(
        {
          profile: profileId,
          kind: 'cancel',
          references: Array.from({ length: 100 }, (_, at) => `WEB-NOT-${at}`),
        },
        caller,
      ),
    )
    const failed = await desk.at(plan, 'failed')
    expect(failed.error?.code).toBe('FORBIDDEN')
    expect(failed.progress.done).toBeLessThan(20)
  })

  test('a reading that a person ends stops asking', async () => {
    const desk = openDesk()
    await control.fault({ kind: 'delay', method: 'GET', delayMs: 200, count: 0 })
    const given = Array.from({ length: 100 }, (_, at) => `WEB-NOT-${at}`)
    const { plan } = value(
      await desk.handlers.resolveBatch({ profile: profileId, kind: 'cancel', references: given }, caller),
    )
    await desk.handlers.cancelPlan({ plan }, caller)
    await desk.at(plan, 'cancelled')
    await control.clear()
    const before = (await control.arrivals('GET')).length
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect((await control.arrivals('GET')).length - before).toBeLessThanOrEqual(4)
  })
})

describe('the dry run', () => {
  test('says what each line would do and the totals, and sends nothing', async () => {
    const desk = openDesk()
    const targets = take(3)
    const plan = await desk.planned(references(targets))
    expect(plan).toMatchObject({ stage: 'planned', toSend: 3, requests: 3 })
    expect(plan.totals.reduce((sum, { orders }) => sum + orders, 0)).toBe(3)
    for (const line of await desk.planLines(plan.id)) {
      expect(line.effect).toMatchObject({
        requests: 1,
        currency: expect.any(String),
        totalAfter: expect.any(Object),
      })
    }
    expect(await allTimes(targets)).toEqual([0, 0, 0])
    bookings.unshift(...targets)
  })

  test('a plan is started once, as a whole, by the number of its lines', async () => {
    const desk = openDesk()
    const targets = take(12)
    const { id } = await desk.planned(references(targets))
    const start = (count?: number, profile = profileId) =>
      desk.handlers.startBatch({ profile, plan: id, ...(count === undefined ? {} : { count }) }, caller)
    expect(await start()).toMatchObject({ ok: false, error: { code: 'COUNT_MISMATCH' } })
    expect(await start(11)).toMatchObject({ ok: false, error: { code: 'COUNT_MISMATCH' } })
    expect(await start(12, 'another-profile')).toMatchObject({ ok: false, error: { code: 'PLAN_GONE' } })
    expect(await allTimes(targets)).toEqual(targets.map(() => 0))
    const [first, second] = await Promise.all([start(12), start(12)])
    expect(first).toMatchObject({ ok: true })
    expect(second).toMatchObject({ ok: false, error: { code: 'PLAN_NOT_READY' } })
    expect(await desk.settled(value(first).batch)).toMatchObject({ state: 'finished', counts: { done: 12 } })
    expect(await allTimes(targets)).toEqual(targets.map(() => 1))
  })

  test('two bookings of one order are two lines of one command, and what happened is compared with both', async () => {
    const desk = openDesk()
    if (!twoOfOne) throw new Error('no order with two bookings that can go')
    const pair = freeBookings(twoOfOne).slice(0, 2)
    const plan = await desk.planned(pair)
    expect(plan).toMatchObject({ toSend: 2 })
    const id = await desk.started(pair)
    expect((await desk.settled(id)).counts).toEqual({ done: 2 })
    const lines = await desk.lines(id)
    const [last] = lines.slice(-1)
    const { order_pricing } = await client.order(twoOfOne.order_reference)
    expect(last?.totalAfter).toBe(order_pricing.price_total)
  })

  test('what cannot be done is left out with its reason, and the rest goes', async () => {
    const desk = openDesk()
    const [gone, good] = take(2) as [{ order: string; booking: string }, { order: string; booking: string }]
    await client.send('DELETE', `/orders/${gone.order}?payment_refund=true&booking_reference=${gone.booking}`)
    const plan = await desk.planned([gone.booking, good.booking])
    expect(await desk.planLines(plan.id)).toMatchObject([
      { finding: 'not-allowed', why: 'ALREADY_CANCELLED' },
      { finding: 'found', effect: { requests: 1 } },
    ])
    const id = value(await desk.handlers.startBatch({ profile: profileId, plan: plan.id }, caller)).batch
    await desk.settled(id)
    expect(await desk.lines(id)).toMatchObject([
      { state: 'not-sent', why: 'ALREADY_CANCELLED', operations: [] },
      { state: 'done' },
    ])
    expect(await timesCancelled(gone)).toBe(1)
  })
})

describe('other kinds', () => {
  test('a refund gives back what is left of every payment of an order, one request each', async () => {
    const desk = openDesk()
    const { items } = await client.list('order_external_reference=DEMO-SPLIT')
    const [order] = items
    if (!order) throw new Error('there is no DEMO-SPLIT')
    const action: BatchAction = { kind: 'refund', reason: 'Storm' }
    const plan = await desk.planned([order.order_reference], action)
    const [line] = await desk.planLines(plan.id)
    expect(line?.effect?.requests).toBeGreaterThan(1)
    const id = value(await desk.handlers.startBatch({ profile: profileId, plan: plan.id }, caller)).batch
    await desk.settled(id)
    expect(await desk.lines(id)).toMatchObject([{ state: 'done', refunded: line?.effect?.refund?.high }])
    const again = await desk.planned([order.order_reference], action)
    expect(again.toSend).toBe(0)
  })

  test('an amendment changes the one field of every order, and leaves those alone that have it so', async () => {
    const desk = openDesk()
    const targets = take(3)
    const [first] = targets
    if (!first) throw new Error('none')
    const before = await client.order(first.order)
    const wanted = before.order_language === 'nl' ? 'de' : 'nl'
    const action: BatchAction = { kind: 'amend', field: { section: 'order', name: 'order_language' }, wanted }
    const id = await desk.started(
      targets.map(({ order }) => order),
      action,
    )
    await desk.settled(id)
    for (const { order } of targets) expect((await client.order(order)).order_language).toBe(wanted)
    const again = await desk.planned(
      targets.map(({ order }) => order),
      action,
    )
    expect(await desk.planLines(again.id)).toMatchObject(
      targets.map(() => ({ finding: 'not-allowed', why: 'AS_WANTED' })),
    )
    expect((await client.order(first.order)).order_bookings).toEqual(before.order_bookings)
    bookings.unshift(...targets)
  })

  test('a booking is not what an action on orders is about', async () => {
    const desk = openDesk()
    const [target] = take(1)
    const plan = await desk.planned([target?.booking ?? ''], { kind: 'refund', reason: 'Storm' })
    expect(await desk.planLines(plan.id)).toMatchObject([{ finding: 'not-allowed', why: 'ORDER_LEVEL_ONLY' }])
  })
})

describe('what goes wrong on the way', () => {
  test.each([
    ['errors after the change', { kind: 'status', status: 500, after: true, count: 4 }],
    ['cut connections after the change', { kind: 'reset', after: true, count: 4 }],
    ['half answers', { kind: 'truncated', count: 4 }],
    ['limits (429)', { kind: 'status', status: 429, retryAfter: 1, count: 6 }],
  ])('%s: every line is carried out once and ends as done', async (_, fault) => {
    const desk = openDesk()
    const targets = take(12)
    await control.fault({ method: 'DELETE', skip: 2, ...fault })
    const id = await desk.started(references(targets))
    const { counts, state } = await desk.settled(id)
    expect({ counts, state }).toEqual({ counts: { done: 12 }, state: 'finished' })
    expect(await allTimes(targets)).toEqual(targets.map(() => 1))
  })

  test('a limit makes the whole batch wait for as long as it says', async () => {
    const desk = openDesk()
    const targets = take(12)
    await control.fault({ method: 'DELETE', kind: 'status', status: 429, retryAfter: 600, skip: 1, count: 1 })
    const id = await desk.started(references(targets))
    await vi.waitFor(async () => expect((await desk.batch(id)).limitedUntil).toBeGreaterThan(0), {
      timeout: 5_000,
    })
    await desk.settled(id)
    expect(await allTimes(targets)).toEqual(targets.map(() => 1))
  })

  test('an order that somebody else changed since the dry run is left alone, and the others are not', async () => {
    const desk = openDesk()
    const targets = take(3)
    const plan = await desk.planned(references(targets))
    const [, touched] = targets
    await control.call('POST', `/touch/${touched?.order}`)
    const id = value(await desk.handlers.startBatch({ profile: profileId, plan: plan.id }, caller)).batch
    await desk.settled(id)
    expect(await desk.lines(id)).toMatchObject([
      { state: 'done' },
      { state: 'failed', error: { code: 'ORDER_CHANGED' } },
      { state: 'done' },
    ])
    expect(await allTimes(targets)).toEqual([1, 0, 1])

    const { plan: again } = value(await desk.handlers.retryFailed({ batch: id }, caller))
    expect(await desk.at(again, 'planned')).toMatchObject({ toSend: 1, lines: 1 })
    const retried = value(await desk.handlers.startBatch({ profile: profileId, plan: again }, caller)).batch
    expect((await desk.settled(retried)).counts).toEqual({ done: 1 })
    expect(await allTimes(targets)).toEqual([1, 1, 1])
  })

  test('pause, go on and stop: what was sent is done, what was not is withdrawn, and the file says all of it', async () => {
    const desk = openDesk()
    const targets = take(40)
    await control.fault({ kind: 'delay', method: 'DELETE', delayMs: 100, count: 0 })
    const id = await desk.started(references(targets))
    const patience = { timeout: 20_000 }
    await vi.waitFor(async () => expect((await desk.batch(id)).counts.done).toBeGreaterThan(4), patience)
    expect(value(await desk.handlers.pauseBatch({ batch: id }, caller)).batch).toMatchObject({
      state: 'paused',
      why: 'by-hand',
    })
    await vi.waitFor(async () => expect((await desk.batch(id)).counts.sending).toBeUndefined(), patience)
    const { counts } = await desk.batch(id)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect((await desk.batch(id)).counts).toEqual(counts)
    value(await desk.handlers.resumeBatch({ profile: profileId, batch: id }, caller))
    const more = (counts.done ?? 0) + 3
    await vi.waitFor(async () => expect((await desk.batch(id)).counts.done).toBeGreaterThan(more), patience)
    value(await desk.handlers.stopBatch({ batch: id }, caller))
    const ended = await desk.settled(id)
    expect(ended.state).toBe('stopped')
    const states = (await desk.lines(id)).map(({ state }) => state)
    expect(await allTimes(targets)).toEqual(states.map((state) => (state === 'done' ? 1 : 0)))
    expect(states).toContain('withdrawn')

    const path = join(folder, 'batch.csv')
    desk.saveTo(path)
    expect(await desk.handlers.exportBatch({ batch: id }, caller)).toEqual({
      ok: true,
      value: { savedAs: 'batch.csv' },
    })
    const [head, ...rows] = readFileSync(path, 'utf8').trim().split('\r\n')
    expect(head).toMatch(/^line,reference,order_reference,booking_reference,state,/)
    expect(rows.map((row) => row.split(',')[4])).toEqual(states)
  })

  test('a desk that ends in the middle goes on from its file, with every line once', async () => {
    const path = join(folder, 'restart.db')
    const targets = take(24)
    await control.fault({ kind: 'delay', method: 'DELETE', delayMs: 30, count: 0 })
    let desk = openDesk(path)
    const id = await desk.started(references(targets))
    for (let restart = 0; restart < 3; restart++) {
      await new Promise((resolve) => setTimeout(resolve, 120))
      desk.journal.stop()
      desk.file.close()
      desk = openDesk(path)
      await desk.journal.open()
    }
    const ended = await desk.settled(id)
    expect(ended).toMatchObject({ state: 'finished', counts: { done: 24 } })
    expect(await allTimes(targets)).toEqual(targets.map(() => 1))
  })
})
