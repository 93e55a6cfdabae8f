import {
  catchingUp,
  contactEditProblem,
  contactEdits,
  editedContact,
  newestRevision,
  placeOnOrder,
} from '@shared/features/contacts'
import { describe, expect, test } from 'vitest'

const copy = {
  contact_uid: 'c2',
  contact_version: 1,
  contact_name_last: 'Okafor',
  contact_email: 'old@example.com',
}
const contact = { ...copy, contact_version: 3, contact_email: 'new@example.com', contact_modified: '2026' }
const order = { order_contacts: [{ contact_type: 'GUEST' }, copy] }
const email = { path: ['contact_email'], seen: 'new@example.com', wanted: 'newest@example.com' }

test('a contact is found on an order by its key', () => {
  expect(placeOnOrder(order, 'c2')).toBe(1)
  expect(placeOnOrder(order, 'c9')).toBeUndefined()
  expect(placeOnOrder({ order_contacts: null }, 'c2')).toBeUndefined()
})

test('changing fields leaves the contact that was read as it is', () => {
  expect(editedContact(contact, [email])).toEqual({ ...contact, contact_email: 'newest@example.com' })
  expect(contact.contact_email).toBe('new@example.com')
})

test('what changes is told with the name of the contact', () => {
  expect(contactEdits(contact, [email])).toEqual([
    {
      path: [
        { field: 'order_contacts', entry: [{ field: 'contact_name_last', value: 'Okafor' }] },
        { field: 'contact_email' },
      ],
      kind: 'changed',
      before: 'new@example.com',
      after: 'newest@example.com',
    },
  ])
})

test('a field of an entry of a list is told with the name of the entry, not with its place', () => {
  const custom = [{ custom_field_name: 'Diet', custom_field_value: 'None' }]
  const diet = {
    path: ['contact_custom_fields', 0, 'custom_field_value'],
    ...{ seen: 'None', wanted: 'Nuts' },
  }
  const tax = { path: ['contact_company', 'company_tax_number'], seen: null, wanted: 'NL1' }
  expect(contactEdits({ ...contact, contact_custom_fields: custom }, [diet, tax])).toMatchObject([
    {
      path: [
        { field: 'order_contacts' },
        { field: 'contact_custom_fields', entry: [{ field: 'custom_field_name', value: 'Diet' }] },
        { field: 'custom_field_value' },
      ],
    },
    {
      path: [{ field: 'order_contacts' }, { field: 'contact_company' }, { field: 'company_tax_number' }],
    },
  ])
})

test('an order that is behind catches up with the contact as a whole (rule 191)', () => {
  expect(catchingUp(order, 1, contact)).toMatchObject([
    { kind: 'changed', before: 'old@example.com', after: 'new@example.com' },
  ])
  expect(catchingUp(order, 1, { ...copy, contact_version: 2, contact_modified: '2026' })).toEqual([])
})

test('the last address of an order stays (rules 151, 178)', () => {
  expect(contactEditProblem(order, 1, [{ ...email, wanted: null }])).toBe('NO_EMAIL_LEFT')
  expect(contactEditProblem(order, 1, [email])).toBeUndefined()
})

describe('the newest revision', () => {
  test.each([
    [
      'is the one with the highest number, wherever it stands',
      [{ contact_version: 1 }, { contact_version: '3' }, { contact_version: 2 }],
      1,
    ],
    ['is the first where none has a number', [{}, {}], 0],
    ['is not there in an empty list', [], undefined],
    ['is not there in what is no list', null, undefined],
  ])('%s', (_, items, expected) => {
    expect(newestRevision(items)).toBe(expected)
  })
})
