import { orderEvents } from '@shared/features/orders'
import { describe, expect, it } from 'vitest'

const types = (order: object) => orderEvents(order).map(({ type }) => type)

describe('what happened to an order', () => {
  it('comes newest first, whatever the offsets, unreadable moments last', () => {
    expect(
      types({
        order_event_details: [
          { event_type: 'SECOND', event_created: '2026-05-01T12:00:00+05:00' },
          { event_type: 'THIRD', event_created: '2026-05-01T12:00:00+02:00' },
          { event_type: 'UNDATED', event_created: 'yesterday' },
          { event_type: 'FIRST', event_created: '2026-04-30T12:00:00+02:00' },
        ],
      }),
    ).toEqual(['THIRD', 'SECOND', 'FIRST', 'UNDATED'])
  })

  it('names who did it, and falls back to the e-mail address', () => {
    const events = orderEvents({
      order_event_details: [
        { event_type: 'A', event_creator_user_name: 'Andrew', event_creator_user_role: 'Supervisor' },
        { event_type: 'B', event_creator_user_email: 'a@example.com', event_order_version: 2 },
      ],
    })
    expect(events).toMatchObject([
      { by: 'Andrew', role: 'Supervisor', version: undefined },
      { by: 'a@example.com', role: undefined, version: '2' },
    ])
  })

  it('adds the milestones of the order that no event tells', () => {
    expect(
      types({
        order_created: '2026-05-01T12:00:00+02:00',
        order_modified: '2026-05-02T12:00:00+02:00',
        order_cancellation_date_time: '2026-05-03T12:00:00+02:00',
        order_event_details: [{ event_type: 'AMENDED', event_created: '2026-05-02T10:00:00Z' }],
      }),
    ).toEqual(['ORDER_CANCEL', 'AMENDED', 'ORDER_CREATE'])
  })

  it('knows that an order which never changed was only made', () => {
    const at = '2026-05-01T12:00:00+02:00'
    expect(types({ order_created: at, order_modified: at })).toEqual(['ORDER_CREATE'])
    expect(types({})).toEqual([])
  })
})
