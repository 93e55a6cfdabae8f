/** Names from an order down; `*` stands for every entry of a list. */
export type FieldPattern = readonly string[]

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
  ...inEach(
    ['order_pricing'],
    [
      'price_subtotal',
      'price_promocodes',
      'price_taxes',
      'price_fees',
      'price_total',
      'price_type',
      'price_currency_code',
      'price_currency_rate',
      'price_margins',
    ],
  ),
  ...inEach(['order_contacts', '*'], ['contact_version', 'contact_created', 'contact_modified']),
  ['order_contacts', '*', 'contact_address', 'id'],
  ...inEach(['order_contacts', '*', 'contact_notes', '*'], noteFields()),
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
