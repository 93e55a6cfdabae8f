import { decimalsOf, formatMinor, parseMinor, percentageOf, taxWithin } from '../money/minor-units'
import { stamp } from '../orders/change'
import type { BookingDocument, OrderDocument, PaymentDocument } from '../orders/document'
import { allTickets, currencyOf, ORDER_FEE, reprice } from '../orders/pricing'
import { orderStatusOf } from '../orders/status'
import { ACCOUNTS } from './accounts'
import { BookingWriter } from './bookings'
import { documentRandom, orderContacts } from './contacts'
import type { World } from './ordinary'
import { orderPayments } from './payments'
import type { Random } from './random'
import type { Recipe } from './recipe'
import type { References } from './references'

/** The first version of an order, as the server confirmed it. */
export function firstVersion(world: World, recipe: Recipe, references: References): OrderDocument {
  const random = documentRandom(world.seed, recipe.index)
  const reference = references.order(recipe.index)
  const made = stamp(recipe.created)
  const { extras, cashier, promo } = recipe
  const order: OrderDocument = {
    ...ACCOUNTS.order,
    ...(recipe.channel === 'PARTNER' && {
      order_partner_id: '4534543543',
      order_partner_name: 'Canal Hotels',
    }),
    order_reference: reference,
    order_external_reference: recipe.externalReference,
    order_status: 'ORDER_CONFIRMED',
    order_settlement_type: recipe.settlement,
    order_channel: recipe.channel,
    order_language: recipe.language,
    order_version: 1,
    order_contacts: orderContacts(recipe, references, world.seed, random),
    ...(promo && {
      order_promocodes: [
        { promo_title: promo.title, promo_description: promo.description, promo_code: promo.code },
      ],
    }),
    order_pricing: { price_subtotal: '0', price_total: '0' },
    order_options: { email_options: { email_types: { send_tickets: false } } },
    order_event_details: [
      {
        event_order_version: 1,
        event_type: 'ORDER_CREATE',
        event_created: made,
        event_creator_user_name: cashier.name,
        event_creator_user_email: cashier.email,
        event_creator_user_role: 'Agent',
      },
    ],
    ...(extras.note !== undefined && { order_notes: [noteOf(extras.note, recipe, made)] }),
    ...(extras.flags && {
      order_flags: [
        {
          flag_id: '223425262',
          flag_name: 'Welcome gift',
          flag_type: 'FLAG',
          flag_value_id: '1',
          flag_value: 'yes',
        },
      ],
    }),
    order_created: made,
    order_created_name: cashier.name,
    order_created_email: cashier.email,
    order_modified: made,
    order_modified_name: cashier.name,
    order_modified_email: cashier.email,
    order_bookings: new BookingWriter(world, recipe, references, random).write(),
  }
  if (extras.checkoutFields) addCheckoutFields(order, made)
  price(order, recipe, random)
  addPayments(order, recipe, references, random)
  order.order_status = extras.orderStatus ?? orderStatusOf(order)
  order.order_modified = latestOf(order)
  return Object.assign(order, structuredClone(extras.document), extras.unknown)
}

function price(order: OrderDocument, recipe: Recipe, random: Random): void {
  reprice(order)
  const decimals = decimalsOf(currencyOf(order))
  const total = parseMinor(order.order_pricing.price_total, decimals)
  if (recipe.payments !== 'SINGLE' || total === 0 || !random.chance(15)) return
  const fee = percentageOf(total, 1.5)
  if (fee === 0) return
  order.order_pricing.price_fees = [
    {
      fee_type: ORDER_FEE,
      fee_amount: formatMinor(fee, decimals),
      fee_percentage: '1.50',
      fee_tax_amount: formatMinor(taxWithin(fee, 21), decimals),
      fee_included: true,
    },
  ]
  reprice(order)
}

function addPayments(order: OrderDocument, recipe: Recipe, references: References, random: Random): void {
  const payments = orderPayments(recipe, order, references, random)
  if (payments.length > 0) order.order_payments = payments
  for (const booking of order.order_bookings) {
    const status = ticketPaymentStatus(recipe, payments, booking)
    for (const ticket of allTickets(booking)) ticket.product_type_payment_status = status
  }
}

function ticketPaymentStatus(
  recipe: Recipe,
  payments: readonly PaymentDocument[],
  booking: BookingDocument,
): string {
  if (recipe.settlement === 'EXTERNAL') return 'PAID'
  if (recipe.settlement === 'INVOICE') return 'NOT_REQUIRED'
  if (recipe.settlement === 'VENUE')
    return allTickets(booking).some((ticket) => ticket.product_type_redemption_status === 'REDEEMED')
      ? 'PAID'
      : 'PENDING'
  if (recipe.payments === 'AUTHORIZED') return 'AUTHORIZED'
  if (recipe.payments === 'DEPOSIT') return 'PARTIAL_PAID'
  if (recipe.payments === 'CHARGED_BACK') return 'CHARGEBACK'
  if (recipe.payments === 'LINK_SENT') return 'PENDING'
  return payments.length > 0 ? 'PAID' : 'NOT_REQUIRED'
}

/** Use of a ticket changes its order too. */
function latestOf(order: OrderDocument): string {
  return order.order_bookings
    .map((booking) => booking.booking_modified)
    .reduce((latest, each) => (Date.parse(each) > Date.parse(latest) ? each : latest), order.order_modified)
}

function noteOf(value: string, recipe: Recipe, made: string) {
  return {
    note_value: value,
    note_created: made,
    note_recipients: ['SUPPLIER', 'DISTRIBUTOR'],
    note_creator_account_type: 'DISTRIBUTOR',
    note_creator_user_name: recipe.cashier.name,
    note_creator_user_email: recipe.cashier.email,
    note_creator_user_role: 'Agent',
  }
}

/** Booking questions with their answers (rule 128). */
function addCheckoutFields(order: OrderDocument, made: string): void {
  const booking = order.order_bookings[0]
  order.order_checkout_fields = [
    {
      checkout_field_id: 'CF-4711',
      checkout_field_title: 'Means of arrival',
      checkout_field_label: 'How do you arrive?',
      checkout_field_account_type: 'DISTRIBUTOR',
      checkout_field_booking_reference: booking ? [booking.booking_reference] : [],
      checkout_field_restriction: 'REQUIRED',
      checkout_field_level: 'PRODUCT',
      checkout_field_input_type: 'SINGLE',
      checkout_field_type: 'arrival',
      checkout_field_options: ['AIR', 'RAIL', 'SEA', 'OTHER'],
      checkout_field_values: [{ checkout_field_value: ['RAIL'] }],
      checkout_field_created: made,
    },
  ]
  order.order_custom_fields = [{ custom_field_name: 'Campaign', custom_field_value: 'Newsletter 14' }]
}
