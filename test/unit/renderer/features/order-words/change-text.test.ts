import { diffOrder } from '@shared/features/orders'
import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type ChangeGroup,
  type ChangeWords,
  groupChanges,
  stepText,
  valueText,
} from '../../../../../renderer/features/order-words/change-text'
import { createFormat } from '../../../../../renderer/lib/format'
import { startI18n } from '../../../../../renderer/lib/i18n'

beforeAll(() => startI18n('en'))

const words = (): ChangeWords => ({
  t: i18next.getFixedT('en', 'order'),
  format: createFormat('en'),
  currency: 'EUR',
  word: (list, value) => `${list}:${value}`,
  field: (name) => name.replace(/^.*?_/, ''),
})

const lines = (groups: readonly ChangeGroup[]) =>
  groups.flatMap(({ place, changes }) =>
    changes.map(({ path, before = '', after = '' }) => {
      const field = path.at(-1)?.field ?? ''
      const [was, is] = [before, after].map((value) => valueText(field, value, words()))
      const where = [...place, ...path.slice(-1)].map((step) => stepText(step, words()))
      return `${where.join(' › ')}: ${was} → ${is}`.replaceAll(/[\u2068\u2069]/g, '')
    }),
  )

const order = (total: string, status: string, price: string) => ({
  order_pricing: { price_total: total, price_fees: [{ fee_type: 'SERVICE', fee_amount: price }] },
  order_bookings: [
    { booking_reference: 'B1', booking_status: status, booking_pricing: { price_total: price } },
  ],
})

describe('changes in words', () => {
  it('put what happened before how the prices came about', () => {
    const { main, prices } = groupChanges(
      diffOrder(order('54.00', 'BOOKING_CONFIRMED', '2.00'), order('42.93', 'BOOKING_CANCELLED', '1.50')),
    )
    expect(lines(main)).toEqual([
      'pricing › total: €54.00 → €42.93',
      'bookings B1 › status: bookingStatus:BOOKING_CONFIRMED → bookingStatus:BOOKING_CANCELLED',
    ])
    expect(lines(prices)).toEqual([
      'pricing › fees fee:SERVICE › amount: €2.00 → €1.50',
      'bookings B1 › pricing › total: €2.00 → €1.50',
    ])
  })

  it('show a moment with the offset it was sent with (rule 48)', () => {
    expect(valueText('booking_travel_date', '2026-11-22T10:00:00-03:30', words())).toBe(
      'Sun, 22 Nov 2026, 10:00 (UTC-3:30)',
    )
  })

  it('show anything else as sent', () => {
    expect(valueText('constructor', 'x', words())).toBe('x')
    expect(valueText('contact_phone', '+31 6', words())).toBe('+31 6')
  })

  it('keep a text that turns others around within itself', () => {
    const step = { field: 'order_flags', entry: [{ field: 'flag_name', value: '\u202egnp' }] }
    expect(stepText(step, words())).toBe('flags \u2068\u202egnp\u2069')
  })
})
