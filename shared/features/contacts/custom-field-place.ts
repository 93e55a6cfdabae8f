import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import type { FieldPath } from '../amendments'

const list = 'contact_custom_fields'

/**
 * Where a field of a contact stands in a later reading of it. Custom fields are told by their names, and those of one name
 * by which of them it is: somebody may have removed one, or put them in another order. One that is gone gets a place
 * where nothing stands.
 */
export function placeInLater(before: unknown, now: unknown, path: FieldPath): FieldPath {
  const [of, at, ...rest] = path
  if (of !== list || typeof at !== 'number' || at < 0) return path
  const names = namesOf(before)
  const name = names[at]
  const which = names.slice(0, at).filter((one) => one === name).length
  const places = namesOf(now).flatMap((one, place) => (one === name ? [place] : []))
  return [list, name === undefined ? -1 - at : (places[which] ?? -1 - at), ...rest]
}

const namesOf = (contact: unknown): (string | undefined)[] =>
  entriesOf(fieldsOf(contact)[list]).map((entry) => textOf(fieldsOf(entry).custom_field_name))
