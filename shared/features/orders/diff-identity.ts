import { fieldsOf, textOf } from '../../kernel/tolerant'

/** How the entries of a list are told apart, and how a person knows them. */
interface ListIdentity {
  /** The first of these fields that has a value names the entry. */
  readonly keys: readonly string[]
  /** Fields that say which one it is; of those in brackets the first that has a value. */
  readonly labels: readonly (string | readonly string[])[]
}

/** A field that says which entry is meant, and its value as sent. */
export interface EntryLabel {
  readonly field: string
  readonly value: string
}

const identities: Readonly<Record<string, ListIdentity>> = {
  order_bookings: { keys: ['booking_reference'], labels: ['product_title', 'booking_reference'] },
  product_combi_details: {
    keys: ['booking_reference', 'product_id'],
    labels: ['product_title', 'booking_reference'],
  },
  product_bundle_details: {
    keys: ['booking_reference', 'product_id'],
    labels: ['product_title', 'booking_reference'],
  },
  product_addon_details: {
    keys: ['booking_reference', 'product_id'],
    labels: ['product_title', 'booking_reference'],
  },
  product_type_details: {
    keys: ['product_type_transaction_id', 'product_type_id'],
    labels: ['product_type_label', 'product_type_transaction_id'],
  },
  order_payments: { keys: ['payment_id'], labels: ['payment_type', 'payment_id'] },
  order_contacts: {
    keys: ['contact_uid', 'contact_type'],
    labels: ['contact_type', 'contact_name_first', 'contact_name_last'],
  },
  order_promocodes: { keys: ['promo_code'], labels: ['promo_code'] },
  price_promocodes: { keys: ['promo_code'], labels: ['promo_code'] },
  price_variations: { keys: ['variation_type'], labels: [['variation_label', 'variation_type']] },
  price_taxes: { keys: ['tax_id'], labels: [['tax_name', 'tax_id']] },
  price_fees: { keys: ['fee_type'], labels: [['fee_label', 'fee_type']] },
  price_margins: { keys: ['margin_type'], labels: ['margin_type'] },
  order_flags: { keys: ['flag_id'], labels: ['flag_name'] },
  order_custom_fields: { keys: ['custom_field_name'], labels: ['custom_field_name'] },
  contact_custom_fields: { keys: ['custom_field_name'], labels: ['custom_field_name'] },
  order_checkout_fields: { keys: ['checkout_field_id'], labels: ['checkout_field_title'] },
  checkout_field_values: {
    keys: ['checkout_field_value_transaction_reference', 'checkout_field_value_product_type'],
    labels: ['checkout_field_value_product_type'],
  },
  order_notes: { keys: ['note_created', 'note_value'], labels: ['note_value'] },
  booking_notes: { keys: ['note_created', 'note_value'], labels: ['note_value'] },
  contact_notes: { keys: ['note_created', 'note_value'], labels: ['note_value'] },
  payment_notes: { keys: ['note_created', 'note_value'], labels: ['note_value'] },
  pass_redemptions: { keys: ['pass_redemption_date_time'], labels: ['pass_redemption_date_time'] },
}

/** The field that names an entry of this list and its value; `undefined` when nothing does. */
export function identityOf(list: string, entry: unknown): string | undefined {
  const fields = fieldsOf(entry)
  for (const key of identities[list]?.keys ?? []) {
    const value = textOf(fields[key])
    if (value !== undefined) return `${key} ${value}`
  }
  return undefined
}

/** What a person knows an entry by; empty when nothing says. */
export function labelsOf(list: string, entry: unknown): EntryLabel[] {
  const fields = fieldsOf(entry)
  return (identities[list]?.labels ?? []).flatMap((label) => {
    const alternatives = typeof label === 'string' ? [label] : label
    const field = alternatives.find((name) => textOf(fields[name]) !== undefined)
    const value = field === undefined ? undefined : textOf(fields[field])
    return field === undefined || value === undefined ? [] : [{ field, value }]
  })
}
