import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { type EntryLabel, identityOf, labelsOf } from './diff-identity'

/** One difference between two versions of an order. */
export interface OrderChange {
  /** From the outside in; the last step is what changed. */
  readonly path: readonly PathStep[]
  readonly kind: 'added' | 'removed' | 'changed'
  /** Values as sent. Absent on the side where there was none, and for a whole object that came or went. */
  readonly before?: string | undefined
  readonly after?: string | undefined
}

export interface PathStep {
  /** The API's name of the field. */
  readonly field: string
  /** For an entry of a list: what a person knows it by; empty when nothing says. */
  readonly entry?: readonly EntryLabel[] | undefined
}

/** Bookkeeping that differs between any two versions, and the log, which the history shows by itself. */
const bookkeeping = new Set([
  'order_version',
  'order_modified',
  'order_modified_name',
  'order_modified_email',
  'order_event_details',
  'booking_version',
  'booking_modified',
])

/**
 * What changed from one version of an order to another. Entries of lists are matched by what names them (a booking by
 * its reference, a ticket by its transaction id), so that a new order of a list is no change; missing, null and empty
 * are alike (rules.md #47). Never throws.
 */
export function diffOrder(before: unknown, after: unknown): OrderChange[] {
  return diffFields(fieldsOf(before), fieldsOf(after), [])
}

type Fields = Readonly<Record<string, unknown>>
type Path = readonly PathStep[]

function diffFields(before: Fields, after: Fields, path: Path): OrderChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names
    .filter((name) => !bookkeeping.has(name))
    .flatMap((name) => diffValue(before[name], after[name], name, path))
}

function diffValue(before: unknown, after: unknown, field: string, path: Path): OrderChange[] {
  if (isEmpty(before) && isEmpty(after)) return []
  const here = [...path, { field }]
  if (isList(before, after)) return diffLists(entriesOf(before), entriesOf(after), field, path)
  if (isObject(before, after)) return diffFields(fieldsOf(before), fieldsOf(after), here)
  const [was, is] = [asText(before), asText(after)]
  if (was === is) return []
  const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
  return [{ path: here, kind, before: was, after: is }]
}

function diffLists(
  before: readonly unknown[],
  after: readonly unknown[],
  field: string,
  path: Path,
): OrderChange[] {
  const [was, is] = [named(before, field), named(after, field)]
  const names = [...new Set([...was.keys(), ...is.keys()])]
  return names.flatMap((name) => {
    const [old, now] = [was.get(name), is.get(name)]
    const step = { field, entry: labelsOf(field, now ?? old) }
    if (old === undefined) return come('added', now, [...path, step])
    if (now === undefined) return come('removed', old, [...path, step])
    if (typeof old === 'object' && typeof now === 'object') {
      return diffFields(fieldsOf(old), fieldsOf(now), [...path, step])
    }
    return []
  })
}

/** Entries by what names them, or by what they hold; those that are named alike by their place among each other. */
function named(entries: readonly unknown[], field: string): Map<string, unknown> {
  const seen = new Map<string, number>()
  return new Map(
    entries
      .filter((entry) => !isEmpty(entry))
      .map((entry) => {
        const name = identityOf(field, entry) ?? JSON.stringify(entry)
        const place = (seen.get(name) ?? 0) + 1
        seen.set(name, place)
        return [`${name} ${place}`, entry]
      }),
  )
}

/** An entry that came or went. A bare value is shown; an object is known by its label. */
function come(kind: 'added' | 'removed', entry: unknown, path: Path): OrderChange[] {
  const value = typeof entry === 'object' ? undefined : asText(entry)
  return [{ path, kind, ...(kind === 'added' ? { after: value } : { before: value }) }]
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.values(value).every(isEmpty))

/** Both are lists, or the one that is there. */
const isList = (a: unknown, b: unknown) =>
  (isEmpty(a) || Array.isArray(a)) && (isEmpty(b) || Array.isArray(b))
const isObject = (a: unknown, b: unknown) => isEmptyOrObject(a) && isEmptyOrObject(b)
const isEmptyOrObject = (value: unknown) =>
  isEmpty(value) || (typeof value === 'object' && !Array.isArray(value))

function asText(value: unknown): string | undefined {
  if (isEmpty(value)) return undefined
  return textOf(value) ?? (typeof value === 'boolean' ? String(value) : JSON.stringify(value))
}
