// Vouchers of many orders, over real HTTP against the real sandbox and on a real disk.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { OrderDocument } from '../../electron/sandbox/orders/document'
import { profileId } from '../support/api-client'
import { caller, openBatchDesk, value } from '../support/batch-desk'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

let client: TestClient
let control: ReturnType<typeof controlOf>
let orders: OrderDocument[]
let home: string
let folder: string

const action = { kind: 'vouchers' } as const
const patience = { timeout: 15_000, interval: 10 }
const released = ({ booking_voucher_released }: OrderDocument['order_bookings'][number]) =>
  booking_voucher_released
const isWhole = ({ order_status, order_bookings }: OrderDocument) =>
  order_status === 'ORDER_CONFIRMED' && order_bookings.every(released)

beforeAll(async () => {
  client = await startTestSandbox({ orders: 1500, faultToken: FAULT_TOKEN })
  control = controlOf(client)
  const found: OrderDocument[] = []
  for (let page = 1; page <= 6; page++) {
    found.push(...(await client.list(`items_per_page=100&page=${page}`)).items)
  }
  orders = found
})
afterAll(() => client.sandbox.close())
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'gatehouse-vouchers-'))
  folder = join(home, 'Tickets of May')
  mkdirSync(folder)
})
afterEach(async () => {
  await control.clear()
  rmSync(home, { recursive: true })
})

const desks: ReturnType<typeof openBatchDesk>[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.journal.stop()
})
function openDesk(path?: string) {
  const desk = openBatchDesk(client.base, path)
  desk.saveInto(folder)
  desks.push(desk)
  return desk
}

const references = (count: number, from = 0) =>
  orders
    .filter(isWhole)
    .slice(from, from + count)
    .map(({ order_reference }) => order_reference)
const there = () => readdirSync(folder).sort()
const content = (name: string) => readFileSync(join(folder, name))
const nameOf = (order: string) => `voucher-${order}.pdf`

async function started(desk: ReturnType<typeof openDesk>, given: string[]): Promise<string> {
  const { id, toSend } = await desk.planned(given, action)
  const count = toSend === undefined ? {} : { count: toSend }
  const { batch } = value(
    await desk.handlers.saveVouchers({ profile: profileId, plan: id, ...count }, caller),
  )
  if (batch === undefined) throw new Error('no folder was chosen')
  return batch
}
const ended = (desk: ReturnType<typeof openDesk>, id: string, state = 'finished') =>
  vi.waitFor(
    async () => {
      const batch = await desk.batch(id)
      if (batch.state !== state)
        throw new Error(`${batch.state} ${batch.why} ${JSON.stringify(batch.counts)}`)
      return batch
    },
    { timeout: 20_000, interval: 20 },
  )
const changes = async () =>
  (await control.arrivals()).filter(({ method }) => !['GET', 'POST'].includes(method))

describe('the dry run of vouchers', () => {
  test('says which orders have them and how many files, and of the others why they have none', async () => {
    const mixed = orders.find(
      ({ order_status, order_bookings }) =>
        order_status === 'ORDER_CONFIRMED' &&
        order_bookings.some(released) &&
        order_bookings.some(
          (booking) => !released(booking) && booking.booking_status !== 'BOOKING_CANCELLED',
        ),
    )
    const unreleased = orders.find(
      ({ order_status, order_bookings }) =>
        order_status !== 'ORDER_CANCELLED' && !order_bookings.some(released),
    )
    const cancelled = orders.find(({ order_status }) => order_status === 'ORDER_CANCELLED')
    if (!mixed || !unreleased || !cancelled) throw new Error('the sandbox has no such orders')
    const [whole = ''] = references(1)
    const given = [mixed, unreleased, cancelled].map(({ order_reference }) => order_reference)
    const plan = await openDesk().planned([whole, ...given, 'NOBODY-KNOWS-THIS'], action)
    const files = 1 + mixed.order_bookings.filter(released).length
    expect(plan).toMatchObject({ stage: 'planned', toSend: 2, requests: files, totals: [] })
    expect(await desks[0]?.planLines(plan.id)).toMatchObject([
      { finding: 'found', effect: { vouchers: [{}] } },
      { finding: 'found', effect: { leftOut: [expect.objectContaining({ why: 'NOT_RELEASED' })] } },
      { finding: 'not-allowed', why: 'NOT_RELEASED' },
      { finding: 'not-allowed', why: 'ALREADY_CANCELLED' },
      { finding: 'not-found' },
    ])
    expect(there()).toEqual([])
  })

  test('is no way around the guard of commands: a cancellation is not started as vouchers, nor the other way', async () => {
    const desk = openDesk()
    const cancellation = await desk.planned(references(1))
    const vouchers = await desk.planned(references(1), action)
    const not = { ok: false, error: { code: 'PLAN_NOT_READY' } }
    const given = (plan: string) => ({ profile: profileId, plan })
    expect(await desk.handlers.saveVouchers(given(cancellation.id), caller)).toMatchObject(not)
    expect(await desk.handlers.startBatch(given(vouchers.id), caller)).toMatchObject(not)
    expect(value(await desk.handlers.listBatches({ profile: profileId, limit: 10 }, caller)).batches).toEqual(
      [],
    )
    expect(await changes()).toEqual([])
  })

  test('is still there when the person chose no folder, or one that takes no files', async () => {
    const desk = openDesk()
    const { id } = await desk.planned(references(2), action)
    const save = () => desk.handlers.saveVouchers({ profile: profileId, plan: id }, caller)
    desk.saveInto(undefined)
    expect(await save()).toEqual({ ok: true, value: {} })
    desk.saveInto(join(home, 'gone'))
    expect(await save()).toMatchObject({ ok: false, error: { code: 'FILE_NOT_WRITTEN' } })
    expect(await desk.plan(id)).toMatchObject({ stage: 'planned' })
    desk.saveInto(folder)
    expect(value(await save()).batch).toBeDefined()
  })
})

