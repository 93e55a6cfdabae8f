import type { OrderDocument } from '../orders/document'
import type { Leftover } from './leftover'
import type { Pseudonyms } from './pseudonyms'

type Fields = Record<string, unknown>

/** What stays of a contact: its part in the order, and what only the server writes. */
const KEPT_OF_CONTACT = new Set(['contact_type', 'contact_version', 'contact_created', 'contact_modified'])

/** Texts that have a form of their own, which no token fits: they are left out instead (rule 47). */
const OF_FIXED_FORM = new Set([
  'contact_birth_date',
  'contact_gender',
  'contact_language',
  'contact_classification',
  'country_code',
  'latitude',
  'longitude',
])

/** Texts of the payer at the hotel or in the provider's books (model PaymentGatewayDetails). */
const OF_PAYER = ['payment_hotel_guest_name', 'payment_hotel_room_number', 'payment_customer_id']

/**
 * Replaces the personal data of one document by tokens, in place. The rules do not say which fields these are
 * (rule 198): README.md has the list.
 */
export function redact(order: OrderDocument, tokens: Pseudonyms, leaves: Leftover | undefined): void {
  new Redaction(tokens, leaves).order(order)
}

class Redaction {
  readonly #tokens: Pseudonyms
  /** What is still to be spared, as a fault wants it. */
  #spared: Leftover | undefined

  constructor(tokens: Pseudonyms, leaves: Leftover | undefined) {
    this.#tokens = tokens
    this.#spared = leaves
  }

  order(order: OrderDocument): void {
    this.#notes(order.order_notes)
    for (const contact of entries(order.order_contacts)) this.#contact(contact)
    this.#texts(order.order_custom_fields, 'custom_field_value', 'custom-field')
    for (const field of entries(order.order_checkout_fields)) {
      for (const answer of entries(field.checkout_field_values)) {
        if (this.#spares('checkout-field')) continue
        if (answer.checkout_field_value !== undefined) {
          answer.checkout_field_value = this.#deep(answer.checkout_field_value, '')
        }
      }
    }
    for (const booking of entries(order.order_bookings)) this.#booking(booking)
    for (const payment of entries(order.order_payments)) this.#payment(payment)
  }

  #booking(booking: Fields): void {
    this.#notes(booking.booking_notes)
    this.#texts(booking.product_options, 'option_value_text')
    for (const name of ['product_combi_details', 'product_bundle_details']) {
      for (const part of entries(booking[name])) this.#booking(part)
    }
  }

  #payment(payment: Fields): void {
    for (const contact of entries([payment.payment_contact])) this.#contact(contact)
    this.#notes(payment.payment_notes)
    this.#text(payment, 'payment_external_reference')
    for (const gateway of entries([payment.payment_gateway_details])) {
      for (const name of OF_PAYER) this.#text(gateway, name)
      for (const values of entries([gateway.payment_gateway_additional_values])) {
        for (const name of Object.keys(values)) this.#text(values, name, 'payment')
      }
    }
  }

  #contact(contact: Fields): void {
    for (const [name, value] of Object.entries(contact)) {
      if (KEPT_OF_CONTACT.has(name)) continue
      if (name === 'contact_notes') this.#notes(value)
      else if (name === 'contact_custom_fields') this.#texts(value, 'custom_field_value', 'custom-field')
      else if (this.#sparesField(name)) continue
      else put(contact, name, this.#deep(value, name))
    }
  }

  #notes(notes: unknown): void {
    this.#texts(notes, 'note_value', 'note')
  }

  #texts(list: unknown, name: string, kind?: Leftover['what']): void {
    for (const entry of entries(list)) this.#text(entry, name, kind)
  }

  #text(fields: Fields, name: string, kind?: Leftover['what']): void {
    const value = fields[name]
    if (value === undefined || value === null || (kind !== undefined && this.#spares(kind))) return
    put(fields, name, this.#deep(value, name))
  }

  /** Texts become tokens wherever they lie; numbers and texts of a fixed form go (undefined). */
  #deep(value: unknown, name: string): unknown {
    if (typeof value === 'string') return this.#replaced(value, name)
    if (Array.isArray(value)) {
      return value.map((entry) => this.#deep(entry, name)).filter((entry) => entry !== undefined)
    }
    if (typeof value !== 'object' || value === null) return undefined
    const copy: Fields = { ...value }
    for (const [inner, entry] of Object.entries(copy)) put(copy, inner, this.#deep(entry, inner))
    return copy
  }

  #replaced(value: string, name: string): string | undefined {
    if (value === '' || OF_FIXED_FORM.has(name)) return undefined
    if (name === 'contact_uid') return this.#tokens.uuid(value)
    return name === 'contact_email' ? this.#tokens.email(value) : this.#tokens.text(value)
  }

  /** True once, for the first thing of the kind that is to be left. */
  #spares(kind: Leftover['what']): boolean {
    if (this.#spared?.what !== kind) return false
    this.#spared = undefined
    return true
  }

  #sparesField(name: string): boolean {
    return this.#spared?.what === 'guest-field' && this.#spared.field === name && this.#spares('guest-field')
  }
}

function put(fields: Fields, name: string, value: unknown): void {
  if (value === undefined) delete fields[name]
  else fields[name] = value
}

const entries = (list: unknown): readonly Fields[] =>
  (Array.isArray(list) ? list : []).filter((entry) => typeof entry === 'object' && entry !== null)
