import type { ListChoice, MirrorQuery } from '@shared/features/mirror'
import { describe, expect, test } from 'vitest'
import { openedMirror, smallOrder } from '../../../../support/mirror-orders'

const newestFirst: MirrorQuery = { filters: {}, sort: { by: 'created', direction: 'desc' } }

const priced = (number: number, amount: string, rest: Readonly<Record<string, unknown>> = {}) =>
  smallOrder({
    order_reference: `ORDRREF0000${number}`,
    order_created: new Date(1_770_000_000_000 + number * 1000).toISOString(),
    order_pricing: { price_total: amount },
    order_bookings: [{ booking_reference: `B${number}`, product_currency_code: 'EUR' }],
    ...rest,
  })

async function listOf(orders: readonly unknown[]) {
  const { methods, take } = await openedMirror()
  await take(orders)
  const { list } = await methods['mirror.query']({ query: newestFirst, rows: 1 })
  const totals = async (choice?: ListChoice) => {
    const answer = await methods['mirror.totals']({ list, ...(choice ? { choice } : {}) })
    if (answer === 'gone') throw new Error('the list is gone')
    return answer
  }
  return { totals, methods }
}

describe('what orders of a list come to', () => {
  test('is of those that are chosen, and counts only those of them that are in the list', async () => {
    const { totals } = await listOf([priced(1, '1.00'), priced(2, '2.00'), priced(3, '4.00')])
    const references = ['ORDRREF00002', 'ORDRREF99999']
    expect(await totals()).toMatchObject({ orders: 3, byCurrency: [{ total: 700 }] })
    const some = await totals({ kind: 'some', references })
    expect(some).toMatchObject({ orders: 1, byCurrency: [{ orders: 1, total: 200 }] })
    const others = await totals({ kind: 'all-but', references })
    expect(others).toMatchObject({ orders: 2, byCurrency: [{ orders: 2, total: 500 }] })
    expect(await totals({ kind: 'some', references: ['ORDRREF99999'] })).toEqual({
      orders: 0,
      byCurrency: [],
      unpriced: 0,
    })
  })

  test('is right after an order was changed, one came and one left the list, in weeks that were added up before', async () => {
    const inWeek = (number: number, amount: string, rest = {}) =>
      priced(number, amount, {
        order_created: new Date(1_770_000_000_000 + number * 7 * 86_400_000).toISOString(),
        order_version: 1,
        order_status: 'ORDER_CONFIRMED',
        ...rest,
      })
    const { methods, take } = await openedMirror()
    const query: MirrorQuery = { filters: { statuses: ['ORDER_CONFIRMED'] }, sort: newestFirst.sort }
    const totals = async () => {
      const { list } = await methods['mirror.query']({ query, rows: 1 })
      return methods['mirror.totals']({ list })
    }
    await take([1, 2, 3].map((number) => inWeek(number, '1.00')))
    expect(await totals()).toMatchObject({ orders: 3, byCurrency: [{ orders: 3, total: 300 }] })
    await take([
      inWeek(1, '5.00', { order_version: 2 }),
      inWeek(2, '1.00', { order_version: 2, order_status: 'ORDER_CANCELLED' }),
      inWeek(4, '2.00'),
    ])
    expect(await totals()).toMatchObject({ orders: 3, byCurrency: [{ orders: 3, total: 800 }] })
  })

  test('says of how many the fee or what was given back is not known, and adds up the others', async () => {
    const refund = (amount: string) => ({
      order_payments: [{ payment_type: 'REFUND', payment_status: 'PAID', payment_amount: amount }],
    })
    const cancelled = (fee?: string) => ({
      order_bookings: [
        {
          product_currency_code: 'EUR',
          booking_status: 'BOOKING_CANCELLED',
          ...(fee === undefined ? {} : { booking_pricing: { price_total: fee } }),
        },
      ],
    })
    const { totals, methods } = await listOf([
      priced(1, '10.00', refund('2.50')),
      priced(2, '10.00', refund('some')),
      priced(3, '10.00', cancelled('1.00')),
      priced(4, '10.00', cancelled()),
      priced(5, 'free', refund('some')),
    ])
    const expected = {
      orders: 5,
      unpriced: 1,
      byCurrency: [
        {
          ...{ currency: 'EUR', orders: 4, total: 4000, fee: 100, refunded: 250 },
          ...{ feeUnknown: 1, refundedUnknown: 1 },
        },
      ],
    }
    expect(await totals()).toEqual(expected)
    for (;;) {
      const answer = await methods['mirror.overview']({ question: { filters: {}, zone: 'UTC' } })
      if (answer.state !== 'done') continue
      expect(answer.overview).toMatchObject(expected)
      break
    }
  })
})
