import type { StockRow } from '@shared/features/stock'
import { expect, test } from 'vitest'
import { answerLine, reviewEdits } from '../../../../../renderer/features/stock/save-review'

const row = (available: number, more: Partial<StockRow> = {}): StockRow => ({
  ...{ id: 'a', total: 50, reserved: 5, booked: 5, available, active: true },
  ...more,
})
const noAnswers = { moved: new Map(), drops: new Set<string>() }

const line = (seen: StockRow, wanted: number, now: readonly StockRow[]) => {
  const [reviewed] = reviewEdits(new Map([['a', { seen, wanted }]]), now)
  if (!reviewed) throw new Error('no line')
  return reviewed
}

test('a row that is as it was seen is sent with what was read just now', () => {
  const change = answerLine(line(row(40), 60, [row(40)]), noAnswers, undefined).change
  expect(change).toMatchObject({ stock: 'a', wanted: 60, seen: { available: 40, reserved: 5, booked: 5 } })
})

test.each([
  ['mine', 60],
  ['step', 57],
])('a row that moved is asked about; "%s" sends %d against what is there now', (choice, wanted) => {
  const moved = line(row(40), 60, [row(37, { booked: 8 })])
  expect(answerLine(moved, noAnswers, undefined)).toEqual({ question: 'MOVED' })
  const answers = { ...noAnswers, moved: new Map([['a', choice as 'mine']]) }
  expect(answerLine(moved, answers, undefined).change).toMatchObject({
    wanted,
    seen: { available: 37, booked: 8 },
  })
})

test('a row that is left to others is not sent', () => {
  const answers = { ...noAnswers, moved: new Map([['a', 'theirs' as const]]) }
  expect(answerLine(line(row(40), 60, [row(37)]), answers, undefined)).toEqual({})
})

test('down by more than half of what is there now is asked about', () => {
  const drop = line(row(40), 19, [row(40)])
  expect(answerLine(drop, noAnswers, undefined)).toEqual({ question: 'BIG_DROP' })
  expect(answerLine(drop, { ...noAnswers, drops: new Set(['a']) }, undefined).change).toMatchObject({
    bigDrop: true,
  })
})

test('lines that ask come before those that do not, however many there are, as only the first ones are drawn', () => {
  const ids = ['plain', 'drop', 'moved', 'more']
  const now = ids.map((id) => row(id === 'moved' ? 37 : 40, { id }))
  const edits = new Map(ids.map((id) => [id, { seen: row(40, { id }), wanted: id === 'drop' ? 1 : 41 }]))
  expect(reviewEdits(edits, now).map(({ stock }) => stock)).toEqual(['moved', 'drop', 'plain', 'more'])
})

test('the difference of a person that would lead below zero or above their limit is not sent', () => {
  const answers = { ...noAnswers, moved: new Map([['a', 'step' as const]]) }
  expect(answerLine(line(row(40), 10, [row(20)]), answers, undefined)).toEqual({ question: 'BELOW_ZERO' })
  expect(answerLine(line(row(40), 60, [row(45)]), answers, 64)).toEqual({ question: 'ABOVE_LIMIT' })
})

test.each([
  ['GONE', []],
  ['CLOSED', [row(40, { active: false })]],
  ['AS_WANTED', [row(60)]],
])('a row that is %s is left out and says so', (obstacle, now) => {
  const left = line(row(40), 60, now)
  expect(left.obstacle).toBe(obstacle)
  expect(answerLine(left, noAnswers, undefined)).toEqual({})
})
