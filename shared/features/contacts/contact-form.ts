import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import {
  type AmendableField,
  contactFields,
  contactTypes,
  type FieldPath,
  type FieldProblem,
  type FieldValue,
  fieldProblem,
  valueAt,
} from '../amendments'

/** Values of `contact_classification` (enums.md, ContactClassification). */
const classifications = [
  'IMPORTANT',
  'VERY_IMPORTANT',
  'PROBLEMATIC',
  'DISABLEDPERSON',
  'TOPMANAGEMENT',
  'STAFF',
  'LOYALTYPROGRAM',
  'MEDIA',
  'FRIENDORFAMILY',
]

/** What may be written of a contact by itself, beside what may be of one on an order. */
const texts: readonly (readonly string[])[] = [
  ['contact_website'],
  ['contact_external_uid'],
  ['contact_company', 'company_registration_number'],
  ['contact_company', 'company_tax_number'],
  ['contact_address', 'name'],
  ['contact_address', 'notes'],
]

/**
 * Every field of a contact by itself that a person may change, with the values of its custom fields; never throws. What is
 * no text (an age, a list, what nobody told us of) is left as it is, and goes back with the rest.
 */
export function contactFormFields(contact: unknown): AmendableField[] {
  const field = (
    path: FieldPath,
    name: string,
    choices: readonly string[] | undefined = undefined,
  ): AmendableField => ({
    ...{ path, name, required: false, value: valueAt(contact, path) },
    kind: choices ? 'choice' : 'text',
    choices: choices ?? [],
  })
  const custom = entriesOf(fieldsOf(contact).contact_custom_fields).flatMap((entry, at) => {
    const { custom_field_name, custom_field_value } = fieldsOf(entry)
    const name = textOf(custom_field_name)
    const isText = typeof custom_field_value === 'string'
    return name === undefined || !isText
      ? []
      : [field(['contact_custom_fields', at, 'custom_field_value'], name)]
  })
  return [
    // Names first, as they are what is changed most.
    ...contactFields(contact, []),
    { ...field(['contact_type'], 'contact_type', contactTypes), required: true },
    field(['contact_classification'], 'contact_classification', classifications),
    ...texts.map((path) => field(path, path.at(-1) ?? '')),
    ...custom,
  ]
}

/** What the API takes all the same, as far as anybody says: a person is told, and may go on. */
const advised: readonly FieldProblem[] = ['EMAIL', 'PHONE', 'LANGUAGE']

/** What is wrong with a value for a contact by itself; `undefined` when it can be sent. */
export function contactFieldProblem(
  field: Pick<AmendableField, 'kind' | 'required' | 'choices' | 'value'>,
  wanted: FieldValue,
): FieldProblem | undefined {
  const problem = fieldProblem(field, wanted)
  if (problem === undefined || advised.includes(problem)) return undefined
  // A role that nobody told us of may stay (rules.md #55); one that was missing may stay missing.
  return wanted === field.value ? undefined : problem
}
