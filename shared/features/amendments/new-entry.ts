import type { AmendableField } from './amendable'
import { contactFields, contactTypes } from './contact-fields'
import { type FieldProblem, fieldProblem } from './field-problem'
import type { AddedEntry, EntryList } from './list-entries'

/** What may be written of an entry that is added; paths lead from the entry down. */
export function newEntryFields(list: EntryList): AmendableField[] {
  if (list === 'order_custom_fields') return [text('custom_field_name', true), text('custom_field_value')]
  // An entry of its own needs all three (models.md, Flag): which there are, the API does not list.
  if (list === 'order_flags') return ['flag_id', 'flag_name', 'flag_value'].map((name) => text(name, true))
  const role: AmendableField = { ...text('contact_type', true), kind: 'choice', choices: contactTypes }
  return [role, ...contactFields({}, []).filter(({ path }) => path.length === 1)]
}

const text = (name: string, required = false): AmendableField => ({
  path: [name],
  name,
  kind: 'text',
  required,
  value: null,
  choices: [],
})

/** What is wrong with an entry that is to be added, by field; `UNKNOWN` for one that no such entry has. */
export function newEntryProblems({ list, values }: AddedEntry): Map<string, FieldProblem | 'UNKNOWN'> {
  const fields = newEntryFields(list)
  const problems = new Map<string, FieldProblem | 'UNKNOWN'>()
  for (const field of fields) {
    const problem = fieldProblem(field, values[field.name] ?? null)
    if (problem) problems.set(field.name, problem)
  }
  // Somebody has to be recognised by something; a name that cannot be split is the last one (models.md, Contact).
  const isNobody = list === 'order_contacts' && !values.contact_name_last?.trim() && !values.contact_email
  if (isNobody) problems.set('contact_name_last', 'REQUIRED')
  for (const name of Object.keys(values)) {
    if (!fields.some((field) => field.name === name)) problems.set(name, 'UNKNOWN')
  }
  return problems
}
