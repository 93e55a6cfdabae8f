import { orderReferenceSchema } from '@shared/kernel/ids'
import type { ShortcutGroup, ShortcutId } from '../../lib/shortcuts'

/** One line of the palette. */
export interface PaletteItem {
  readonly id: string
  readonly group: PaletteGroup
  readonly label: string
  /** Keys that do the same, as a hint. */
  readonly keys?: string | undefined
  readonly run: () => void
}

/** Headings of the palette, in this order. */
export const paletteGroups = ['orders', 'actions', 'go', 'profiles', 'window', 'search'] as const
export type PaletteGroup = (typeof paletteGroups)[number]

/** Where a shortcut stands in the palette; `undefined` for what makes no sense to choose by name. */
export function paletteGroupOf(id: ShortcutId, group: ShortcutGroup): PaletteGroup | undefined {
  if (id === 'openPalette') return undefined
  if (group === 'go' || group === 'profiles' || group === 'window') return group
  return group === 'everywhere' ? 'window' : 'actions'
}

/**
 * Items that hold every typed word, whatever its case and accents: first those whose label begins with the text, then
 * those with a word that does. The order within each stays.
 */
export function findItems(items: readonly PaletteItem[], typed: string): readonly PaletteItem[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return items
  const rank = (label: string) => {
    const text = plain(label)
    if (!words.every((word) => text.includes(word))) return undefined
    if (text.startsWith(words.join(' '))) return 0
    return words.every((word) => ` ${text}`.includes(` ${word}`)) ? 1 : 2
  }
  return items
    .map((item) => ({ item, rank: rank(item.label) }))
    .filter((found): found is { item: PaletteItem; rank: number } => found.rank !== undefined)
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim()

/** The text as an order reference when it may be one: one word with a digit in it. */
export function likelyReference(typed: string): string | undefined {
  const text = typed.trim()
  return /\d/.test(text) && !text.includes('@') && orderReferenceSchema.safeParse(text).success
    ? text
    : undefined
}
