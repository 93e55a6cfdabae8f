import { type ContactRow, differingFields, findDoubles } from '@shared/features/contacts'
import { describe, expect, test } from 'vitest'

const row = (uid: string, fields: Partial<ContactRow> = {}): ContactRow => ({ uid, ...fields })
const keysOf = (rows: readonly ContactRow[]) => findDoubles(rows).map(({ key, reasons }) => [key, reasons])

describe('likely doubles', () => {
  test('have the same e-mail address, however it is written', () => {
    const rows = [row('a', { email: 'Zoe@Example.com' }), row('b', { email: 'zoe@example.com' }), row('c')]
    expect(keysOf(rows)).toEqual([['a b', ['email']]])
  })

  test('have the same phone number, as phone or mobile, with spaces or without', () => {
    const rows = [row('a', { phone: '+31 20 123 45 67' }), row('b', { mobile: '+31201234567' })]
    expect(keysOf(rows)).toEqual([['a b', ['phone']]])
  })

  test('have the same name without accents, whichever name was written first', () => {
    const rows = [
      row('a', { firstName: 'Zoë', lastName: 'Müller' }),
      row('b', { firstName: 'MULLER', lastName: 'Zoe' }),
    ]
    expect(keysOf(rows)).toEqual([['a b', ['name']]])
  })

  test('stand once, with all that they have in common, the surest first', () => {
    const one = { firstName: 'Zoe', lastName: 'Mol', email: 'zoe@example.com', phone: '+31201234567' }
    expect(keysOf([row('a', one), row('b', one)])).toEqual([['a b', ['email', 'phone', 'name']]])
  })

  test('of one name only, with another address or day of birth, are told as doubtful', () => {
    const name = { firstName: 'Jan', lastName: 'Jansen' }
    const [twoPeople] = findDoubles([
      row('a', { ...name, email: 'a@x.nl' }),
      row('b', { ...name, email: 'b@x.nl' }),
    ])
    const [perhapsOne] = findDoubles([row('a', { ...name, email: 'a@x.nl' }), row('b', name)])
    expect([twoPeople?.isDoubtful, perhapsOne?.isDoubtful]).toEqual([true, false])
  })

  test('are not those who share the address of a desk that books for everybody', () => {
    const rows = Array.from({ length: 13 }, (_, at) => row(`u${at}`, { email: 'desk@hotel.example' }))
    expect(findDoubles(rows)).toEqual([])
  })

  test('are none where nothing is said: empty names, no address, a number that is none', () => {
    const rows = [row('a', { firstName: 'Zoe', phone: '112' }), row('b', { firstName: 'Zoe', phone: '112' })]
    expect(findDoubles(rows)).toEqual([])
  })

  test('are found among 50,000 within a second or two', () => {
    const rows = Array.from({ length: 50_000 }, (_, at) =>
      row(`u${at}`, { firstName: `F${at}`, lastName: 'L', email: `g${at % 49_999}@example.com` }),
    )
    const began = performance.now()
    expect(findDoubles(rows)).toHaveLength(1)
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})

test('what differs between two is told by field; what neither has is no difference', () => {
  const [a, b] = [
    row('a', { name: 'Zoe', email: 'a@x.nl' }),
    row('b', { name: 'Zoe', phone: '+31201234567' }),
  ]
  expect([...differingFields([a as ContactRow, b as ContactRow])].sort()).toEqual(['email', 'phone'])
})
