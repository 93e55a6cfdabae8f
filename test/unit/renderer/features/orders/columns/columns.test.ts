import { type OrderRow, toOrderRow } from '@shared/features/orders'
import { deskOffsetMs } from '@shared/kernel/time'
import i18next, { type TFunction } from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  createdHint,
  createdText,
  travelHint,
  travelParts,
} from '../../../../../../renderer/features/orders/columns/moments'
import { statusParts } from '../../../../../../renderer/features/orders/columns/status-parts'
import {
  rememberTickets,
  ticketsParts,
  ticketsText,
} from '../../../../../../renderer/features/orders/columns/tickets'
import { totalParts } from '../../../../../../renderer/features/orders/columns/total-parts'
import { wordOf } from '../../../../../../renderer/features/orders/columns/word-of'
import { createFormat } from '../../../../../../renderer/lib/format'
import { startI18n } from '../../../../../../renderer/lib/i18n'

let t: TFunction<'orders'>
const format = createFormat('en')
beforeAll(async () => {
  await startI18n('en')
  t = i18next.getFixedT('en', 'orders')
})

function row(over: Partial<OrderRow> = {}): OrderRow {
  const empty = toOrderRow({ order_reference: 'PRI1' })
  if (!empty) throw new Error('an order needs no more than a reference')
  return { ...empty, ...over }
}
const travel = (at: string, dateOnly = false) => ({ travel: [{ at, dateOnly }] })

/** No desk is here. */
const far = '+05:45'
/** The desk's clock at an instant, "15:07", and its weekday. */
const deskTime = (epochMs: number) => new Date(epochMs + deskOffsetMs(epochMs)).toISOString().slice(11, 16)
const deskDay = (epochMs: number) =>
  new Date(epochMs + deskOffsetMs(epochMs)).toLocaleDateString('en-GB', { weekday: 'short', timeZone: 'UTC' })

describe('when the guest travels', () => {
  it('is the activity’s own clock first, and the desk’s beside it where it differs (rule 48)', () => {
    const at = `2027-11-20T12:30:00${far}`
    const [there, here] = travelParts(row(travel(at)), format, t)
    expect(there).toEqual({ text: 'Sat 20 Nov 2027 12:30' })
    expect(here?.look).toBe('dimmed')
    expect(here?.text).toBe(`${deskTime(Date.parse(at))} here`)
  })

  it('names the day at the desk where it is another one', () => {
    const at = `2027-11-20T00:15:00${far}`
    const wanted = `${deskDay(Date.parse(at))} ${deskTime(Date.parse(at))} here`
    expect(travelParts(row(travel(at)), format, t)[1]?.text).toBe(wanted)
  })

  it('is only the day where only the day is meant, and the desk’s clock says nothing then (rules 84, 87)', () => {
    expect(travelParts(row(travel(`2027-11-20T00:00:00${far}`, true)), format, t)).toEqual([
      { text: 'Sat 20 Nov 2027' },
    ])
  })

  it('says how many more there are, a dash for none, and what cannot be read as it came', () => {
    const moment = { at: 'some day', dateOnly: false }
    const more = travelParts(row({ travel: [moment, moment, moment] }), format, t)
    expect(more).toEqual([{ text: 'some day' }, { text: '+2', look: 'dimmed' }])
    expect(travelParts(row({ travel: [] }), format, t)).toEqual([{ text: '–', look: 'dimmed' }])
  })

  it('is told in full on hover, with its offset', () => {
    const at = `2027-11-20T12:30:00${far}`
    expect(travelHint(row(travel(at)), format, t)).toMatch(
      /^Sat,? 20 Nov 2027,? 12:30 \(UTC\+05:45\) · .* here$/,
    )
    expect(travelHint(row(travel('2027-11-20T12:30:00-03:30')), format, t)).toContain('(UTC-03:30)')
    expect(travelHint(row(travel('some day')), format, t)).toBe('some day')
    expect(travelHint(row({ travel: [] }), format, t)).toBeUndefined()
  })
})

