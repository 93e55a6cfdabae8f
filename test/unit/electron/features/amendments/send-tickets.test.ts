import type { amendmentsOperations } from '@shared/features/amendments'
import type { CancellableOrder } from '@shared/features/cancellations'
import type { InputOf } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { beforeEach, describe, expect, test } from 'vitest'
import { describeSendTickets } from '../../../../../electron/features/amendments'
import { createSendTickets } from '../../../../../electron/features/amendments/send-tickets'
import { aBooking, anOrderWith } from '../../../../support/cancellable-order'
import { createOrderDesk, lostAnswer } from '../../../../support/order-desk'

type Input = InputOf<(typeof amendmentsOperations)['sendTickets']>

const booker = {
  contact_type: 'BOOKER',
  contact_uid: 'c1',
  contact_version: 2,
  contact_email: 'amara@example.com',
}
const order = (change: object = {}): CancellableOrder =>
  anOrderWith({ order_distributor_id: '501', order_loyalty: 7, order_contacts: [booker], ...change } as never)
const saved = (change: object = {}) => order({ order_version: 4, ...change })
const day = 24 * 60 * 60_000

let desk: ReturnType<typeof createOrderDesk>

beforeEach(() => {
  desk = createOrderDesk()
  desk.get.mockResolvedValue(ok(order()))
  desk.update.mockResolvedValue(ok(saved()))
})

const run = (change: Partial<Input> = {}) =>
  createSendTickets(desk)(
    {
      profile: 'canal-tours',
      order: 'PRI8841203977',
      recipient: 'amara@example.com',
      seen: { orderVersion: 3, priceTotal: '44.00' },
      ...change,
    },
    { windowId: 1 },
  )
async function operation(): Promise<string> {
  const [id = ''] = await desk.operations(run())
  return id
}
const entry = (id: string) => desk.entry(id)

describe('sending tickets again', () => {
  test('saves the order as it was just read, with the tickets to be mailed, once', async () => {
    const id = await operation()
    expect(desk.update).toHaveBeenCalledOnce()
    const [reference, body, options] = desk.update.mock.calls[0] ?? []
    expect([reference, options]).toEqual(['PRI8841203977', { operationId: id }])
    expect(JSON.parse(body ?? '')).toEqual({
      data: {
        order: {
          order_settlement_type: 'DIRECT',
          order_pricing: {},
          order_distributor_id: '501',
          order_loyalty: 7,
          order_contacts: [{ contact_type: 'BOOKER', contact_uid: 'c1', contact_email: 'amara@example.com' }],
          order_bookings: [],
          order_options: { email_options: { email_types: { send_tickets: true } } },
        },
      },
    })
    expect(desk.get.mock.lastCall).toEqual(['PRI8841203977', { fresh: true }])
    expect(entry(id)).toMatchObject({ state: 'done', settledBy: 'answer', othersChanged: false })
  })

  test('says of itself to whom, and how the order stood before and after', async () => {
    expect(describeSendTickets(entry(await operation()))).toEqual({
      target: { level: 'order' },
      recipient: 'amara@example.com',
      effect: {
        currency: 'EUR',
        before: { orderVersion: 3, status: 'ORDER_CONFIRMED', total: '44.00' },
        after: { orderVersion: 4, status: 'ORDER_CONFIRMED', total: '44.00' },
        refunds: [],
        differences: [],
      },
    })
  })

  test('a total that moved with it is told (rule 118)', async () => {
    desk.update.mockResolvedValue(ok(saved({ order_pricing: { price_total: '40.00' } })))
    const { effect } = describeSendTickets(entry(await operation()))
    expect(effect.differences).toEqual([
      { what: 'TOTAL', expected: { low: '44.00', high: '44.00' }, actual: '40.00' },
    ])
  })
})

