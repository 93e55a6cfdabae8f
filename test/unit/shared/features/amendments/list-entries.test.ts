import { readFileSync } from 'node:fs'
import {
  type Amendment,
  amendableGroups,
  amendmentChanges,
  applyAmendment,
  contactsAdvice,
  contactsProblem,
  contactTypes,
  entryMark,
  newEntryProblems,
  pathWithout,
  savedDifferences,
} from '@shared/features/amendments'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const amara = { contact_type: 'BOOKER', contact_name_first: 'Amara', contact_email: 'amara@example.com' }
const ben = { contact_type: 'GUEST', contact_name_last: 'Ben' }
const cleo = { contact_type: 'GUEST', contact_name_last: 'Cleo', contact_phone: '+31201234567' }
const order = {
  order_version: 3,
  order_contacts: [amara, ben, cleo],
  order_custom_fields: [{ custom_field_name: 'Desk', custom_field_value: '7' }],
}
const removed = (at: number, contact: object) => ({
  list: 'order_contacts' as const,
  at,
  seen: entryMark('order_contacts', contact),
})
const amend = (change: Partial<Amendment>): Amendment => ({ fields: [], ...change })
const without = (at: number, contact: object) => amend({ removed: [removed(at, contact)] })
const withContact = (values: Record<string, string>) => amend({ added: [{ list: 'order_contacts', values }] })
const newcomer = { contact_type: 'PAYMENT', contact_name_last: 'Dana', contact_email: 'dana@example.com' }

describe('what comes and goes is told by name', () => {
  test('a contact that is taken off is removed, whoever of the same role stands behind it', () => {
    expect(amendmentChanges(order, without(1, ben))).toEqual([
      {
        path: [
          {
            field: 'order_contacts',
            entry: [
              { field: 'contact_type', value: 'GUEST' },
              { field: 'contact_name_last', value: 'Ben' },
            ],
          },
        ],
        kind: 'removed',
      },
    ])
  })

  test('a contact without a name is told by its address', () => {
    const nameless = { contact_type: 'GUEST', contact_email: 'x@example.com' }
    const [change] = amendmentChanges({ order_contacts: [amara, nameless] }, without(1, nameless))
    expect(change?.path[0]?.entry).toContainEqual({ field: 'contact_email', value: 'x@example.com' })
  })

  test('a new contact is added, with everything that is known of it', () => {
    const changes = amendmentChanges(order, withContact(newcomer))
    expect(changes.map(({ kind, after }) => [kind, after])).toEqual([
      ['added', undefined],
      ['added', 'dana@example.com'],
    ])
  })

  test('a field of the third contact is told of the third contact', () => {
    const path = ['order_contacts', 2, 'contact_phone']
    const fields = [{ path, seen: '+31201234567', wanted: '+4930123456' }]
    const [change] = amendmentChanges(order, amend({ fields, removed: [removed(1, ben)] }))
    expect(change).toMatchObject({ kind: 'changed', before: '+31201234567', after: '+4930123456' })
    expect(change?.path[0]?.entry).toContainEqual({ field: 'contact_name_last', value: 'Cleo' })
  })
})

test('places are those of the order as it was read: entries go last', () => {
  const fields = [
    { path: ['order_contacts', 2, 'contact_phone'], seen: '+31201234567', wanted: '+4930123456' },
  ]
  const amendment = { ...withContact(newcomer), fields, removed: [removed(0, amara), removed(1, ben)] }
  expect(applyAmendment(order, amendment)).toEqual({
    ...order,
    order_contacts: [{ ...cleo, contact_phone: '+4930123456' }, newcomer],
  })
  expect(order.order_contacts).toHaveLength(3)
})

describe('where a field stands once others are gone', () => {
  const path = ['order_contacts', 2, 'contact_phone']

  test('is further up by as many as went before it', () => {
    const after = { order_contacts: [ben, cleo] }
    expect(pathWithout(after, path, [removed(0, amara)])).toEqual(['order_contacts', 1, 'contact_phone'])
  })

  test.each([
    ['while they are still there', order, [removed(0, amara)]],
    ['where those that went stood behind it', { order_contacts: [amara, ben] }, [removed(3, cleo)]],
    ['where none go', order, []],
  ])('is the same %s', (_, now, gone) => {
    expect(pathWithout(now, path, gone)).toEqual(path)
  })
})

