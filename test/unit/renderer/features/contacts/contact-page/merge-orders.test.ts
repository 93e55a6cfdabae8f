import { type OrderRow, toOrderRow } from '@shared/features/orders'
import { expect, test } from 'vitest'
import { mergeOrders } from '../../../../../../renderer/features/contacts/contact-page/merge-orders'

const row = (order_reference: string, rest: Readonly<Record<string, unknown>> = {}): OrderRow => {
  const made = toOrderRow({ order_reference, order_created: '2026-03-01T10:00:00+01:00', ...rest })
  if (!made) throw new Error('an order without a reference')
  return made
}
const told = (orders: ReturnType<typeof mergeOrders>) =>
  orders?.map(({ reference, foundIn }) => `${reference} ${foundIn}`)

test('an order that both sources have stands once, as the API has it', () => {
  const old = row('BOTH', { order_version: 1, order_status: 'ORDER_CONFIRMED' })
  const now = row('BOTH', { order_version: 2, order_status: 'ORDER_CANCELLED' })
  const merged = mergeOrders({ atApi: [now], isWhole: true, inCopy: [old] })
  expect(merged).toEqual([{ ...now, foundIn: 'both' }])
})

test('of each other order it is told which source has it', () => {
  const merged = mergeOrders({ atApi: [row('API')], isWhole: true, inCopy: [row('COPY')] })
  expect(told(merged)?.sort()).toEqual(['API api', 'COPY copyOnly'])
})

test('until the API was read to its end no order is said to be in the copy only', () => {
  const copy = { isWhole: false, inCopy: [row('COPY')] }
  expect(told(mergeOrders({ atApi: [], ...copy }))).toEqual(['COPY copy'])
  expect(told(mergeOrders({ atApi: undefined, ...copy }))).toEqual(['COPY copy'])
})

test('an order that the API sends on two pages stands once, as it was read last', () => {
  const pages = [row('TWICE', { order_version: 1 }), row('ONCE'), row('TWICE', { order_version: 2 })]
  const merged = mergeOrders({ atApi: pages, isWhole: true, inCopy: undefined })
  expect(told(merged)?.sort()).toEqual(['ONCE api', 'TWICE api'])
  expect(merged?.find(({ reference }) => reference === 'TWICE')?.version).toBe(2)
})

test('where one source has no answer the orders of the other are shown', () => {
  expect(told(mergeOrders({ atApi: [row('API')], isWhole: true, inCopy: undefined }))).toEqual(['API api'])
  expect(told(mergeOrders({ atApi: undefined, isWhole: false, inCopy: [row('COPY')] }))).toEqual([
    'COPY copy',
  ])
})

test('where neither answered it is not said that there is no order; where both did, it is', () => {
  expect(mergeOrders({ atApi: undefined, isWhole: false, inCopy: undefined })).toBeUndefined()
  expect(mergeOrders({ atApi: [], isWhole: true, inCopy: [] })).toEqual([])
})

test('the newest stands first by the moment it was made, whatever the offset; one without a moment stands last', () => {
  const made = (reference: string, order_created: string | null) => row(reference, { order_created })
  const merged = mergeOrders({
    atApi: [made('NO TIME', null), made('SECOND', '2026-03-01T12:00:00+02:00')],
    isWhole: true,
    inCopy: [made('THIRD', '2026-03-01T09:59:00Z'), made('FIRST', '2026-03-01T11:30:00+01:00')],
  })
  expect(merged?.map(({ reference }) => reference)).toEqual(['FIRST', 'SECOND', 'THIRD', 'NO TIME'])
})
