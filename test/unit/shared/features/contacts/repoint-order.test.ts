import {
  repointAdvice,
  repointChanges,
  repointed,
  repointPlaces,
  repointProblem,
} from '@shared/features/contacts'
import { expect, test } from 'vitest'

const booker = {
  contact_uid: 'c1',
  contact_version: 4,
  contact_type: 'BOOKER',
  contact_name_last: 'Okafor',
  contact_email: 'amara@example.com',
}
const guest = { contact_type: 'GUEST', contact_name_last: 'Bakker' }
const kept = { ...booker, contact_uid: 'c9', contact_version: 7, contact_email: 'a.okafor@example.com' }
const order = { order_reference: 'A1', order_note: 'x', order_contacts: [guest, booker] }
const keys = { from: 'c1', to: 'c9' }

test('the contact that comes takes the place of the one that goes', () => {
  expect(repointPlaces(order, keys)).toEqual({ replaced: 1, removed: [] })
  expect(repointed(order, keys, kept)).toEqual({ ...order, order_contacts: [guest, kept] })
  expect(order.order_contacts).toEqual([guest, booker])
})

test('an order that has both only gives up the one, wherever it stands', () => {
  const both = { order_contacts: [booker, kept, booker] }
  expect(repointPlaces(both, keys)).toEqual({ replaced: undefined, removed: [0, 2] })
  expect(repointed(both, keys, kept)).toEqual({ order_contacts: [kept] })
  expect(repointChanges(both, keys, kept)).toMatchObject([{ kind: 'removed' }, { kind: 'removed' }])
})

test('one that the order has twice comes once', () => {
  expect(repointed({ order_contacts: [booker, booker] }, keys, kept)).toEqual({ order_contacts: [kept] })
})

test('an order that does not have the one that goes stays as it is', () => {
  for (const none of [{ order_contacts: [guest] }, { order_contacts: null }, {}]) {
    expect(repointPlaces(none, keys)).toEqual({ replaced: undefined, removed: [] })
    expect(repointChanges(none, keys, kept)).toEqual([])
  }
})

test('what changes is told as the key and the fields in which they differ, without what only counts', () => {
  const step = expect.objectContaining({ field: 'order_contacts' })
  expect(repointChanges(order, keys, kept)).toEqual([
    { path: [step, { field: 'contact_uid' }], kind: 'changed', before: 'c1', after: 'c9' },
    {
      path: [step, { field: 'contact_email' }],
      kind: 'changed',
      before: 'amara@example.com',
      after: 'a.okafor@example.com',
    },
  ])
})

test('an order that nobody could be reached on any more is refused; one on which nobody could be before is not', () => {
  const { contact_email: _, ...silent } = kept
  expect(repointProblem(order, keys, silent)).toBe('NO_EMAIL_LEFT')
  expect(repointProblem(order, keys, kept)).toBeUndefined()
  const mute = { order_contacts: [{ ...booker, contact_email: '' }] }
  expect(repointProblem(mute, keys, silent)).toBeUndefined()
})

test('an order that loses its booker, or gets a second one, is told of', () => {
  expect(repointAdvice(order, keys, { ...kept, contact_type: 'GUEST' })).toBe('NO_BOOKER_LEFT')
  expect(repointAdvice(order, keys, kept)).toBeUndefined()
  const two = {
    order_contacts: [
      { ...booker, contact_type: 'GUEST' },
      { ...guest, contact_type: 'BOOKER' },
    ],
  }
  expect(repointAdvice(two, keys, kept)).toBe('SEVERAL_BOOKERS')
})
