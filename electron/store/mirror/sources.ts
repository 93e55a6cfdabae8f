import type { MirrorQuery } from '@shared/features/mirror'
import { type Sql, statement } from '../sql'
import { fewOf } from './few'
import { type Condition, type Conditions, conditionsOf } from './filters'
import { idsText, selectIds } from './id-query'
import { matchExpression } from './match'
import { type Direction, type IdSource, order, type Portions, sizesOf, usualPortions } from './portions'
import { type KeySort, sortOf } from './sorts'
import { isWalkable, walk } from './walk'
import { createWeeks } from './weeks'

const none = new Float64Array()
const everything = conditionsOf({})

/** The orders that match a query. */
export function idsOf(sql: Sql, { text, filters, sort }: MirrorQuery, portions = usualPortions): IdSource {
  const conditions = conditionsOf(filters)
  const match = matchExpression(text, conditions.tags)
  const byCreation = (direction: Direction, sizes = portions) =>
    match === undefined
      ? filtered(sql, conditions, direction, sizes)
      : search(sql, match, conditions, direction, sizes)
  if (sort.by === 'created') return byCreation(sort.direction)
  const isAll = match === undefined && conditions.conditions.length === 0 && filters.created === undefined
  if (isAll) return walk(sql, sort.by, sort.direction, portions)
  // Each of them is but an entry of the index of words.
  const isPlain = match !== undefined && conditions.conditions.length === 0
  const gathered = byCreation('asc', isPlain ? { ...portions, parts: [portions.gathered] } : portions)
  const all = sorted(sql, sort.by, sort.direction, gathered, portions)
  const isTried = match === undefined && isWalkable(sql, sort.by) && !fewOf(sql, conditions, portions.few)
  return isTried ? tried(sql, sort.by, sort.direction, conditions, all, portions) : all
}

/**
 * The first rows of a list that has to be gathered and sorted, where enough of the first in the order of the sort meet its
 * conditions: most filters leave one order of ten or more.
 */
function* tried(
  sql: Sql,
  by: KeySort,
  direction: Direction,
  { conditions, from, to }: Conditions,
  all: IdSource,
  portions: Portions,
): IdSource {
  let looked = 0
  let known = 0
  for (const part of walk(sql, by, direction, portions)) {
    const found = narrow(
      sql,
      part.filter((id) => id >= from && id <= to),
      conditions,
    )
    known += found.length
    yield found
    looked += part.length
    if (looked >= portions.tried) break
  }
  // All of them begin with the same.
  for (const part of all) {
    yield part.subarray(Math.min(known, part.length))
    known -= Math.min(known, part.length)
  }
}

/** Those of some orders that match a query, by creation, oldest first. */
export function matchingOf(sql: Sql, { text, filters }: MirrorQuery, ids: Float64Array): Float64Array {
  const { conditions, tags, from, to } = conditionsOf(filters)
  const match = matchExpression(text, tags)
  const within = ids.filter((id) => id >= from && id <= to).sort()
  const found = match === undefined ? within : within.filter((id) => sql.get(isFound, { match, id }))
  return narrow(sql, found, conditions)
}

const isFound = statement(
  'select rowid as id from words where words match :match and rowid = :id',
  { match: 'text', id: 'integer' },
  { id: 'integer' },
)

/** Goes through few orders where an index of a filter leaves few, else over all of them. */
function* filtered(sql: Sql, conditions: Conditions, direction: Direction, portions: Portions): IdSource {
  const few = fewOf(sql, conditions, portions.few)
  if (!few) {
    yield* scan(sql, conditions, direction, portions)
    return
  }
  const ids = direction === 'asc' ? few : few.reverse()
  let from = 0
  for (const size of sizesOf(portions)) {
    if (from >= ids.length) return
    yield narrow(sql, ids.subarray(from, from + size), conditions.conditions)
    from += size
  }
}

/** Walks over the orders by creation; `not indexed`, so that the order is that of the row ids. */
function* scan(sql: Sql, conditions: Conditions, direction: Direction, portions: Portions): IdSource {
  if (conditions.conditions.length === 0) yield* scanAll(sql, conditions, direction, portions)
  else yield* scanSome(sql, conditions, direction, portions)
}

/**
 * The first ones are read from the orders themselves. The others, of all orders, from their references: that index is a small
 * part of what the orders take, and who reads it sees all that was there when it began, as references do not change.
 */
function* scanAll(sql: Sql, { from, to }: Conditions, direction: Direction, portions: Portions): IdSource {
  const { by } = order[direction]
  const first = byId({ from, to }, direction, portions, (part) =>
    selectIds(
      sql,
      `select id from orders not indexed where id >= :low and id <= :high order by id ${by} limit :size`,
      part,
    ),
  )
  const isAll = from === everything.from && to === everything.to
  let parts = 0
  let last = 0
  for (const part of first) {
    yield part
    last = part.at(-1) ?? last
    if (isAll && ++parts === portions.parts.length) {
      yield* scanReferences(sql, last, direction, portions)
      return
    }
  }
}

/** All behind an order, none of them before all are known. */
function* scanReferences(sql: Sql, last: number, direction: Direction, portions: Portions): IdSource {
  const weeks = createWeeks()
  const isBehind = direction === 'asc' ? (id: number) => id > last : (id: number) => id < last
  for (let reference = ''; ; ) {
    const ids = selectIds(
      sql,
      'select id from orders where reference > :reference order by reference limit :size',
      { reference, size: portions.gathered },
    )
    const end = ids.at(-1)
    weeks.add(ids.filter(isBehind))
    yield none
    if (end === undefined || ids.length < portions.gathered) break
    reference = sql.get(referenceOf, { id: end })?.reference ?? reference
  }
  for (const { ids } of weeks.inOrder(direction)) yield direction === 'asc' ? ids : ids.reverse()
}