describe('is refused, with nothing recorded and nothing sent,', () => {
  const refusedWith = async (code: string, change: Partial<Input> = {}) => {
    expect(await run(change)).toMatchObject({ ok: false, error: { code, changed: 'no' } })
    expect(desk.update).not.toHaveBeenCalled()
    expect(desk.file.list({ profile: 'canal-tours' }, undefined, 10).entries).toEqual([])
  }

  test.each([
    ['is cancelled', { order_status: 'ORDER_CANCELLED' }, 'ORDER_CANCELLED'],
    ['has nobody to mail to', { order_contacts: [{ contact_type: 'BOOKER' }] }, 'NO_RECIPIENT'],
    [
      'has no voucher that is released',
      { order_bookings: [{ ...aBooking(), booking_voucher_released: false }] },
      'VOUCHERS_NOT_RELEASED',
    ],
    [
      'would have the mail go to somebody else than was confirmed',
      { order_contacts: [{ ...booker, contact_email: 'other@example.com' }] },
      'ORDER_CHANGED',
    ],
    ['is another version than was seen', { order_version: 4 }, 'ORDER_CHANGED'],
  ])('when the order %s', async (_, change, code) => {
    desk.get.mockResolvedValue(ok(order(change)))
    await refusedWith(code)
  })

  test('when the order cannot be read', async () => {
    desk.get.mockResolvedValue(err(appError('OFFLINE', 'no network')))
    await refusedWith('OFFLINE')
  })
})

describe('between the check and the request', () => {
  test.each([
    ['the order moved', ok(order({ order_version: 4 })), 'ORDER_CHANGED'],
    ['the order was cancelled', ok(order({ order_status: 'ORDER_CANCELLED' })), 'ORDER_CANCELLED'],
    ['the network went', err(appError('OFFLINE', 'no network')), 'OFFLINE'],
    ['the read met a conflict', err(appError('CONFLICT', 'HTTP 409')), 'UPSTREAM'],
    ['the order became one that cannot be sent back', ok(order({ order_options: 'none' })), 'UPSTREAM'],
  ])('%s: nothing is sent, and the entry says so', async (_, second, code) => {
    desk.get.mockResolvedValueOnce(ok(order())).mockResolvedValue(second)
    const id = await operation()
    expect(desk.update).not.toHaveBeenCalled()
    expect(entry(id)).toMatchObject({ state: 'failed', error: { code, changed: 'no' } })
  })
})

describe('an unknown outcome', () => {
  beforeEach(() => desk.update.mockResolvedValue(lostAnswer))

  test('is looked up once and left to a person, although the order moved: that proves no e-mail', async () => {
    desk.get
      .mockResolvedValueOnce(ok(order()))
      .mockResolvedValueOnce(ok(order()))
      .mockResolvedValue(ok(saved()))
    const id = await operation()
    expect(entry(id)).toMatchObject({ state: 'needs-review' })
    expect(describeSendTickets(entry(id)).effect).toMatchObject({
      before: { orderVersion: 3 },
      after: { orderVersion: 4 },
    })
  })

  test('is never sent again, however long it stays open', async () => {
    const id = await operation()
    await desk.time.pass(day)
    expect(desk.update).toHaveBeenCalledOnce()
    expect(entry(id).state).toBe('needs-review')
  })

  test('keeps a second one from being sent, and names the first', async () => {
    const id = await operation()
    expect(await run()).toMatchObject({
      ok: false,
      error: { code: 'ALREADY_IN_PROGRESS', params: { operation: id } },
    })
    expect(desk.update).toHaveBeenCalledOnce()
  })
})

test('a refusal of the server is a failure that changed nothing, after which it may be asked for again', async () => {
  desk.update.mockResolvedValueOnce(err(appError('INVALID_INPUT', 'HTTP 422', { upstream: { status: 422 } })))
  const first = await operation()
  expect(entry(first)).toMatchObject({ state: 'failed', error: { changed: 'no' } })
  expect(entry(await operation()).state).toBe('done')
})
