import type { MirrorQuery } from '@shared/features/mirror'

/** Beginnings of names, places and products that people type; three letters are the fewest that are searched for. */
export const words = [
  'jan',
  'mar',
  'sch',
  'van',
  'lop',
  'tan',
  'anna',
  'garc',
  'mull',
  'cana',
  'muse',
  'smith',
  'rossi',
]

export const wordAt = (turn: number): string => words[turn % words.length] ?? ''

/** All orders, in the direction that a click on the heading gives first. */
export const sortedBy = (by: MirrorQuery['sort']['by']): MirrorQuery => ({
  filters: {},
  sort: { by, direction: by === 'created' ? 'desc' : 'asc' },
})