describe('vouchers of many orders', () => {
  test('are saved as one PDF each under the name of their order; nothing changes at the server or in the journal', async () => {
    const desk = openDesk()
    const given = references(12)
    const id = await started(desk, given)
    expect(await ended(desk, id)).toMatchObject({ counts: { done: 12 }, folder, kind: 'vouchers' })
    expect(there()).toEqual(given.map(nameOf).sort())
    for (const order of given) {
      expect(content(nameOf(order)).subarray(0, 5).toString()).toBe('%PDF-')
      expect(content(nameOf(order)).includes(order)).toBe(true)
    }
    expect((await desk.lines(id)).map(({ files }) => files)).toEqual(given.map((order) => [nameOf(order)]))
    expect(await desk.file.list({ profile: profileId }, undefined, 10)).toMatchObject({ entries: [] })
    expect(await changes()).toEqual([])
  })

  test('never replace a file: one with the same name stays, and the new one is named beside it', async () => {
    const desk = openDesk()
    const given = references(3)
    writeFileSync(join(folder, nameOf(given[1] ?? '')), 'mine')
    const id = await started(desk, given)
    await ended(desk, id)
    expect(content(nameOf(given[1] ?? '')).toString()).toBe('mine')
    const second = nameOf(given[1] ?? '').replace('.pdf', ' (2).pdf')
    expect((await desk.lines(id))[1]).toMatchObject({ state: 'done', files: [second] })
    expect(content(second).subarray(0, 5).toString()).toBe('%PDF-')
    expect(there()).toHaveLength(4)
    // Once more: what is there already is found to be so.
    await ended(desk, await started(desk, given))
    expect(there()).toHaveLength(4)
  })

  test.each([
    ['errors', { kind: 'status', status: 502, count: 3 }],
    ['cut connections', { kind: 'reset', count: 3 }],
    ['limits (429, rule 70)', { kind: 'status', status: 429, retryAfter: 1, count: 5 }],
    ['limits that ask for long', { kind: 'status', status: 429, retryAfter: 600, count: 1 }],
  ])('%s: every file is saved whole in the end', async (_, fault) => {
    const desk = openDesk()
    const given = references(8)
    await control.fault({ method: 'GET', path: '/orders/*/voucher', skip: 2, ...fault })
    const id = await started(desk, given)
    await ended(desk, id)
    expect((await desk.batch(id)).counts).toEqual({ done: 8 })
    expect(there()).toEqual(given.map(nameOf).sort())
  })

  test('of which only half came are not saved, not even in part', async () => {
    const desk = openDesk()
    const given = references(8)
    const half = { method: 'GET', kind: 'truncated', count: 0 }
    await control.fault({ ...half, path: `/orders/${given[3]}/voucher` })
    const id = await started(desk, given)
    expect((await ended(desk, id)).counts).toEqual({ done: 7, failed: 1 })
    expect((await desk.lines(id))[3]).toMatchObject({ error: { code: 'UPSTREAM' }, state: 'failed' })
    expect(there()).toEqual(
      given
        .filter((_, at) => at !== 3)
        .map(nameOf)
        .sort(),
    )
  })

  test('that the server refuses by now are told line by line, and tried again by themselves', async () => {
    const desk = openDesk()
    const given = references(6)
    const { id: plan } = await desk.planned(given, action)
    const refusal = { method: 'GET', kind: 'status', status: 409, count: 0 }
    await control.fault({ ...refusal, path: `/orders/${given[2]}/voucher` })
    const started = await desk.handlers.saveVouchers({ profile: profileId, plan }, caller)
    const id = value(started).batch ?? ''
    expect((await ended(desk, id)).counts).toEqual({ done: 5, failed: 1 })
    expect((await desk.lines(id))[2]).toMatchObject({ state: 'failed', error: { code: 'NO_VOUCHER' } })
    expect(existsSync(join(folder, nameOf(given[2] ?? '')))).toBe(false)
    await control.clear()
    const { plan: again } = value(await desk.handlers.retryFailed({ batch: id }, caller))
    expect(await desk.at(again, 'planned')).toMatchObject({ toSend: 1, lines: 1 })
    const retried = value(await desk.handlers.saveVouchers({ profile: profileId, plan: again }, caller))
    expect((await ended(desk, retried.batch ?? '')).counts).toEqual({ done: 1 })
    expect(there()).toEqual(given.map(nameOf).sort())
  })

  test('pause when the folder goes, every one that is in it whole, and go on with every line once it is back', async () => {
    const desk = openDesk()
    const given = references(30)
    await control.fault({ kind: 'delay', method: 'GET', path: '/orders/*/voucher', delayMs: 40, count: 0 })
    const id = await started(desk, given)
    await vi.waitFor(() => expect(there().length).toBeGreaterThan(3), patience)
    const away = join(home, 'elsewhere')
    renameSync(folder, away)
    expect(await ended(desk, id, 'paused')).toMatchObject({ why: 'folder-gone' })
    await vi.waitFor(async () => {
      const { done = 0, queued = 0 } = (await desk.batch(id)).counts
      expect(done + queued).toBe(30)
    }, patience)
    expect(existsSync(folder)).toBe(false)
    for (const name of readdirSync(away).filter((each) => each.endsWith('.pdf'))) {
      expect(readFileSync(join(away, name), 'latin1')).toMatch(/^%PDF-.*%%EOF\s*$/s)
    }
    renameSync(away, folder)
    value(await desk.handlers.resumeBatch({ profile: profileId, batch: id }, caller))
    expect((await ended(desk, id)).counts).toEqual({ done: 30 })
    // A file that had its name when the folder went may still have the other one beside it.
    expect(there().filter((name) => name.endsWith('.pdf'))).toEqual(given.map(nameOf).sort())
  })

  test('can be stopped: files that were saved stay, the rest is not fetched', async () => {
    const desk = openDesk()
    await control.fault({ kind: 'delay', method: 'GET', path: '/orders/*/voucher', delayMs: 60, count: 0 })
    const id = await started(desk, references(40))
    await vi.waitFor(() => expect(there().length).toBeGreaterThan(3), patience)
    value(await desk.handlers.stopBatch({ batch: id }, caller))
    await vi.waitFor(async () => {
      const { done = 0, withdrawn = 0 } = (await desk.batch(id)).counts
      expect(done + withdrawn).toBe(40)
    }, patience)
    expect(there()).toHaveLength((await desk.batch(id)).counts.done ?? 0)
    expect(there().length).toBeLessThan(20)
  })

  test('go on after a restart where they were, and nothing is there twice', async () => {
    const path = join(home, 'journal.db')
    const desk = openDesk(path)
    const given = references(30)
    await control.fault({ kind: 'delay', method: 'GET', path: '/orders/*/voucher', delayMs: 40, count: 0 })
    const id = await started(desk, given)
    await vi.waitFor(() => expect(there().length).toBeGreaterThan(5), patience)
    desk.journal.stop()
    desk.file.close()
    desks.splice(0)
    // As after a kill between the file and its note: what was under way has its file, and nobody knows of it.
    await new Promise((resolve) => setTimeout(resolve, 400))
    const again = openDesk(path)
    await again.journal.open()
    expect((await ended(again, id)).counts).toEqual({ done: 30 })
    await vi.waitFor(() => expect(there()).toEqual(given.map(nameOf).sort()))
  })
})

test('the file of a batch names the files that were saved', async () => {
  const desk = openDesk()
  const [order = ''] = references(1)
  const id = await started(desk, [order])
  await ended(desk, id)
  const csv = join(home, 'batch.csv')
  desk.saveTo(csv)
  value(await desk.handlers.exportBatch({ batch: id }, caller))
  expect(readFileSync(csv, 'utf8')).toContain(nameOf(order))
  // A guest who asks to be forgotten is told of it, and nothing points to its part any more.
  const noted = await desk.journal.store.privacy.lists({ profile: profileId })
  expect(noted.map(({ path }) => path)).toEqual([csv])
})
