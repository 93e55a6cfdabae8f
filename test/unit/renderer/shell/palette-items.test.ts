import { describe, expect, test } from 'vitest'
import {
  findItems,
  likelyReference,
  type PaletteItem,
} from '../../../../renderer/shell/palette/palette-items'

const items = ['Go to Orders', 'Previous order', 'Refund…', 'Café Zürich', 'Zoom in'].map(
  (label): PaletteItem => ({ id: label, group: 'actions', label, run: () => {} }),
)
const found = (typed: string) => findItems(items, typed).map(({ label }) => label)

describe('the palette finds', () => {
  test('everything for nothing typed', () => {
    expect(found('  ')).toHaveLength(items.length)
  })

  test('labels that hold every typed word in any order', () => {
    expect(found('orders go')).toEqual(['Go to Orders'])
    expect(found('order refund')).toEqual([])
  })

  test('whatever the case and the accents', () => {
    expect(found('CAFE zur')).toEqual(['Café Zürich'])
  })

  test('a label that begins with the text first, then a word that does, then the middle of a word', () => {
    const labels = ['Reorder', 'An order', 'Order now'].map(
      (label) => ({ ...items[0], label }) as PaletteItem,
    )
    expect(findItems(labels, 'order').map(({ label }) => label)).toEqual(['Order now', 'An order', 'Reorder'])
  })
})

describe('what is typed is taken for an order reference', () => {
  test.each(['PRI8841203977', ' 176912345678 ', 'BK-77120-A'])('%s', (typed) => {
    expect(likelyReference(typed)).toBe(typed.trim())
  })

  test.each([
    ['a name', 'Okafor'],
    ['two words', 'PRI8841203977 Okafor'],
    ['an e-mail address', 'amara2@example.com'],
    ['what is too short', 'PRI884'],
    ['what cannot stand in a path', 'PRI8841/../x'],
  ])('but not %s', (_, typed) => {
    expect(likelyReference(typed)).toBeUndefined()
  })
})
