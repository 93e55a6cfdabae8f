import { foreignChanges, toChangedOrder } from '@shared/features/amendments'
import { describe, expect, test } from 'vitest'

const order = (order_version: unknown, events: object[] = []) => ({
  order_reference: 'PRI8841203977',
  order_version,
  order_modified: '2026-11-20T10:00:00+01:00',
  order_modified_name: 'Marieke',
  order_pricing: { price_total: '44.00' },
  order_bookings: [{ product_currency_code: 'EUR' }],
  order_event_details: events,
})
const step = (from: number, to: number, othersChanged = false) => ({ from, to, othersChanged })
const versions = (version: unknown, own: ReturnType<typeof step>[] = []) =>
  foreignChanges(order(version), own).map((change) => change.version)

describe('versions that no operation of ours made', () => {
  test.each([
    ['none of an order that was never changed', 1, [], []],
    ['all where we did nothing', 3, [], [3, 2]],
    ['none where each is ours', 3, [step(1, 2), step(2, 3)], []],
    ['those around ours', 4, [step(2, 3)], [4, 2]],
    ['none where one operation of ours made several', 4, [step(1, 4)], []],
    ['the rest where others changed it around ours', 4, [step(1, 4, true)], [3, 2]],
    ['none of an order without a version', undefined, [], []],
    ['none of an order with an odd version', 'x', [], []],
  ])('%s', (_, version, own, foreign) => {
    expect(versions(version, own)).toEqual(foreign)
  })

  test('are told with what the order says of each', () => {
    const event = {
      event_order_version: 2,
      event_type: 'ORDER_UPDATE',
      event_creator_user_name: 'Andrew',
      event_created: '2026-11-19T10:00:00+01:00',
    }
    expect(foreignChanges(order(3, [event]), [])).toEqual([
      { version: 3 },
      { version: 2, type: 'ORDER_UPDATE', by: 'Andrew', at: '2026-11-19T10:00:00+01:00' },
    ])
  })
})

test('an order that we alone changed is not listed; another one is, with who changed it last', () => {
  expect(toChangedOrder(order(2), [step(1, 2)], false)).toBeUndefined()
  expect(toChangedOrder(order(2), [], true)).toEqual({
    order: 'PRI8841203977',
    version: 2,
    changes: [{ version: 2 }],
    unsettled: true,
    modified: '2026-11-20T10:00:00+01:00',
    modifiedBy: 'Marieke',
    total: '44.00',
    currency: 'EUR',
  })
  expect(toChangedOrder({ order_version: 2 }, [], false)).toBeUndefined()
})
