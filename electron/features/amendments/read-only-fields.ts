import type { RawPattern } from '../../api'

/** Names from an order or a booking down; `*` stands for every entry of a list. */
export type FieldPattern = RawPattern

/**
 * Fields of an order that only the server writes (models.md; `readOnly` in the OpenAPI file, or in `Order` and not in
 * `OrderUpdateRequest`). They are not sent back. Of three v3.5 fields nobody says that they are read-only
 * (`order_credit`, `order_invoices`, `order_view_type`): they go along, since what is left out is deleted (rules.md
 * #153), while read-only fields that are sent are ignored (rules.md #56).
 */
export const readOnlyFields: readonly FieldPattern[] = [
  ...inEach(
    [],
    [
      'order_platform_id',
      'order_platform_name',
      'order_reseller_id',
      'order_reseller_name',
      'order_distributor_name',
      'order_partner_name',
      'order_reference',
      'order_status',
      'order_channel',
      'order_version',
      'order_promocodes',
      'order_payments',
      'order_event_details',
      'order_activity_url',
      'order_customer_url',
      'order_voucher_url',
      'order_created',
      'order_created_name',
      'order_created_email',
      'order_modified',
      'order_modified_name',
      'order_modified_email',
      'order_cancellation_date_time',
      'order_cancellation_reason',
      'order_archived',
      'order_redacted',
      'order_confirmed',
      'order_invoiced',
    ],
  ),
  ...inEach(['order_pricing'], priceFields()),
  ...contactFields().map((pattern) => ['order_contacts', '*', ...pattern]),
  ...inEach(['order_notes', '*'], noteFields()),
  ...inEach(
    ['order_checkout_fields', '*'],
    [
      'checkout_field_title',
      'checkout_field_label',
      'checkout_field_place_holder',
      'checkout_field_help_text',
      'checkout_field_account_type',
      'checkout_field_restriction',
      'checkout_field_level',
      'checkout_field_input_type',
      'checkout_field_type',
      'checkout_field_created',
    ],
  ),
]

/** Fields of a contact by itself that only the server writes (models.md; `readOnly` in the OpenAPI file). */
export const readOnlyContactFields: readonly FieldPattern[] = contactFields()

/**
 * Fields of a booking that only the server writes: in `Booking` of the OpenAPI file and not in `BookingUpdateRequest`.
 * `booking_invoice_status` and `product_type_pass` of v3.5 go along, as nobody says that they are read-only.
 */
export const readOnlyBookingFields: readonly FieldPattern[] = [
  ...inEach(
    [],
    [
      'booking_status',
      'booking_version',
      'booking_voucher_released',
      'booking_valid_until',
      'booking_customer_url',
      'booking_voucher_url',
      'booking_created',
      'booking_modified',
      'booking_confirmed',
      'booking_cancelled',
      'booking_cancellation_reason',
      'product_supplier_admin_id',
      'product_supplier_admin_name',
      'product_market_admin_id',
      'product_market_admin_name',
      'product_source_id',
      'product_source_name',
      'product_entry_notes',
      'product_class',
      'product_cancellation_allowed',
      'product_addon_details',
      'product_cancellation_policies',
      ...productFields(),
    ],
  ),
  ...inEach(['booking_pricing'], priceFields()),
  ...inEach(['booking_notes', '*'], noteFields()),
  ...inEach(
    ['product_pickup_point'],
    [
      'pickup_point_name',
      'pickup_point_description',
      'pickup_point_location',
      'pickup_point_duration',
      'pickup_point_availability_dependency',
    ],
  ),
  ...ticketFields([]),
  ...['product_combi_details', 'product_bundle_details'].flatMap((list) => [
    ...inEach([list, '*'], ['product_parent_id', 'booking_reference', ...productFields()]),
    ...ticketFields([list, '*']),
  ]),
]

function contactFields(): FieldPattern[] {
  return [
    ...inEach([], ['contact_version', 'contact_created', 'contact_modified']),
    ['contact_address', 'id'],
    ...inEach(['contact_notes', '*'], noteFields()),
  ]
}

/** Of a booking and of a part of one. */
function productFields() {
  return [
    'booking_supplier_reference',
    'product_title',
    'product_supplier_id',
    'product_supplier_name',
    'product_admission_type',
    'product_currency_code',
    'product_availability_from_date_time',
    'product_availability_to_date_time',
    'product_availability_capacity_id',
    'product_availability_capacity_shared_id',
    'product_code',
    'product_code_settings',
  ]
}

function ticketFields(place: FieldPattern): FieldPattern[] {
  const ticket = [...place, 'product_type_details', '*']
  return [
    ...inEach(ticket, [
      'product_type_class',
      'product_type_label',
      'product_type_age_from',
      'product_type_age_to',
      'product_type_pax',
      'product_type_capacity',
      'product_type_code_supplier_reference',
      'product_type_transaction_id',
      'product_type_status',
      'product_type_redemption_status',
      'product_type_payment_status',
      'product_type_redemption_date_time',
      'product_type_redemption_user_name',
      'product_type_redemption_user_email',
      'product_type_pass_details',
    ]),
    ...inEach([...ticket, 'product_type_pricing'], priceFields()),
    ...inEach([...ticket, 'product_type_spots', '*'], ['spot_name', 'spot_state']),
  ]
}

function priceFields() {
  return [
    'price_subtotal',
    'price_promocodes',
    'price_taxes',
    'price_fees',
    'price_total',
    'price_type',
    'price_currency_code',
    'price_currency_rate',
    'price_margins',
  ]
}

function noteFields() {
  return [
    'note_created',
    'note_creator_user_name',
    'note_creator_user_email',
    'note_creator_user_role',
    'note_date',
    'note_creator',
  ]
}

function inEach(place: FieldPattern, names: readonly string[]): FieldPattern[] {
  return names.map((name) => [...place, name])
}
