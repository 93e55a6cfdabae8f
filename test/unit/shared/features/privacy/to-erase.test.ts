import { contactsToErase, type ErasedOrder, type LeftField, ordersToErase } from '@shared/features/privacy'
import { expect, test } from 'vitest'

const left = (over: Partial<LeftField> = {}): LeftField => ({
  ...{ field: 'note_value', pointer: '/order_notes/0/note_value', how: 'kept' },
  ...over,
})
const line = (state: ErasedOrder['state'], rest: Partial<ErasedOrder> = {}) => ({
  ...{ reference: 'PRI88412', uid: 'uid-1', state, fields: [], left: [] },
  ...rest,
})
const request = (chosen: boolean, ...lines: ReturnType<typeof line>[]) => ({
  orders: [{ reference: 'PRI88412', chosen, surety: 'sure' as const, why: [], travel: [], contacts: [] }],
  contacts: [{ uid: 'uid-1', chosen, surety: 'sure' as const, why: [] }],
  erasedOrders: lines,
  erasedContacts: lines,
})

test.each([
  ['was not sent', [], true],
  ['waits', [line('waiting')], true],
  ['failed', [line('failed')], true],
  ['ended unclear', [line('unclear')], true],
  ['is under way', [line('under-way')], false],
  ['is erased', [line('erased')], false],
  ['holds a field that it held', [line('incomplete', { left: [left()] })], true],
])('what %s is sent or not, order and contact alike', (_how, lines, isSent) => {
  expect(ordersToErase(request(true, ...lines)).map(({ order }) => order)).toEqual(isSent ? ['PRI88412'] : [])
  expect(contactsToErase(request(true, ...lines))).toEqual(isSent ? ['uid-1'] : [])
})

test('what is not chosen is not sent', () => {
  expect(ordersToErase(request(false))).toEqual([])
  expect(contactsToErase(request(false))).toEqual([])
})

test('of an incomplete order it is said where something was left, in which version', () => {
  const lines = [line('incomplete', { left: [left(), left({ version: 2 })] })]
  expect(ordersToErase(request(true, ...lines))).toEqual([
    { order: 'PRI88412', left: [{ pointer: left().pointer }, { pointer: left().pointer, version: 2 }] },
  ])
})

test('earlier revisions of a contact, and what stands in no personal field, are not sent again: it would not help', () => {
  expect(contactsToErase(request(true, line('incomplete', { left: [left({ version: 2 })] })))).toEqual([])
  expect(ordersToErase(request(true, line('incomplete', { left: [left({ how: 'elsewhere' })] })))).toEqual([])
})
