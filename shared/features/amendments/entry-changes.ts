import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { labelsOf, type OrderChange, type PathStep } from '../orders'
import type { AmendedField, FieldPath } from './field-value'
import { type EntryAmendment, type EntryList, entryAt } from './list-entries'

/**
 * What an amendment does to the entries of lists, one line for each that comes or goes, with the name a person knows it
 * by. Compared as versions are, a guest taken off before another guest would read as if the one became the other.
 */
export function entryChanges(
  order: unknown,
  { added = [], removed = [] }: EntryAmendment,
): readonly OrderChange[] {
  return [
    ...removed.map(
      (entry): OrderChange => ({ path: [step(entry.list, entryAt(order, entry))], kind: 'removed' }),
    ),
    ...added.flatMap(({ list, values }): OrderChange[] => {
      const here = step(list, values)
      const shown = Object.entries(values).filter(
        ([name]) => !here.entry?.some((label) => label.field === name),
      )
      return [
        { path: [here], kind: 'added' },
        ...shown.map(([field, after]): OrderChange => ({ path: [here, { field }], kind: 'added', after })),
      ]
    }),
  ]
}

/** How a field of a contact is to change; which contact is told by its place. */
export const contactChanges = (order: unknown, fields: readonly AmendedField[]): OrderChange[] =>
  fields.filter(isOfContact).map(({ path, seen, wanted }) => {
    const contact = entryAt(order, { list: 'order_contacts', at: Number(path[1]) })
    return {
      path: [step('order_contacts', contact), ...stepsIn(contact, path.slice(2))],
      kind: seen === null ? 'added' : wanted === null ? 'removed' : 'changed',
      ...(seen === null ? {} : { before: String(seen) }),
      ...(wanted === null ? {} : { after: String(wanted) }),
    }
  })

/** From a contact down. An entry of a list is told by its name: its place says nothing to a person. */
function stepsIn(value: unknown, [field, next, ...rest]: FieldPath): PathStep[] {
  if (field === undefined) return []
  const inner = fieldsOf(value)[field]
  if (typeof next !== 'number') {
    const path = next === undefined ? rest : [next, ...rest]
    return [{ field: String(field) }, ...stepsIn(inner, path)]
  }
  const entry = entriesOf(inner)[next]
  return [{ field: String(field), entry: labelsOf(String(field), entry) }, ...stepsIn(entry, rest)]
}

export const isOfContact = ({ path }: Pick<AmendedField, 'path'>): boolean => path[0] === 'order_contacts'

/** An entry by its name; a contact without one by its address. */
function step(list: EntryList, entry: unknown): PathStep {
  const labels = labelsOf(list, entry)
  const email = textOf(fieldsOf(entry).contact_email)
  const isNamed = labels.some(({ field }) => field !== 'contact_type')
  return {
    field: list,
    entry: isNamed || email === undefined ? labels : [...labels, { field: 'contact_email', value: email }],
  }
}
