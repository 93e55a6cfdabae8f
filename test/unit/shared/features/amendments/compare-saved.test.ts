import { savedDifferences } from '@shared/features/amendments'
import { describe, expect, test } from 'vitest'

const before = {
  order_version: 1,
  order_status: 'ORDER_CONFIRMED',
  order_external_reference: 'WEB-1',
  order_pricing: { price_total: '44.00' },
  order_contacts: [{ contact_type: 'BOOKER', contact_version: 1 }],
  order_notes: [{ note_value: 'Pram', note_created: '2026-01-01T10:00:00+01:00' }],
}
const amendment = {
  fields: [{ path: ['order_external_reference'], seen: 'WEB-1', wanted: 'WEB-2' }],
  note: { text: 'Late', recipients: ['DISTRIBUTOR'] },
}
const signed = { note_value: 'Late', note_recipients: ['DISTRIBUTOR'], note_creator_user_name: 'Amara' }
const after = {
  order_version: 2,
  order_status: 'ORDER_UPDATED',
  order_external_reference: 'WEB-2',
  order_pricing: { price_total: '44.00' },
  order_contacts: [{ contact_type: 'BOOKER', contact_version: 2 }],
  order_notes: [before.order_notes[0], signed],
  order_options: { email_options: { email_types: { send_tickets: false } } },
}
const fieldsOf = (change: object) =>
  savedDifferences(before, amendment, { ...after, ...change }).map(({ path, before: sent, after: came }) => [
    path.map(({ field }) => field).join('.'),
    sent,
    came,
  ])

describe('an order that came back against the one that was sent', () => {
  test('is the same where only the server wrote: version, status, dates, who wrote a note', () => {
    expect(fieldsOf({})).toEqual([])
  })

  test.each([
    [
      'a field that was not taken',
      { order_external_reference: 'WEB-1' },
      ['order_external_reference', 'WEB-2', 'WEB-1'],
    ],
    [
      'a total that moved',
      { order_pricing: { price_total: '40.00' } },
      ['order_pricing.price_total', '44.00', '40.00'],
    ],
    [
      'a status that is not of a save',
      { order_status: 'ORDER_ON_HOLD' },
      ['order_status', 'ORDER_CONFIRMED', 'ORDER_ON_HOLD'],
    ],
    ['a note that was lost', { order_notes: [signed] }, ['order_notes', undefined, undefined]],
    [
      'other readers of the note than were chosen',
      { order_notes: [before.order_notes[0], { ...signed, note_recipients: ['SUPPLIER'] }] },
      ['order_notes.note_recipients', 'DISTRIBUTOR', undefined],
    ],
  ])('differs by %s', (_, change, difference) => {
    expect(fieldsOf(change)).toContainEqual(difference)
  })
})