describe('when an order was made', () => {
  it('is on the desk’s clock, and on hover as sent', () => {
    const at = `2027-11-20T12:30:00${far}`
    expect(createdText(at, format)).toContain(deskTime(Date.parse(at)))
    expect(createdHint(at, format)).toContain('(UTC+05:45)')
    expect(createdText('lately', format)).toBe('lately')
    expect(createdText(undefined, format)).toBe('–')
    expect(createdHint(undefined, format)).toBeUndefined()
  })
})

describe('the total of an order', () => {
  it('has the currency of its bookings, and computes nothing where that is missing or mixed (rule 121)', () => {
    const total = (currency: OrderRow['currency'], amount: string | undefined = '54.00') =>
      totalParts(row({ total: amount, currency }), format, t)
    expect(total({ kind: 'one', code: 'EUR' })).toEqual([{ text: '€54.00' }])
    expect(total({ kind: 'none' })).toEqual([{ text: '54.00' }, { text: 'no currency', look: 'warning' }])
    const mixed = total({ kind: 'mixed', codes: ['EUR', 'USD'] })
    expect(mixed).toEqual([{ text: '54.00' }, { text: 'EUR + USD', look: 'warning' }])
  })

  it('is a dash where none came', () => {
    const none = row({ total: undefined, currency: { kind: 'one', code: 'EUR' } })
    expect(totalParts(none, format, t)).toEqual([{ text: '–', look: 'dimmed' }])
  })
})

describe('the status of an order', () => {
  const parts = (status: string | undefined, bookingStatuses: string[] = []) =>
    statusParts(row({ status, bookingStatuses }), t('status', { returnObjects: true }), t)

  it('is a word with a tone, and the API’s own word where it is a new one', () => {
    expect(parts('ORDER_CONFIRMED')).toEqual([
      { text: 'Confirmed', tone: 'confirmed', isChip: true, title: 'ORDER_CONFIRMED' },
    ])
    expect(parts('ORDER_ON_THE_MOON')).toMatchObject([{ text: 'ORDER_ON_THE_MOON', tone: 'unknown' }])
    expect(parts(undefined)).toMatchObject([{ text: 'No status', tone: 'unknown' }])
  })

  it('says how many of its bookings differ', () => {
    const [, note] = parts('ORDER_CONFIRMED', ['BOOKING_CONFIRMED', 'BOOKING_CANCELLED', 'BOOKING_CONFIRMED'])
    expect(note).toEqual({ text: '1/3', tone: 'cancelled', title: '1 of 3 cancelled' })
  })

  it('takes no name of something built in for a word', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'status.missing', '{{count}}', '$t(status)'])
      expect(wordOf({ missing: 'No status' }, name)).toBe(name)
    expect(parts('constructor')).toMatchObject([{ text: 'constructor' }])
  })
})

describe('the tickets of an order', () => {
  const tickets = (...of: OrderRow['tickets']) => row({ tickets: of })

  it('are those that stand by kind, the cancelled counted apart', () => {
    const some = tickets(
      { label: 'Adult', active: 2, cancelled: 1 },
      { label: undefined, active: 1, cancelled: 0 },
    )
    const counted = rememberTickets(t)
    expect(ticketsText(some, counted)).toBe('2 Adult 1 of unknown kind')
    expect(ticketsParts(some, counted, t)).toEqual([
      { text: '2 Adult 1 of unknown kind' },
      { text: '1 cancelled', look: 'dimmed' },
    ])
  })

  it('are struck when none stands', () => {
    const none = tickets({ label: 'Adult', active: 0, cancelled: 2 })
    const counted = rememberTickets(t)
    expect(ticketsParts(none, counted, t)).toEqual([{ text: '2 Adult', look: 'struck' }])
    expect(ticketsText(none, counted)).toBe('2 Adult')
  })
})
