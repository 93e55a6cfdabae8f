import { z } from 'zod'
import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'

/** Lists of an order whose entries come and go. What is not sent again is removed (rules.md #153). */
export const entryLists = ['order_contacts', 'order_custom_fields', 'order_flags'] as const
export type EntryList = (typeof entryLists)[number]

const listSchema = z.enum(entryLists)

/** An entry to take off: where it stood when the person saw it, and by what they knew it. */
export const removedEntrySchema = z.strictObject({
  list: listSchema,
  at: z.number().int().min(0).max(9999),
  /** {@link entryMark} of it. */
  seen: z.string().max(8000),
})
export type RemovedEntry = z.infer<typeof removedEntrySchema>

/** An entry to put behind those that are there, by the API's names. */
export const addedEntrySchema = z.strictObject({
  list: listSchema,
  values: z.record(z.string().min(1).max(64), z.string().min(1).max(2000)),
})
export type AddedEntry = z.infer<typeof addedEntrySchema>

/** Entries that an amendment adds and takes off. Places are those of the order as it was read. */
export interface EntryAmendment {
  readonly added?: readonly AddedEntry[] | undefined
  readonly removed?: readonly RemovedEntry[] | undefined
}

const marks: Readonly<Record<EntryList, readonly string[]>> = {
  order_contacts: [
    'contact_uid',
    'contact_type',
    'contact_name_first',
    'contact_name_last',
    'contact_email',
    'contact_phone',
  ],
  order_custom_fields: ['custom_field_name', 'custom_field_value'],
  order_flags: ['flag_id', 'flag_value_id', 'flag_value'],
}

/** What tells an entry from another that may stand in its place by now. */
export const entryMark = (list: EntryList, entry: unknown): string =>
  JSON.stringify(marks[list].map((name) => textOf(fieldsOf(entry)[name]) ?? ''))

/** The entry at a place of a list of an order. */
export const entryAt = (order: unknown, { list, at }: Pick<RemovedEntry, 'list' | 'at'>): unknown =>
  entriesOf(fieldsOf(order)[list])[at]

/** Whether the entry that was seen still stands in its place. */
export function isInPlace(order: unknown, removed: RemovedEntry): boolean {
  const entry = entryAt(order, removed)
  return entry !== undefined && entryMark(removed.list, entry) === removed.seen
}

/** How many entries of an order read like the one to take off. */
export const countAlike = (order: unknown, { list, seen }: RemovedEntry): number =>
  entriesOf(fieldsOf(order)[list]).filter((entry) => entryMark(list, entry) === seen).length

/** How many entries of an order have all values of the one to add. */
export const countHolding = (order: unknown, { list, values }: AddedEntry): number =>
  entriesOf(fieldsOf(order)[list]).filter((entry) =>
    Object.entries(values).every(([name, value]) => textOf(fieldsOf(entry)[name]) === textOf(value)),
  ).length

/** An order with entries added and taken off. */
export function withEntries(order: unknown, { added = [], removed = [] }: EntryAmendment): unknown {
  const lists = entryLists.filter((list) => [...added, ...removed].some((entry) => entry.list === list))
  if (lists.length === 0) return order
  const fields = fieldsOf(order)
  const changed = lists.map((list) => {
    const gone = new Set(removed.filter((entry) => entry.list === list).map(({ at }) => at))
    const left = entriesOf(fields[list]).filter((_, at) => !gone.has(at))
    return [list, [...left, ...added.filter((entry) => entry.list === list).map(({ values }) => values)]]
  })
  return { ...fields, ...Object.fromEntries(changed) }
}

/**
 * Where a path of the order as it was seen leads in one from which entries were taken off: those behind them move up.
 * While an entry that goes still stands in its place, nothing has moved.
 */
export function pathWithout<Path extends readonly (string | number)[]>(
  order: unknown,
  path: Path,
  removed: readonly RemovedEntry[] = [],
): readonly (string | number)[] {
  const [list, at, ...rest] = path
  if (typeof at !== 'number' || list === undefined) return path
  const gone = removed.filter((entry) => entry.list === list && entry.at < at && !isInPlace(order, entry))
  return [list, at - gone.length, ...rest]
}