const referenceOf = statement(
  'select cast(reference as blob) as reference from orders where id = :id',
  { id: 'integer' },
  { reference: 'utf8' },
)

/** What a selection answers in the order of ids, some at a time. */
function* byId(
  { from, to }: Pick<Conditions, 'from' | 'to'>,
  direction: Direction,
  portions: Portions,
  select: (part: { low: number; high: number; size: number }) => Float64Array,
): IdSource {
  let [low, high] = [from, to]
  for (const size of sizesOf(portions)) {
    const ids = select({ low, high, size })
    yield ids
    const last = ids.at(-1)
    if (last === undefined || ids.length < size) return
    if (direction === 'asc') low = last + 1
    else high = last - 1
  }
}

/** A part ends after so many have been looked at, however few of them meet the conditions. */
function* scanSome(
  sql: Sql,
  { conditions, from, to }: Conditions,
  direction: Direction,
  portions: Portions,
): IdSource {
  const { after, until, by } = order[direction]
  const nth = nthIn[direction]
  let last = direction === 'asc' ? from - 1 : to + 1
  const end = direction === 'asc' ? to : from
  for (const size of sizesOf(portions)) {
    const stop = sql.get(nth, { last, nth: size - 1 })?.id
    const edge = stop === undefined || isBeyond(stop, end, direction) ? end : stop
    yield selectIds(
      sql,
      `select o.id from orders o not indexed where o.id ${after} :last and o.id ${until} :until
        ${allOf(conditions)} order by o.id ${by}`,
      { last, until: edge, ...valuesOf(conditions) },
    )
    if (edge === end) return
    last = edge
  }
}

const nthIn = {
  asc: statement(
    'select id from orders where id > :last order by id limit 1 offset :nth',
    { last: 'integer', nth: 'integer' },
    { id: 'integer' },
  ),
  desc: statement(
    'select id from orders where id < :last order by id desc limit 1 offset :nth',
    { last: 'integer', nth: 'integer' },
    { id: 'integer' },
  ),
} as const

const isBeyond = (id: number, end: number, direction: Direction): boolean =>
  direction === 'asc' ? id >= end : id <= end

const allOf = (conditions: readonly Condition[]): string =>
  conditions.map(({ sql }) => `and ${sql}`).join(' ')

const valuesOf = (conditions: readonly Condition[]): Record<string, string | number> =>
  Object.assign({}, ...conditions.map(({ values }) => values))

/** Goes through what the words match by creation, which is the order of the index. */
function* search(
  sql: Sql,
  match: string,
  conditions: Conditions,
  direction: Direction,
  portions: Portions,
): IdSource {
  const found = byId(conditions, direction, portions, (part) =>
    selectIds(
      sql,
      `select rowid as id from words where words match :match and rowid >= :low and rowid <= :high
        order by rowid ${order[direction].by} limit :size`,
      { match, ...part },
    ),
  )
  for (const ids of found)
    yield conditions.conditions.length === 0 ? ids : narrow(sql, ids, conditions.conditions)
}

/** Those that meet the conditions, in the same order. */
function narrow(sql: Sql, ids: Float64Array, conditions: readonly Condition[]): Float64Array {
  if (ids.length === 0) return none
  return selectIds(
    sql,
    `select o.id from json_each(:ids) j cross join orders o on o.id = j.value
      where true ${allOf(conditions)} order by j.key`,
    { ids: idsText(ids), ...valuesOf(conditions) },
  )
}

/** Sorts what a source by creation, oldest first, brings. */
function* sorted(
  sql: Sql,
  by: KeySort,
  direction: Direction,
  source: IdSource,
  portions: Portions,
): IdSource {
  const parts: Float64Array[] = []
  for (const part of source) {
    parts.push(part)
    yield none
  }
  const wanted = concat(parts)
  if (wanted.length === 0) return
  if (wanted.length <= portions.sortedAtOnce) {
    yield sortIds(sql, { by, direction }, wanted)
    return
  }
  // Through the index of the sort instead: that takes the same time however many there are.
  let left = wanted.length
  for (const part of walk(sql, by, direction, portions)) {
    const kept = part.filter((id) => includes(wanted, id))
    yield kept
    left -= kept.length
    if (left === 0) return
  }
}

function concat(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** @param ids ascending */
function includes(ids: Float64Array, id: number): boolean {
  let low = 0
  let high = ids.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = ids[middle] ?? id
    if (found === id) return true
    if (found < id) low = middle + 1
    else high = middle - 1
  }
  return false
}

/** What is missing comes last in both directions; ties follow creation in the same direction. */
export function sortIds(sql: Sql, { by, direction }: MirrorQuery['sort'], ids: Float64Array): Float64Array {
  if (by === 'created') {
    const oldestFirst = ids.slice().sort()
    return direction === 'asc' ? oldestFirst : oldestFirst.reverse()
  }
  const { table, column } = sortOf(by)
  return selectIds(
    sql,
    `select k.id from json_each(:ids) j cross join ${table} k on k.id = j.value
      order by k.${column} is null, k.${column} ${direction}, k.id ${direction} limit :count`,
    { ids: idsText(ids), count: ids.length },
  )
}