describe('the contacts of an order', () => {
  test('keep one address at least (rules 151, 178)', () => {
    expect(contactsProblem(order, without(0, amara))).toBe('NO_EMAIL_LEFT')
    const email = { path: ['order_contacts', 0, 'contact_email'], seen: 'amara@example.com', wanted: null }
    expect(contactsProblem(order, amend({ fields: [email] }))).toBe('NO_EMAIL_LEFT')
    expect(contactsProblem(order, without(1, ben))).toBeUndefined()
    const moved = { ...withContact(newcomer), removed: [removed(0, amara)] }
    expect(contactsProblem(order, moved)).toBeUndefined()
  })

  test('that had no address need none', () => {
    expect(contactsProblem({ order_contacts: [ben] }, without(0, ben))).toBeUndefined()
  })

  test('should have one booker (rule 193)', () => {
    expect(contactsAdvice(order, without(0, amara))).toBe('NO_BOOKER_LEFT')
    expect(contactsAdvice(order, withContact({ ...newcomer, contact_type: 'BOOKER' }))).toBe(
      'SEVERAL_BOOKERS',
    )
    expect(contactsAdvice(order, withContact(newcomer))).toBeUndefined()
    expect(contactsAdvice({ order_contacts: [ben] }, withContact(newcomer))).toBeUndefined()
  })

  test('may have the roles of the API', () => {
    const file = new URL('../../../../../resources/openapi/distributor-v3.8.yaml', import.meta.url)
    const { schemas } = parse(readFileSync(file, 'utf8')).components
    const listed = JSON.stringify(schemas.ContactType)
    for (const type of contactTypes) expect(listed).toContain(`"${type}"`)
    expect(JSON.stringify(schemas.ContactType).match(/"[A-Z]{4,}"/g)).toHaveLength(contactTypes.length)
  })
})

describe('an entry to add', () => {
  const problems = (
    list: 'order_contacts' | 'order_custom_fields' | 'order_flags',
    values: Record<string, string>,
  ) => Object.fromEntries(newEntryProblems({ list, values }))

  test.each([
    [
      'a contact without a role',
      'order_contacts',
      { contact_name_last: 'Dana' },
      { contact_type: 'REQUIRED' },
    ],
    [
      'a contact that nobody knows by anything',
      'order_contacts',
      { contact_type: 'GUEST' },
      { contact_name_last: 'REQUIRED' },
    ],
    [
      'a role that there is not',
      'order_contacts',
      { ...newcomer, contact_type: 'FRIEND' },
      { contact_type: 'CHOICE' },
    ],
    [
      'an address that is none',
      'order_contacts',
      { ...newcomer, contact_email: 'dana@' },
      { contact_email: 'EMAIL' },
    ],
    [
      'what only the server writes',
      'order_contacts',
      { ...newcomer, contact_uid: 'c1' },
      { contact_uid: 'UNKNOWN' },
    ],
    [
      'a custom field without a name',
      'order_custom_fields',
      { custom_field_value: '1' },
      { custom_field_name: 'REQUIRED' },
    ],
    ['a flag without its id', 'order_flags', { flag_name: 'A', flag_value: 'B' }, { flag_id: 'REQUIRED' }],
  ] as const)('is refused: %s', (_, list, values, expected) => {
    expect(problems(list, values)).toEqual(expected)
  })

  test('is taken with what it needs', () => {
    expect(problems('order_contacts', newcomer)).toEqual({})
    expect(problems('order_contacts', { contact_type: 'GUEST', contact_email: 'a@example.com' })).toEqual({})
    expect(problems('order_custom_fields', { custom_field_name: 'Desk' })).toEqual({})
    expect(problems('order_flags', { flag_id: '1', flag_name: 'A', flag_value: 'B' })).toEqual({})
  })
})

describe('what comes back', () => {
  test('is as sent where a new contact has a key of the server', () => {
    const amendment = withContact(newcomer)
    const after = {
      ...order,
      order_contacts: [...order.order_contacts, { ...newcomer, contact_uid: 'c9', contact_version: 1 }],
    }
    expect(savedDifferences(order, amendment, after)).toEqual([])
  })

  test('differs where the contact to remove is still there', () => {
    expect(savedDifferences(order, without(2, cleo), order)).toMatchObject([{ kind: 'added' }])
  })
})

test('contacts, custom fields and flags can be taken off, and nothing else', () => {
  const groups = amendableGroups({ ...order, order_flags: [{ flag_id: '1' }], order_language: 'en' })
  expect(groups.filter(({ entry }) => entry).map(({ section }) => section)).toEqual([
    'contact',
    'contact',
    'contact',
    'customField',
    'flag',
  ])
})
