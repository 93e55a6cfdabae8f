import {
  type Amendment,
  bookingOfPath,
  type EntryList,
  entryLists,
  noteEntry,
} from '@shared/features/amendments'
import { entriesOf, fieldsOf } from '@shared/kernel/tolerant'
import { type JsonPath, readRaw, removeRaw, writeRaw } from '../../api'

/** One field that becomes another, from the order or booking down: `['order_language']`. */
export interface FieldChange {
  readonly path: JsonPath
  /** JSON text; `undefined` removes the field. */
  readonly raw: string | undefined
}

/**
 * What an amendment changes at the top level, in the body of the update of this order. Entries that go go last and from
 * the end on, so that every place is the one it was when the order was read.
 */
export function fieldChanges(order: unknown, amendment: Amendment): FieldChange[] {
  const { fields, note, added = [], removed = [] } = amendment
  const ofOrder = fields.filter(({ path }) => bookingOfPath(path) === undefined)
  return [
    ...ofOrder.map(({ path, wanted }) => ({
      path,
      raw: wanted === null ? undefined : JSON.stringify(wanted),
    })),
    ...(note ? appended(order, 'order_notes', [noteEntry(note)]) : []),
    ...entryLists.flatMap((list) =>
      appended(
        order,
        list,
        added.filter((entry) => entry.list === list).map(({ values }) => values),
      ),
    ),
    ...removed.toSorted((a, b) => b.at - a.at).map(({ list, at }) => ({ path: [list, at], raw: undefined })),
  ]
}

/** Behind the entries that are there. An order without any has no list, or null in its place. */
function appended(
  order: unknown,
  list: EntryList | 'order_notes',
  entries: readonly object[],
): FieldChange[] {
  const count = entriesOf(fieldsOf(order)[list]).length
  if (entries.length === 0) return []
  if (count === 0) return [{ path: [list], raw: JSON.stringify(entries) }]
  return entries.map((entry, at) => ({ path: [list, count + at], raw: JSON.stringify(entry) }))
}

/**
 * Makes a change in JSON text and leaves every other character as it was.
 * @throws JsonEditError where something else stands in the way, or the text is not JSON
 */
export function applyFieldChange(json: string, { path, raw }: FieldChange): string {
  if (raw === undefined) return removeRaw(json, path)
  // Missing, null and empty are alike (rules.md #47): what has to hold the field is made where it is not there.
  const opened = path.slice(0, -1).reduce((text: string, _, at) => {
    const place = path.slice(0, at + 1)
    const inside = typeof path[at + 1] === 'number' ? '[]' : '{}'
    return isEmpty(readRaw(text, place)) ? writeRaw(text, place, inside) : text
  }, json)
  return writeRaw(opened, path, raw)
}

const isEmpty = (raw: string | undefined) => raw === undefined || /^(null|""|\[\s*\])$/.test(raw)
