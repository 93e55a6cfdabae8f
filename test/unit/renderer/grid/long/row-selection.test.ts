import { describe, expect, it } from 'vitest'
import {
  headerTick,
  isSelectedIn,
  noSelection,
  type RowSelection,
  selectedCount,
  selectionFor,
  withRows,
} from '../../../../../renderer/grid/long/row-selection'

const all: RowSelection = { kind: 'all-but', question: 'pending', keys: [] }
const thousand = 1000

describe('some rows', () => {
  it('are selected by their keys, each once', () => {
    const two = withRows(noSelection, ['a', 'b', 'a'], true)
    expect(two).toEqual({ kind: 'some', keys: ['a', 'b'] })
    expect(selectedCount(two, thousand)).toBe(2)
    expect(['a', 'b', 'c'].filter(isSelectedIn(two))).toEqual(['a', 'b'])
    expect(headerTick(two, thousand)).toBe('some')
  })

  it('count wherever they are, and tick the box above the rows only where they are in the list', () => {
    const two = withRows(noSelection, ['a', 'b'], true)
    expect(selectedCount(two, thousand, 0)).toBe(2)
    expect(headerTick(two, thousand, 0)).toBe('none')
    expect(headerTick(two, 2)).toBe('some')
    expect(headerTick(two, 2, 2)).toBe('all')
  })

  it('are taken out again', () => {
    const one = withRows(withRows(noSelection, ['a', 'b'], true), ['a', 'elsewhere'], false)
    expect(one).toEqual({ kind: 'some', keys: ['b'] })
  })

  it('stay selected whatever is asked for', () => {
    const one = withRows(noSelection, ['a'], true)
    expect(selectionFor(one, 'another question')).toBe(one)
  })
})

describe('all rows but some', () => {
  it('are those that nobody has read as well', () => {
    expect(isSelectedIn(all)('never seen')).toBe(true)
    expect(selectedCount(all, thousand)).toBe(1000)
    expect(headerTick(all, thousand)).toBe('all')
  })

  it('are fewer by those that are taken out', () => {
    const most = withRows(all, ['a', 'b'], false)
    expect(selectedCount(most, thousand)).toBe(998)
    expect(isSelectedIn(most)('a')).toBe(false)
    expect(headerTick(most, thousand)).toBe('some')
    expect(selectedCount(withRows(most, ['a'], true), thousand)).toBe(999)
  })

  it('are as many as were counted in the list, where what was taken out has left it', () => {
    const most = withRows(all, ['a', 'gone'], false)
    expect(selectedCount(most, thousand, 999)).toBe(999)
    expect(headerTick(most, thousand, 999)).toBe('some')
    expect(headerTick(withRows(all, ['gone'], false), thousand, thousand)).toBe('all')
  })

  it('hold for the question they were made for, and for it again later', () => {
    expect(selectionFor(all, 'everything')).toBe(noSelection)
    expect(selectionFor(all, 'pending')).toBe(all)
  })

  it('are none where there is none', () => {
    expect(headerTick(all, 0)).toBe('none')
    expect(selectedCount(withRows(all, ['gone'], false), 0)).toBe(0)
  })
})
