import { describe, expect, it } from 'vitest'
import { readRowNumber } from '../../../../../../renderer/features/orders/mirror/read-row-number'

describe('the number of a row', () => {
  it.each([
    ['1', 1],
    [' 12000 ', 12_000],
    ['12,000', 12_000],
    ['12.000', 12_000],
    ['12\u00a0000', 12_000],
    ['007', 7],
  ])('is read from %j', (text, row) => {
    expect(readRowNumber(text, 12_000)).toBe(row)
  })

  it.each([
    '',
    '0',
    '-5',
    '1e12',
    '12.5',
    '1,00',
    '12,0000',
    '12001',
    '99999999999999999999',
    'abc',
    '5 rows',
    '0x10',
  ])('is not read from %j: no row has it', (text) => {
    expect(readRowNumber(text, 12_000)).toBeUndefined()
  })
})
