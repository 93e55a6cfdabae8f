import { countLeft, isGap, leftOver, type SearchedPlace } from '@shared/features/privacy'
import { expect, test } from 'vitest'

const request = { erasedOrders: [], erasedContacts: [], searched: [] }
const line = (state: 'erased' | 'incomplete' | 'waiting') => ({ state, fields: [], left: [] })
const place = (name: SearchedPlace['place'], state: SearchedPlace['state'], why?: string): SearchedPlace => ({
  ...{ place: name, state, looked: 0 },
  ...(why === undefined ? {} : { why }),
})

test('what is not verified as erased is left over, line by line', () => {
  const erasedOrders = (['erased', 'incomplete', 'waiting'] as const).map((state, at) => ({
    ...line(state),
    reference: `PRI000000000${at}`,
  }))
  expect(leftOver({ ...request, erasedOrders })).toMatchObject({ lines: 2 })
})

test('copies that nobody looked for count as one, later each place that waits for a hand', () => {
  expect(leftOver(request).copies).toBe(1)
  const copies = [
    { place: 'exports' as const, result: 'by-hand' as const },
    { place: 'mirror' as const, result: 'nothing-there' as const },
  ]
  expect(leftOver({ ...request, copies, copiesClearedAt: 3 }).copies).toBe(1)
})

test('every place that was not searched to its end is left over, by name', () => {
  const searched = [
    place('api-orders', 'searched'),
    place('api-contacts', 'partly', 'OFFLINE'),
    place('mirror', 'not-searched', 'MIRROR_NOT_OPEN'),
    place('journal', 'not-searched', 'STORE_LOST'),
  ]
  const left = leftOver({ ...request, searched, copiesClearedAt: 3 })
  expect(left.places).toEqual(['api-contacts', 'mirror', 'journal'])
  expect(countLeft(left)).toBe(3)
})

test('a local copy that is not kept is nothing to search, and no other place is forgiven for it', () => {
  expect(isGap(place('mirror', 'not-searched', 'NO_MIRROR'))).toBe(false)
  expect(isGap(place('api-orders', 'not-searched', 'NO_MIRROR'))).toBe(true)
})
