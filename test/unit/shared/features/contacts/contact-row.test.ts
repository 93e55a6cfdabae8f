import { contactMatcher, newestFirst, toContactRow } from '@shared/features/contacts'
import { describe, expect, test } from 'vitest'
import listed from '../../../../data/examples/get-contacts.response.json'

const [sample] = listed.data.items

describe('a row of the list of contacts', () => {
  test('shows the sample of the API with every field under its name', () => {
    expect(toContactRow(sample)).toEqual({
      uid: 'f44226c0-e142-11ea-86d2-83036af9991e',
      name: 'John Doe',
      firstName: 'John',
      lastName: 'Doe',
      type: 'GUEST',
      email: 'john.doe@example.com',
      phone: '+14155552671',
      mobile: '+14155552671',
      language: 'NL',
      company: 'Example LTD.',
      city: 'Amsterdam',
      country: 'The Netherlands',
      birthDate: '2025-06-29',
      classification: 'IMPORTANT',
      externalUid: 'MTAwOV90ZXN0MTAwOUB0ZXN0LmNvbQ==',
      number: '4573246',
      version: 2,
      created: '2025-06-29T22:27:44.065Z',
      modified: '2025-06-29T22:27:44.065Z',
    })
  })

  test('of a contact with nothing but its key is empty but for it (rule 47)', () => {
    const bare = { contact_uid: 'u-1', contact_name_first: null, contact_address: null, contact_company: [] }
    expect(JSON.parse(JSON.stringify(toContactRow(bare)))).toEqual({ uid: 'u-1' })
  })

  test('keeps a role that nobody told us of (rule 55), and takes the company where nobody has a name', () => {
    const contact = { contact_uid: 'u-1', contact_type: 'DRONE', contact_company: { company_name: 'Canal' } }
    expect(toContactRow(contact)).toMatchObject({ type: 'DRONE', name: 'Canal', company: 'Canal' })
  })

  test('is not there for what has no key, or is no object at all', () => {
    expect([{}, null, 'text', { contact_uid: ' ' }].map(toContactRow)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('looking a contact up among those that were read', () => {
  const row = {
    uid: 'f44226c0-e142-11ea-86d2-83036af9991e',
    name: 'Zoë Ångström-Müller',
    email: 'Zoe@Example.com',
    phone: '+31 20 123 45 67',
    company: 'Grachten BV',
  }

  test.each([
    ['angstrom', 'accents do not matter'],
    ['MULLER zoe', 'neither do case and order'],
    ['zoe@example', 'the address is searched'],
    ['grachten', 'and the company'],
    ['201234567', 'a phone number is found however it is written'],
    ['(20) 123-45', 'and however it is typed'],
    ['f44226c0', 'and the key'],
    ['  ', 'nothing typed finds everybody'],
  ])('%s: %s', (typed) => {
    expect(contactMatcher(typed)(row)).toBe(true)
  })

  test.each(['Zoe Jansen', '998', 'example.org', '12345678'])('%s finds somebody else', (typed) => {
    expect(contactMatcher(typed)(row)).toBe(false)
  })
})

test('revisions stand newest first by their number, whatever order they came in; those without one come last', () => {
  const versions = [{ contact_version: 1 }, {}, { contact_version: '3' }, { contact_version: 2 }]
  expect(newestFirst(versions)).toEqual([
    { contact_version: '3' },
    { contact_version: 2 },
    { contact_version: 1 },
    {},
  ])
})
