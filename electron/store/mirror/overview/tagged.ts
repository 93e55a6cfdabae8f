import { bookingsAndParts } from '@shared/features/orders'
import { textOf } from '@shared/kernel/tolerant'
import { type Sql, statement } from '../../sql'
import { selectIds } from '../id-query'
import { readDocument } from '../seal'
import { createTally, type Tally } from '../totals'
import { tagsEnd, tagValue, tagWord } from '../words'
import type { HeldAmounts } from './held-amounts'

/** What products and suppliers of orders are found by. */
const kinds = {
  product: { tag: 'p', id: 'product_id', title: 'product_title' },
  supplier: { tag: 's', id: 'product_supplier_id', title: 'product_supplier_name' },
} as const
export type TaggedGrouping = keyof typeof kinds

/** The words of the index by themselves. */
const vocabulary = 'create virtual table if not exists temp.vocabulary using fts5vocab(main, words, row)'

const nextWords = statement(
  `select cast(term as blob) as word from temp.vocabulary where term > :after and term < :end order by term limit 100`,
  { after: 'text', end: 'text' },
  { word: 'utf8' },
)
const document = statement('select doc from documents where id = :id', { id: 'integer' }, { doc: 'blob' })

export interface TaggedGroup {
  /** Id of the product or supplier. */
  readonly key: string
  readonly tally: Tally
  /** The latest order of it. */
  readonly latest: number
}

/** Orders whose ids are read before others have their turn. */
const idsAtOnce = 4000

/**
 * Groups orders by the ids that they are found by, one group after the other.
 * @param only these ids, where a filter names them: an order with one of them may have others
 */
export function* taggedGroups(
  sql: Sql,
  by: TaggedGrouping,
  orders: HeldAmounts,
  only: readonly string[] | undefined,
): Generator<undefined, TaggedGroup[]> {
  const ends = orders.ends()
  const groups: TaggedGroup[] = []
  if (!ends) return groups
  for (const key of only ? new Set(only) : idsIn(sql, kinds[by].tag)) {
    if (key === undefined) {
      yield
      continue
    }
    const tally = createTally()
    let latest: number | undefined
    let low = ends.first
    for (;;) {
      const ids = selectIds(
        sql,
        `select rowid as id from words where words match :match and rowid >= :low and rowid <= :high
          order by rowid limit :size`,
        { match: `"${tagWord(kinds[by].tag, key)}"`, low, high: ends.last, size: idsAtOnce },
      )
      latest = orders.addTo(tally, ids) ?? latest
      yield
      if (ids.length < idsAtOnce) break
      low = (ids.at(-1) ?? ends.last) + 1
    }
    if (latest !== undefined) groups.push({ key, tally, latest })
  }
  return groups
}

/** All ids of a kind; now and then none, so that others have their turn. */
function* idsIn(sql: Sql, tag: (typeof kinds)[TaggedGrouping]['tag']): Generator<string | undefined> {
  sql.script(vocabulary)
  let after = tagWord(tag, '')
  for (;;) {
    const words = sql.all(nextWords, { after, end: tagsEnd(tag) })
    for (const { word } of words) yield tagValue(word)
    const last = words.at(-1)
    if (!last) return
    after = last.word
    yield undefined
  }
}

/** What a product or a supplier is called in an order. */
export function titleIn(sql: Sql, by: TaggedGrouping, { key, latest }: TaggedGroup): string | undefined {
  const doc = sql.get(document, { id: latest })?.doc
  if (!doc) return undefined
  const { id, title } = kinds[by]
  const parts = bookingsAndParts(JSON.parse(readDocument(latest, doc).text))
  return parts.flatMap((part) => (textOf(part[id])?.trim() === key ? (textOf(part[title]) ?? []) : []))[0]
}
