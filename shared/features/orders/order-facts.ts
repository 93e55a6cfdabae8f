import { distinct, entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { type CustomFieldEntry, readCustomFields } from './order-contacts'
import { type NoteEntry, readNotes } from './order-notes'
import { type PriceBreakdown, readPricing } from './order-pricing'

/** What an order says of itself, apart from its bookings, payments, contacts and events. Values as sent. */
export interface OrderFacts {
  readonly reference: string | undefined
  readonly externalReference: string | undefined
  readonly status: string | undefined
  readonly version: string | undefined
  /** `order_settlement_type`; missing means EXTERNAL (rules.md #173). */
  readonly settlement: string | undefined
  readonly channel: string | undefined
  readonly language: string | undefined
  readonly created: Stamp
  readonly modified: Stamp
  readonly confirmed: string | undefined
  readonly cancelled: { readonly at: string | undefined; readonly reason: string | undefined }
  readonly parties: Readonly<Record<PartyRole, Party>>
  /** Whether Prio mails the tickets to the booker (rules.md #187). */
  readonly sendTickets: boolean | undefined
  /** Personal data was replaced (rules.md #198). */
  readonly redacted: boolean
  readonly price: PriceBreakdown
  readonly promotions: readonly Promotion[]
  readonly flags: readonly CustomFieldEntry[]
  readonly customFields: readonly CustomFieldEntry[]
  readonly questions: readonly AnsweredQuestion[]
  readonly notes: readonly NoteEntry[]
  readonly links: Readonly<Record<OrderLink, string | undefined>>
}

export const partyRoles = ['distributor', 'reseller', 'partner', 'merchant', 'platform'] as const
export type PartyRole = (typeof partyRoles)[number]
export const orderLinks = ['activity', 'customer', 'voucher'] as const
export type OrderLink = (typeof orderLinks)[number]

export interface Stamp {
  readonly at: string | undefined
  readonly by: string | undefined
}

export interface Party {
  readonly id: string | undefined
  readonly name: string | undefined
}

export interface Promotion {
  readonly code: string | undefined
  readonly title: string | undefined
  readonly description: string | undefined
}

/** A booking question with its answers; a question without any is still asked. */
export interface AnsweredQuestion {
  readonly title: string | undefined
  readonly answers: readonly { readonly text: string; readonly kind: string | undefined }[]
}

type Fields = Readonly<Record<string, unknown>>

/** Reads the top level of an order; never throws. */
export function orderFacts(order: unknown): OrderFacts {
  const fields = fieldsOf(order)
  const party = (role: PartyRole): Party => ({
    id: textOf(fields[`order_${role}_id`]),
    name: textOf(fields[`order_${role}_name`]),
  })
  const link = (name: OrderLink) => textOf(fields[`order_${name}_url`])
  return {
    reference: textOf(fields.order_reference),
    externalReference: textOf(fields.order_external_reference),
    status: textOf(fields.order_status),
    version: textOf(fields.order_version),
    settlement: textOf(fields.order_settlement_type),
    channel: textOf(fields.order_channel),
    language: textOf(fields.order_language),
    created: stamp(fields, 'order_created'),
    modified: stamp(fields, 'order_modified'),
    confirmed: textOf(fields.order_confirmed),
    cancelled: {
      at: textOf(fields.order_cancellation_date_time),
      reason: textOf(fields.order_cancellation_reason),
    },
    parties: {
      distributor: party('distributor'),
      reseller: party('reseller'),
      partner: party('partner'),
      merchant: party('merchant'),
      platform: party('platform'),
    },
    sendTickets: sendsTickets(fields),
    redacted: fields.order_redacted === true,
    price: readPricing(fields.order_pricing),
    promotions: readPromotions(fields.order_promocodes),
    flags: readFlags(fields.order_flags),
    customFields: readCustomFields(fields.order_custom_fields),
    questions: readQuestions(fields.order_checkout_fields),
    notes: readNotes(fields.order_notes),
    links: { activity: link('activity'), customer: link('customer'), voucher: link('voucher') },
  }
}

const stamp = (fields: Fields, name: string): Stamp => ({
  at: textOf(fields[name]),
  by: textOf(fields[`${name}_name`]) ?? textOf(fields[`${name}_email`]),
})

function sendsTickets(fields: Fields): boolean | undefined {
  const types = fieldsOf(fieldsOf(fieldsOf(fields.order_options).email_options).email_types)
  return typeof types.send_tickets === 'boolean' ? types.send_tickets : undefined
}

const readPromotions = (list: unknown): Promotion[] =>
  entriesOf(list)
    .map(fieldsOf)
    .map((entry) => ({
      code: textOf(entry.promo_code),
      title: textOf(entry.promo_title),
      description: textOf(entry.promo_description),
    }))
    .filter(({ code, title }) => code !== undefined || title !== undefined)

const readFlags = (list: unknown): CustomFieldEntry[] =>
  entriesOf(list)
    .map(fieldsOf)
    .map((flag) => ({ name: textOf(flag.flag_name), value: textOf(flag.flag_value) }))
    .filter(({ name, value }) => name !== undefined || value !== undefined)

function readQuestions(list: unknown): AnsweredQuestion[] {
  return entriesOf(list)
    .map(fieldsOf)
    .map((question) => ({
      title:
        textOf(question.checkout_field_title) ??
        textOf(question.checkout_field_label) ??
        textOf(question.checkout_field_type) ??
        textOf(question.checkout_field_id),
      answers: entriesOf(question.checkout_field_values).flatMap(readAnswer),
    }))
    .filter(({ title, answers }) => title !== undefined || answers.length > 0)
}

/** An answer comes as a list of texts (models.md, CheckoutFieldValue); a single text is read too. */
function readAnswer(entry: unknown) {
  const fields = fieldsOf(entry)
  const value = fields.checkout_field_value
  const text = distinct((Array.isArray(value) ? value : [value]).map(textOf)).join(', ')
  return text === '' ? [] : [{ text, kind: textOf(fields.checkout_field_value_product_type) }]
}
