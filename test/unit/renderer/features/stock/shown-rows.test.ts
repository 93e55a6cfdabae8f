import type { StockRow } from '@shared/features/stock'
import { expect, test } from 'vitest'
import { matchingRows } from '../../../../../renderer/features/stock/matching-rows'
import { placesOf } from '../../../../../renderer/features/stock/places-of'
import { sortedRows } from '../../../../../renderer/features/stock/sorted-rows'

const row = (id: string, product: string): StockRow => ({
  ...{ id, product, label: `Mug ${id}`, total: 10, reserved: 0, booked: 0, available: 10, active: true },
})
const [canal, museum, other] = [row('1', '62503'), row('2', '62506'), row('3', '99')]
const all = [canal, museum, other]
const names = { 62503: 'Vondel cruise', 62506: 'Musée' }

const found = (search: string) =>
  matchingRows(all, { view: 'all', search, edits: undefined, rules: { lows: {} }, names })

test('a row is found by the title of its product, in whatever case and accents, and by its id', () => {
  expect(found('musee')).toEqual([museum])
  expect(found('62503')).toEqual([canal])
  expect(found('mug 99')).toEqual([other])
})

test('a title that comes later is found from then on', () => {
  expect(
    matchingRows(all, { view: 'all', search: 'Museum', edits: undefined, rules: { lows: {} }, names: {} }),
  ).toEqual([])
  const later = { 62506: 'Museum' }
  expect(
    matchingRows(all, { view: 'all', search: 'museum', edits: undefined, rules: { lows: {} }, names: later }),
  ).toEqual([museum])
})

test('rows are sorted by the title of their product, those without one by its id', () => {
  const sorted = sortedRows(all, { columnId: 'product', direction: 'asc' }, { locale: 'en', names })
  expect(sorted).toEqual([other, museum, canal])
})

test('places of rows are told only where they are not all of them in their own order', () => {
  expect(placesOf([...all], all)).toBeUndefined()
  expect(placesOf([other, canal], all)).toEqual([2, 0])
})
