import { expect, test } from 'vitest'
import { guessMapping } from '../../../../../../renderer/features/stock/import/mapping'

const known = {
  hasId: (text: string) => text.startsWith('2026'),
  hasLabel: (text: string) => text.startsWith('Mug'),
}
const guess = (...rows: string[][]) => guessMapping({ rows }, known)

test.each([
  ['our own, in English', ['Stock item', 'Product', 'Product ID', 'Total', 'Available', 'Stock ID']],
  ['our own, in Dutch', ['Artikel', 'Product', 'Product-ID', 'Totaal', 'Beschikbaar', 'Voorraad-ID']],
  ["the API's", ['stock_label', 'stock_product_id', 'x', 'y', 'stock_items_available', 'stock_id']],
  ["a colleague's", ['Omschrijving', 'product', 'x', 'y', 'Nieuw aantal', 'Voorraadnummer']],
])('headings are known: %s', (_, headings) => {
  const { hasHeading, columns } = guess(headings, ['Mug, blue', '62503', '62503', '90', '12', '20261'])
  expect(hasHeading).toBe(true)
  expect(columns).toMatchObject({ label: 0, product: 1, available: 4, id: 5 })
})

test('without headings, columns are known by what is in them; the number that counts stands last', () => {
  expect(guess(['20261', '90', 'Mug, blue', '12'], ['20262', '80', 'Mug, red', '5'])).toEqual({
    hasHeading: false,
    columns: { id: 0, label: 2, available: 3 },
  })
})

test('a heading that nobody knows still heads its column', () => {
  expect(guess(['Thing', 'How many'], ['Mug, blue', '12'])).toEqual({
    hasHeading: true,
    columns: { label: 0, available: 1 },
  })
})

test('a column is not guessed out of nothing', () => {
  expect(guess(['x', 'y'], ['p', 'q'], ['r', 's']).columns).toEqual({})
})
