import { expect, test } from 'vitest'
import { chosenOf } from '../../../../../renderer/features/list-screen/chosen'

const rowKey = ({ id }: { id: string }) => id
const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]

test('what is selected is given in the order of the list', () => {
  expect(chosenOf(rows, rowKey, ['c', 'a'])).toEqual({
    rows: [{ id: 'a' }, { id: 'c' }],
    count: 2,
    notShown: 0,
  })
})

test('what the list does not show is counted and never acted on', () => {
  expect(chosenOf(rows.slice(0, 1), rowKey, ['a', 'b', 'c'])).toEqual({
    rows: [{ id: 'a' }],
    count: 3,
    notShown: 2,
  })
})

test('while the rows are being read, nothing is acted on and nothing is said to be missing', () => {
  expect(chosenOf(undefined, rowKey, ['a'])).toEqual({ rows: [], count: 1, notShown: 0 })
})

test('without a selection there is nothing to act on', () => {
  expect(chosenOf(rows, rowKey, [])).toEqual({ rows: [], count: 0, notShown: 0 })
})
