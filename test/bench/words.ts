import type { MirrorQuery } from '@shared/features/mirror'

/**
 * Beginnings of names, places and products that people type; three letters are the fewest that are searched for. Enough of
 * them that a series asks nothing twice: pages of a file that were read a moment ago are there already.
 */
export const words: readonly string[] = [
  ...['jan', 'mar', 'sch', 'van', 'lop', 'tan', 'anna', 'garc', 'mull', 'cana', 'muse', 'smith', 'rossi'],
  ...['oliv', 'harr', 'pat', 'hugh', 'wil', 'nguy', 'sann', 'bakk', 'hoek', 'len', 'weis', 'dub', 'mor'],
  ...['luc', 'gom', 'niel', 'kow', 'yil', 'moh', 'sat', 'kim', 'nig', 'bun'],
]

/** Others, typed before: code is compiled when it is first run. */
export const firstWords: readonly string[] = ['geor', 'brou', 'fel', 'wash']

export const wordAt = (turn: number): string => words[turn % words.length] ?? ''

/** All orders, in the direction that a click on the heading gives first. */
export const sortedBy = (by: MirrorQuery['sort']['by']): MirrorQuery => ({
  filters: {},
  sort: { by, direction: by === 'created' ? 'desc' : 'asc' },
})
