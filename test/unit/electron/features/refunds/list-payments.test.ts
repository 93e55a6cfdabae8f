import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { DistributorApi } from '../../../../../electron/api'
import { createListPayments } from '../../../../../electron/features/refunds/list-payments'

const payment = (id: string, change: object = {}) => ({
  payment_id: id,
  payment_order_reference: 'PRI8841203977',
  payment_type: 'CAPTURE',
  payment_status: 'PAID',
  payment_amount: '44.00',
  payment_currency_amount: '50.16',
  payment_currency_code: 'USD',
  ...change,
})
const page = (items: readonly unknown[], change: object = {}) =>
  ok({ value: { data: { items, items_per_page: 2, total_items: 3, ...change } } })

const list = vi.fn<(filters: object) => Promise<unknown>>()
const api = { for: () => ({ payments: { list } }) } as unknown as DistributorApi
const read = (change: object = {}) =>
  createListPayments({ api, now: () => 7 })(
    { profile: 'canal-tours', startIndex: 1, ...change },
    { windowId: 1 },
  )

beforeEach(() => list.mockReset())

describe('a page of payments', () => {
  test('holds what the API sent, and begins the next one where its own rows end (rule 35)', async () => {
    list.mockResolvedValue(page([payment('p1'), payment('p2')]))
    expect(await read()).toMatchObject({
      ok: true,
      value: {
        rows: [
          { id: 'p1', order: 'PRI8841203977', paid: { amount: '50.16', currency: 'USD' } },
          { id: 'p2' },
        ],
        totalItems: 3,
        nextStartIndex: 3,
        unreadable: 0,
        fetchedAt: 7,
      },
    })
    expect(list.mock.calls).toEqual([[{ start_index: 1, items_per_page: 100 }]])
  })

  test('is the last when the set ends with it, and when the API pages no further (rule 36)', async () => {
    list.mockResolvedValue(page([payment('p3')]))
    expect(await read({ startIndex: 3 })).toMatchObject({ value: { nextStartIndex: undefined } })
    list.mockResolvedValue(page([payment('p1'), payment('p2')], { total_items: 90_000 }))
    expect(await read({ startIndex: 9_999 })).toMatchObject({ value: { nextStartIndex: undefined } })
  })

  test('counts what has no id and shows the rest, whatever else is missing', async () => {
    list.mockResolvedValue(
      page([{ payment_status: 'PAID' }, null, { payment_id: 'p9', payment_status: 'NEW_ONE' }]),
    )
    expect(await read()).toMatchObject({
      value: { rows: [{ id: 'p9', status: 'NEW_ONE' }], unreadable: 2 },
    })
  })

  test('that cannot be read is an error', async () => {
    list.mockResolvedValue(err(appError('OFFLINE', 'no network')))
    expect(await read()).toMatchObject({ ok: false, error: { code: 'OFFLINE' } })
  })
})

describe('a search', () => {
  test('by what looks like a payment id asks for that alone', async () => {
    const id = 'f44226c0-e142-11ea-86d2-83036af9991e'
    list.mockResolvedValue(page([payment(id)]))
    await read({ search: id })
    expect(list.mock.calls).toMatchObject([[{ payment_id: id }]])
  })

  test('asks by each reference it could be, until one finds something', async () => {
    list
      .mockResolvedValueOnce(err(appError('NOT_FOUND', 'HTTP 404')))
      .mockResolvedValueOnce(page([], { total_items: 0 }))
      .mockResolvedValueOnce(page([payment('p1')]))
    expect(await read({ search: 'REF-12345678' })).toMatchObject({ value: { rows: [{ id: 'p1' }] } })
    expect(list.mock.calls.map(([filters]) => Object.keys(filters)[2])).toEqual([
      'order_reference',
      'payment_service_provider_reference',
      'payment_merchant_reference',
    ])
  })

  test('stops at an error that says nothing about the key', async () => {
    list.mockResolvedValue(err(appError('OFFLINE', 'no network')))
    expect(await read({ search: 'REF-12345678' })).toMatchObject({ error: { code: 'OFFLINE' } })
    expect(list).toHaveBeenCalledOnce()
  })

  test('for less than a reference asks nothing', async () => {
    expect(await read({ search: 'short' })).toMatchObject({ error: { code: 'INVALID_INPUT' } })
    expect(list).not.toHaveBeenCalled()
  })
})
