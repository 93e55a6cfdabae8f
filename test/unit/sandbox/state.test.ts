import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestSandbox, testClock } from './support/client'
import { controlOf, FAULT_TOKEN } from './support/control'
import { cancelled, remove, scenario, ticketId } from './support/orders'

let stateDir: string
beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'sandbox-state-'))
})
afterEach(() => rm(stateDir, { recursive: true, force: true }))

const config = () => ({ stateDir, orders: 700, faultToken: FAULT_TOKEN, validate: false })

describe('what was changed', () => {
  it('is still changed after a restart, with all its versions; all else is as it was', async () => {
    const clock = testClock()
    const first = await startTestSandbox(config(), clock)
    const order = await scenario(first, 'DEMO-AMENDED')
    const other = await scenario(first, 'DEMO-JPY')
    const after = await cancelled(first, order, `product_type_transaction_id=${ticketId(order, 1)}`)
    await first.sandbox.close()

    clock.advance(60_000)
    const second = await startTestSandbox(config(), clock)
    expect(await second.order(order.order_reference)).toEqual(after)
    for (const version of [1, 2, 3, 4]) {
      const old = await second.get(`/orders/${order.order_reference}?order_version=${version}`)
      expect(old.json.data?.order?.order_version).toBe(version)
    }
    expect(await second.order(other.order_reference)).toEqual(other)
    const again = await remove(second, order, `product_type_transaction_id=${ticketId(order, 1)}`)
    expect(again.status).toBe(409)
    await second.sandbox.close()
  })

  it('is on disk before the answer goes out', async () => {
    const client = await startTestSandbox(config())
    const order = await scenario(client, 'DEMO-JPY')
    await cancelled(client, order)
    const stored = JSON.parse(
      await readFile(join(stateDir, 'orders', `${order.order_reference}.json`), 'utf8'),
    )
    expect(stored.versions.at(-1)).toMatchObject({ order_version: 2, order_status: 'ORDER_CANCELLED' })
    expect((await readdir(join(stateDir, 'orders'))).filter((name) => name.endsWith('.new'))).toEqual([])
    await client.sandbox.close()
  })

  it('keeps numbers that a double cannot hold, digit by digit', async () => {
    const first = await startTestSandbox(config())
    const order = await scenario(first, 'DEMO-UNKNOWN-FIELDS')
    const before = await first.get(`/orders/${order.order_reference}`)
    for (const digits of ['159118380521834001', '20.50', '1250.000'])
      expect(before.text).toMatch(new RegExp(`[:\\s]${digits}[,}]`))
    await cancelled(first, order, `product_type_transaction_id=${ticketId(order)}`)
    await first.sandbox.close()
    const second = await startTestSandbox(config())
    const after = await second.get(`/orders/${order.order_reference}`)
    for (const digits of ['159118380521834001', '20.50', '1250.000'])
      expect(after.text).toMatch(new RegExp(`[:\\s]${digits}[,}]`))
    await second.sandbox.close()
  })

  it('includes a supplier that answers after the restart', async () => {
    const clock = testClock()
    const first = await startTestSandbox({ ...config(), processingMs: 5000 }, clock)
    const order = await scenario(first, 'DEMO-SUPPLIER-LATER')
    await cancelled(first, order)
    await first.sandbox.close()
    clock.advance(5000)
    const second = await startTestSandbox({ ...config(), processingMs: 5000 }, clock)
    expect((await second.order(order.order_reference)).order_status).toBe('ORDER_CANCELLED')
    await second.sandbox.close()
  })

  it('is set aside when its file is damaged, and the order is as it was made', async () => {
    const first = await startTestSandbox(config())
    const order = await scenario(first, 'DEMO-JPY')
    await cancelled(first, order)
    await first.sandbox.close()
    const file = join(stateDir, 'orders', `${order.order_reference}.json`)
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, 500))
    const second = await startTestSandbox(config())
    expect(await second.order(order.order_reference)).toEqual(order)
    expect(await readdir(join(stateDir, 'orders'))).toEqual([`${order.order_reference}.json.damaged`])
    await second.sandbox.close()
  })
})

describe('the data set', () => {
  it('keeps its dates from the first start on, and gains a day of orders per day', async () => {
    const clock = testClock()
    const first = await startTestSandbox(config(), clock)
    const order = await scenario(first, 'DEMO-JPY')
    const known = (await first.list('')).total_items
    await first.sandbox.close()
    clock.advance(10 * 86_400_000)
    const second = await startTestSandbox(config(), clock)
    expect(await second.order(order.order_reference)).toEqual(order)
    const { items } = await second.list('items_per_page=30')
    const newer = items.filter((each) => Date.parse(each.order_created) > clock() - 10 * 86_400_000)
    expect(newer.length).toBe(Math.floor((700 / 365) * 10))
    expect((await second.list('')).total_items).toBeGreaterThan(known - 25)
    await second.sandbox.close()
  })

  it('refuses a folder that was made with another seed', async () => {
    const first = await startTestSandbox({ ...config(), seed: 1 })
    await first.sandbox.close()
    await expect(startTestSandbox({ ...config(), seed: 2 })).rejects.toThrow(/belongs to seed 1, not 2/)
  })
})

describe('a reset', () => {
  it('brings everything back to how it was made, in memory and on disk, dated from now', async () => {
    const clock = testClock()
    const client = await startTestSandbox({ ...config(), tokenSeconds: 1_000_000 }, clock)
    const order = await scenario(client, 'DEMO-JPY')
    await cancelled(client, order)
    clock.advance(86_400_000)
    await client.sandbox.reset()
    const fresh = await client.order(order.order_reference)
    expect(fresh).toMatchObject({ order_version: 1, order_status: 'ORDER_CONFIRMED' })
    expect(Date.parse(fresh.order_created)).toBe(Date.parse(order.order_created) + 86_400_000)
    expect(await readdir(join(stateDir, 'orders'))).toEqual([])
    await client.sandbox.close()
  })
})

describe('the ledger', () => {
  it('outlives the process, also with a last line that was cut off', async () => {
    const first = await startTestSandbox(config())
    await remove(first, await scenario(first, 'DEMO-JPY'))
    await first.sandbox.close()
    const file = join(stateDir, 'ledger.jsonl')
    await writeFile(file, `${await readFile(file, 'utf8')}{"id":"cut-o`)
    const second = await startTestSandbox(config())
    const [arrival] = await controlOf(second).arrivals('DELETE')
    expect(arrival).toMatchObject({ status: 200, committed: { version: 2 } })
    await second.sandbox.close()
  })
})
