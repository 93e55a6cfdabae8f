import { distinct, entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import type { AmendableField, AmendableGroup, AmendableSection, FieldKind } from './amendable'
import { bookingGroup, countField, isCountPath } from './amendable-booking'
import { contactFields, contactTitle } from './contact-fields'
import { bookingOf, bookingOfPath, type FieldPath, isSamePath, valueAt } from './field-value'
import type { EntryList } from './list-entries'

type Fields = Readonly<Record<string, unknown>>

/** What may be changed at the top level of an order as it was read, and how; never throws. */
export function amendableGroups(order: unknown): AmendableGroup[] {
  const fields = fieldsOf(order)
  return [
    group('order', 'order', undefined, [
      field(order, ['order_external_reference'], 'text', { required: true }),
      field(order, ['order_language'], 'language', { required: true }),
    ]),
    ...distinct(
      entriesOf(fields.order_bookings).map((booking) => textOf(fieldsOf(booking).booking_reference)),
    ).map((reference) => bookingGroup(order, reference)),
    ...entriesOf(fields.order_contacts).map((contact, at) => contactGroup(order, contact, at)),
    ...entriesOf(fields.order_checkout_fields).flatMap((question, at) => questionGroup(order, question, at)),
    ...entriesOf(fields.order_custom_fields).map((custom, at) =>
      listed(at, 'order_custom_fields', 'customField', textOf(fieldsOf(custom).custom_field_name), [
        field(order, ['order_custom_fields', at, 'custom_field_value'], 'text'),
      ]),
    ),
    ...entriesOf(fields.order_flags).map((flag, at) =>
      listed(at, 'order_flags', 'flag', textOf(fieldsOf(flag).flag_name), [
        field(order, ['order_flags', at, 'flag_value'], 'text', { required: true }),
      ]),
    ),
    ...mailGroups(order),
  ]
}

/** The field at a path, if an amendment may change it. */
export function amendableField(order: unknown, path: FieldPath): AmendableField | undefined {
  const reference = bookingOfPath(path)
  if (reference !== undefined) return amendableBookingField(order, reference, path)
  return amendableGroups(order)
    .filter(({ locked }) => !locked)
    .flatMap(({ fields }) => fields)
    .find((candidate) => isSamePath(candidate.path, path))
}

function amendableBookingField(
  order: unknown,
  reference: string,
  path: FieldPath,
): AmendableField | undefined {
  const { locked, fields } = bookingGroup(order, reference)
  if (locked || !bookingOf(order, reference)) return undefined
  const known = fields.find((candidate) => isSamePath(candidate.path, path))
  // A kind of tickets that the booking has none of is added to it, where its numbers may be changed.
  const mayCount = fields.some(({ kind }) => kind === 'moment')
  return (
    known ??
    (mayCount && isCountPath(path)
      ? countField(order, reference, String(path[3]), String(path[4]))
      : undefined)
  )
}

/** Mails beside the tickets that a save asks for because the order says so, in the API's names. */
export function standingMails(order: unknown): string[] {
  const types = fieldsOf(fieldsOf(fieldsOf(fieldsOf(order).order_options).email_options).email_types)
  return distinct(Object.keys(types).filter((name) => name !== 'send_tickets' && types[name] === true))
}

function contactGroup(order: unknown, contact: unknown, at: number): AmendableGroup {
  const fields = fieldsOf(contact)
  const uid = textOf(fields.contact_uid)
  return {
    ...group(`contact ${at}`, 'contact', contactTitle(contact), contactFields(order, ['order_contacts', at])),
    entry: { list: 'order_contacts', at },
    type: textOf(fields.contact_type),
    ...(uid === undefined ? {} : { uid }),
    locked: uid !== undefined,
  }
}

/**
 * Answers that are one text, and the one that a question has not got yet. An answer of several is left as it is: nobody
 * says how its parts hang together.
 */
function questionGroup(order: unknown, question: unknown, at: number): AmendableGroup[] {
  const fields = fieldsOf(question)
  const choices = distinct(entriesOf(fields.checkout_field_options).map(textOf))
  const required = textOf(fields.checkout_field_restriction) === 'REQUIRED'
  const answerAt = (place: number) => {
    const path = ['order_checkout_fields', at, 'checkout_field_values', place, 'checkout_field_value', 0]
    return field(order, path, choices.length > 0 ? 'choice' : 'text', { required, choices })
  }
  const given = entriesOf(fields.checkout_field_values)
  const answers = given.flatMap((answer, place) => {
    const value = fieldsOf(answer).checkout_field_value
    const isOneText = Array.isArray(value) && value.length === 1 && typeof value[0] === 'string'
    return isOneText ? [answerAt(place)] : []
  })
  if (given.length === 0 && isAskedOnce(fields)) answers.push(answerAt(0))
  const title = textOf(fields.checkout_field_title) ?? textOf(fields.checkout_field_id)
  return answers.length > 0 ? [group(`question ${at}`, 'question', title, answers)] : []
}

/** Asked per ticket or kind, an answer has to say which it is for; those levels have no names that are known. */
const isAskedOnce = ({ checkout_field_level: level, checkout_field_input_type: input }: Fields): boolean =>
  ['PRODUCT', undefined].includes(textOf(level)) && ['SINGLE', undefined].includes(textOf(input))

const mailTypes = ['send_receipt', 'send_marketing', 'send_offers', 'send_notification']

/** Switches that the order came with. That of the tickets is decided at every save (rules.md #187). */
function mailGroups(order: unknown): AmendableGroup[] {
  const switches = mailTypes
    .map((name) => field(order, ['order_options', 'email_options', 'email_types', name], 'switch'))
    .filter(({ value }) => typeof value === 'boolean')
  return switches.length > 0 ? [group('mail', 'mail', undefined, switches)] : []
}

/** An entry of a list that may be taken off it. */
const listed = (
  at: number,
  list: EntryList,
  section: AmendableSection,
  title: string | undefined,
  fields: readonly AmendableField[],
): AmendableGroup => ({ ...group(`${section} ${at}`, section, title, fields), entry: { list, at } })

const group = (
  key: string,
  section: AmendableSection,
  title: string | undefined,
  fields: readonly AmendableField[],
): AmendableGroup => ({ key, section, title, locked: false, fields })

function field(
  order: unknown,
  path: FieldPath,
  kind: FieldKind,
  { required = false, choices = [] }: { required?: boolean; choices?: readonly string[] } = {},
): AmendableField {
  const name = path.findLast((key) => typeof key === 'string')
  return { path, name: String(name), kind, required, value: valueAt(order, path), choices }
}
