import type { StockFigures } from '@shared/features/stock'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  applyStep,
  type EditHistory,
  forgetRows,
  giveBack,
  noEdits,
  redoStep,
  undoStep,
} from '../../../../../renderer/features/stock/edits'

const now: StockFigures = { total: 10, reserved: 0, booked: 0, available: 10, active: true }
const want = (stock: string, wanted: number | undefined) => ({ stock, now, wanted })
const wantedOf = ({ edits }: EditHistory) =>
  Object.fromEntries([...edits].map(([id, { wanted }]) => [id, wanted]))

test('a paste is one step: it is taken back and made again whole', () => {
  const pasted = applyStep(applyStep(noEdits, [want('a', 1)]), [want('a', 2), want('b', 3)])
  expect(wantedOf(pasted)).toEqual({ a: 2, b: 3 })
  expect(wantedOf(undoStep(pasted))).toEqual({ a: 1 })
  expect(wantedOf(redoStep(undoStep(pasted)))).toEqual({ a: 2, b: 3 })
})

test('the number that the row has already is no edit, and no step', () => {
  expect(applyStep(noEdits, [want('a', 10)])).toBe(noEdits)
  expect(wantedOf(applyStep(applyStep(noEdits, [want('a', 1)]), [want('a', 10)]))).toEqual({})
})

test('another step after one was taken back ends what could be made again', () => {
  const other = applyStep(undoStep(applyStep(noEdits, [want('a', 1)])), [want('b', 2)])
  expect(wantedOf(redoStep(other))).toEqual({ b: 2 })
})

test('no step back brings an edit of a saved row back', () => {
  const history = applyStep(applyStep(applyStep(noEdits, [want('a', 1)]), [want('b', 2)]), [want('a', 3)])
  const saved = forgetRows(history, new Set(['a']))
  expect(wantedOf(saved)).toEqual({ b: 2 })
  const back = undoStep(undoStep(undoStep(saved)))
  expect(wantedOf(back)).toEqual({})
  expect(wantedOf(redoStep(redoStep(redoStep(back))))).toEqual({ b: 2 })
})

test('what was not saved is an edit again, but where something else is wanted by now', () => {
  const history = applyStep(noEdits, [want('a', 1)])
  const notSaved = new Map([
    ['a', { seen: now, wanted: 5 }],
    ['b', { seen: now, wanted: 6 }],
  ])
  expect(wantedOf(giveBack(history, notSaved))).toEqual({ a: 1, b: 6 })
})

test('what came back unsaved stays when what was done since is taken back and made again', () => {
  const notSaved = new Map([['a', { seen: now, wanted: 5 }]])
  const since = applyStep(applyStep(noEdits, [want('b', 2)]), [want('b', 3)])
  const both = giveBack(since, notSaved)
  expect(wantedOf(undoStep(both))).toEqual({ a: 5, b: 2 })
  expect(wantedOf(undoStep(undoStep(both)))).toEqual({ a: 5 })
  expect(wantedOf(redoStep(giveBack(undoStep(since), notSaved)))).toEqual({ a: 5, b: 3 })
  const again = giveBack(applyStep(noEdits, [want('a', 1)]), notSaved)
  expect(wantedOf(undoStep(again))).toEqual({ a: 5 })
})

test('whatever was done, as many steps back lead to nothing and as many again to where it was', () => {
  const step = fc.array(
    fc.record({ stock: fc.constantFrom('a', 'b', 'c'), wanted: fc.option(fc.nat(12), { nil: undefined }) }),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const end = steps.reduce(
        (history, wanted) =>
          applyStep(
            history,
            wanted.map((one) => ({ ...one, now })),
          ),
        noEdits,
      )
      const times = end.past.length
      let history = end
      for (let at = 0; at < times; at++) history = undoStep(history)
      expect(wantedOf(history)).toEqual({})
      expect(undoStep(history)).toEqual(history)
      for (let at = 0; at < times; at++) history = redoStep(history)
      expect(wantedOf(history)).toEqual(wantedOf(end))
    }),
  )
})
