import { matchContact, matchPerson, type Subject } from '@shared/features/privacy'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const nobody: Subject = { emails: [], phones: [], references: [] }
const noor: Subject = {
  name: 'Noor de Vries',
  emails: ['noor@vries.example'],
  phones: ['+31 6 1234 5678'],
  references: [],
  birthDate: '1984-02-29',
}
const contact = (fields: object) => ({ contact_type: 'BOOKER', ...fields })
const orderOf = (...contacts: object[]) => ({ order_reference: 'PRI88412039', order_contacts: contacts })
const surety = (order: unknown, subject = noor) => matchPerson(subject, order)?.surety

describe('how surely', () => {
  test.each([
    ['her address, written otherwise', { contact_email: ' Noor@VRIES.example ' }, 'sure'],
    [
      'her address under another name',
      { contact_email: 'noor@vries.example', contact_name_last: 'Smit' },
      'likely',
    ],
    [
      'her number with her name',
      { contact_name_last: 'de Vries, Noor', contact_phone: '0031612345678' },
      'sure',
    ],
    ['her number as dialled at home', { contact_mobile: '06-12345678' }, 'likely'],
    [
      'her name and birth date',
      { contact_name_first: 'NOOR', contact_name_last: 'De Vries', contact_birth_date: '1984-02-29' },
      'sure',
    ],
    ['her name and nothing else', { contact_name_first: 'Noor', contact_name_last: 'de Vries' }, 'possible'],
    [
      'her name with another address',
      { contact_name_first: 'Noor', contact_name_last: 'de Vries', contact_email: 'n@other.example' },
      'someone-else',
    ],
    [
      'her name with another number',
      { contact_name_first: 'Noor', contact_name_last: 'de Vries', contact_phone: '+3220000000' },
      'someone-else',
    ],
    [
      'her name with another birth date',
      { contact_name_first: 'Noor', contact_name_last: 'de Vries', contact_birth_date: '2001-01-01' },
      'someone-else',
    ],
    [
      'her name, another address and her number',
      {
        contact_name_first: 'Noor',
        contact_name_last: 'de Vries',
        contact_email: 'n@other.example',
        contact_phone: '+31612345678',
      },
      'sure',
    ],
    [
      'somebody else',
      { contact_name_first: 'Jan', contact_name_last: 'Bakker', contact_email: 'jan@bakker.example' },
      undefined,
    ],
  ])('%s', (_what, fields, expected) => {
    expect(surety(orderOf(contact(fields)))).toBe(expected)
  })

  test('an order that has her beside a namesake is hers', () => {
    const namesake = contact({ contact_name_last: 'Noor de Vries', contact_email: 'n@other.example' })
    expect(surety(orderOf(namesake, contact({ contact_email: 'noor@vries.example' })))).toBe('sure')
  })

  test('an address that merely contains hers is not hers', () => {
    expect(surety(orderOf(contact({ contact_email: 'eleonoor@vries.example' })))).toBeUndefined()
    expect(surety(orderOf(contact({ contact_email: 'noor@vries.example.com' })))).toBeUndefined()
  })

  test('a contact of the contacts module is judged as one of an order', () => {
    expect(matchContact(noor, { contact_uid: 'c1', contact_email: 'noor@vries.example' })).toMatchObject({
      surety: 'sure',
      contacts: ['c1'],
    })
  })

  test('a reference that she gave is found, whatever its case and dashes', () => {
    const subject = { ...nobody, references: ['pri-88412039'] }
    expect(matchPerson(subject, orderOf())).toMatchObject({
      surety: 'sure',
      why: [{ what: 'reference', field: 'order_reference' }],
    })
  })

  test('reasons name fields and never hold values', () => {
    const found = matchPerson(
      noor,
      orderOf(contact({ contact_email: 'noor@vries.example', contact_phone: '+31612345678' })),
    )
    expect(JSON.stringify(found)).not.toMatch(/vries|1234/)
  })
})

/** Everywhere that people write to whom something belongs. */
const places: readonly ((value: string) => object)[] = [
  (value) => ({ order_contacts: [{ contact_email: value }] }),
  (value) => ({
    order_contacts: [{ contact_name_last: 'X', contact_notes: [{ note_value: `call ${value} first` }] }],
  }),
  (value) => ({ order_contacts: [{ contact_address: { notes: value } }] }),
  (value) => ({ order_notes: [{}, { note_value: `From ${value}, please` }] }),
  (value) => ({ order_custom_fields: [{ custom_field_name: 'k', custom_field_value: value }] }),
  (value) => ({ order_checkout_fields: [{ checkout_field_values: [{ checkout_field_value: [value] }] }] }),
  (value) => ({ order_bookings: [{ booking_notes: [{ note_value: value }] }] }),
  (value) => ({ order_bookings: [{ product_combi_details: [{ booking_notes: [{ note_value: value }] }] }] }),
  (value) => ({ order_payments: [{ payment_contact: { contact_name_first: 'Y', contact_email: value } }] }),
  (value) => ({
    order_payments: [
      { payment_gateway_details: { payment_gateway_additional_values: { psp_shopper_email: value } } },
    ],
  }),
  (value) => ({ something_new: { deep: [[value]] } }),
]

const word = fc.stringMatching(/^[a-z]{3,10}$/)
const email = fc.tuple(word, word).map(([name, host]) => `${name}@${host}.example`)
const spelling = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => ` ${text} `,
)
const notEmail = [0]

describe('nothing of hers is missed', () => {
  test('an address, wherever it stands and however it is spelt', () => {
    fc.assert(
      fc.property(email, fc.constantFrom(...places), spelling, (address, place, spelt) => {
        const found = matchPerson({ ...nobody, emails: [address] }, place(spelt(address)))
        expect(found?.surety).toMatch(/sure|likely/)
      }),
      { numRuns: 300 },
    )
  })

  test('a number, wherever it stands and however it is written', () => {
    const digits = fc.stringMatching(/^6[1-9]\d{7}$/)
    const written = fc.constantFrom(
      (tail: string) => `+31${tail}`,
      (tail: string) => `0031 ${tail.slice(0, 1)} ${tail.slice(1)}`,
      (tail: string) => `+31 (0)${tail.slice(0, 3)}-${tail.slice(3)}`,
      (tail: string) => `0${tail}`,
    )
    const free = places.filter((_place, at) => !notEmail.includes(at) && at !== 8 && at !== 10)
    fc.assert(
      fc.property(digits, written, written, fc.constantFrom(...free), (tail, one, other, place) => {
        const found = matchPerson({ ...nobody, phones: [one(tail)] }, place(other(tail)))
        expect(found?.surety).toMatch(/likely/)
      }),
      { numRuns: 300 },
    )
  })

  test('a full name in any order and case, with or without its accents', () => {
    const names = fc.tuple(fc.constantFrom('Zoë', 'José', 'Łukasz', 'Søren'), word)
    fc.assert(
      fc.property(
        names,
        fc.constantFrom(...places.slice(1)),
        fc.boolean(),
        ([first, last], place, flipped) => {
          const plain = first.normalize('NFD').replace(/\p{M}/gu, '')
          const text = flipped ? `${last.toUpperCase()} ${plain}` : `${first} ${last}`
          expect(matchPerson({ ...nobody, name: `${first} ${last}` }, place(text))).toBeDefined()
        },
      ),
      { numRuns: 300 },
    )
  })

  test('nothing that comes breaks it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (anything) => {
        matchPerson(noor, anything)
        matchPerson(noor, { order_contacts: anything, order_payments: [{ payment_contact: anything }] })
      }),
    )
  })
})
