import {
  countLeft,
  isGap,
  leftOver,
  notChosen,
  type SearchedPlace,
  type Surety,
} from '@shared/features/privacy'
import type { ContactUid } from '@shared/kernel/ids'
import { expect, test } from 'vitest'

const request = { orders: [], contacts: [], erasedOrders: [], erasedContacts: [], searched: [] }
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

test('what is the person’s as it seems and was neither chosen nor sent is left over, what is merely possible is not', () => {
  const order = (reference: string, surety: Surety, chosen = false) => ({
    ...{ reference, surety, chosen, why: [], travel: [], contacts: [] },
  })
  const orders = [
    order('SURE', 'sure'),
    order('LIKELY', 'likely'),
    order('CHOSEN', 'sure', true),
    order('SENT', 'sure'),
    order('POSSIBLE', 'possible'),
    order('OTHER', 'someone-else'),
  ]
  const contacts = [{ uid: 'u1' as ContactUid, surety: 'sure' as const, chosen: false, why: [] }]
  const erasedOrders = [{ ...line('erased'), reference: 'SENT' }]
  const all = { ...request, orders, contacts, erasedOrders, copiesClearedAt: 3 }
  expect(notChosen(all).orders.map(({ reference }) => reference)).toEqual(['SURE', 'LIKELY'])
  expect(leftOver(all)).toEqual({ lines: 0, notChosen: 3, copies: 0, places: [] })
  expect(countLeft(leftOver(all))).toBe(3)
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
