import { allocate, decimalsOf, formatMinor, type Minor, parseMinor, ratioOf } from '../money/minor-units'
import type { OrderDocument, PaymentDocument } from '../orders/document'
import { currencyOf } from '../orders/pricing'
import { DAY, localTime, MINUTE } from '../time/local-time'
import { DESK_ZONE } from './contacts'
import { mix, type Random } from './random'
import type { Recipe } from './recipe'
import type { References } from './references'

/** Units of a currency for one euro, times 10,000: good enough for made-up payments. */
const PER_EURO: Readonly<Record<string, number>> = {
  AED: 42_700,
  AUD: 17_800,
  BHD: 4_380,
  DKK: 74_600,
  EUR: 10_000,
  GBP: 8_420,
  INR: 982_000,
  JPY: 1_786_000,
  KWD: 3_560,
  USD: 11_630,
}

interface Draft {
  readonly amount: Minor
  readonly type: string
  readonly status: string
  readonly currency?: string
  readonly bookings?: readonly string[]
  readonly originalOf?: number
  /** Further fields of the record. */
  readonly more?: Partial<PaymentDocument>
}

/** The payment records of a new order, newest first (model Order). Nothing is paid when the total is zero (rule 181). */
export function orderPayments(
  recipe: Recipe,
  order: OrderDocument,
  references: References,
  random: Random,
): PaymentDocument[] {
  const currency = currencyOf(order)
  const decimals = decimalsOf(currency)
  const total = parseMinor(order.order_pricing.price_total, decimals)
  if (total <= 0) return []
  const method = random.pick(['ONLINE', 'ONLINE', 'ONLINE', 'LINK', 'TERMINAL'])
  const scheme = random.pick(['VISA', 'MASTERCARD', 'IDEAL', 'APPLE_PAY', 'AMERICAN_EXPRESS', 'UNIONPAY'])
  const gateway = random.pick(['ADYEN', 'ADYEN', 'STRIPE', 'MULTISAFE', 'WORLDPAY'])
  const recorded = recipe.payments === 'RECORDED'
  let running = 0
  const records = draftsOf(recipe, order, total, currency).map((draft, position): PaymentDocument => {
    if (draft.type === 'CAPTURE' && draft.status === 'PAID') running += draft.amount
    if (draft.type === 'REFUND') running -= draft.amount
    const number = position + 1
    const paidIn = draft.currency ?? currency
    return {
      payment_id: references.payment(recipe.index, number),
      ...(draft.originalOf !== undefined && {
        payment_original_id: references.payment(recipe.index, draft.originalOf),
      }),
      payment_merchant_reference: references.merchantPayment(recipe.index, number),
      payment_order_reference: order.order_reference,
      ...(draft.bookings && { payment_booking_references: [...draft.bookings] }),
      payment_order_version: 1,
      payment_status: draft.status,
      payment_method: recorded ? 'EXTERNAL' : method,
      ...(!recorded && { payment_scheme: scheme }),
      payment_type: draft.type,
      payment_recurring: false,
      payment_currency_code: paidIn,
      ...converted(draft.amount, currency, paidIn),
      payment_amount: formatMinor(draft.amount, decimals),
      payment_total: formatMinor(running, decimals),
      ...(!recorded && {
        payment_gateway_details: {
          payment_merchant_account_name: 'GatehouseDemoECOM',
          payment_service_provider_reference: references.pspPayment(recipe.index, number),
          ...(draft.originalOf !== undefined && {
            payment_service_provider_original_reference: references.pspPayment(
              recipe.index,
              draft.originalOf,
            ),
          }),
          payment_gateway_type: gateway,
          ...additionalValues(recipe, order),
        },
      }),
      payment_created: localTime(DESK_ZONE, recipe.created + position * MINUTE),
      payment_created_name: recipe.cashier.name,
      payment_created_email: recipe.cashier.email,
      ...draft.more,
      ...structuredClone(recipe.extras.payment),
    }
  })
  return records.reverse()
}

/** What the provider says of the payer, as some do. */
function additionalValues({ extras, index }: Recipe, order: OrderDocument) {
  if (extras.psp) return { payment_gateway_additional_values: { ...extras.psp } }
  const [booker] = order.order_contacts ?? []
  if (mix(index) % 3 !== 0 || booker === undefined) return {}
  const name = `${booker.contact_name_first ?? ''} ${booker.contact_name_last ?? ''}`.trim()
  return {
    payment_gateway_additional_values: {
      psp_shopper_name: name,
      psp_shopper_cardnumber: String(mix(index + 1) % 10_000).padStart(4, '0'),
    },
  }
}

function draftsOf(recipe: Recipe, order: OrderDocument, total: Minor, currency: string): Draft[] {
  const capture = (amount: Minor, rest: Partial<Draft> = {}): Draft => ({
    amount,
    type: 'CAPTURE',
    status: 'PAID',
    ...rest,
  })
  const authorization = { type: 'AUTHORIZATION', status: 'AUTHORIZED' }
  const foreign = currency === 'USD' ? 'EUR' : 'USD'
  const [most = 0, rest = 0] = allocate(total, [6, 4])
  switch (recipe.payments) {
    case 'NONE':
      return []
    case 'RECORDED':
    case 'SINGLE':
      return [capture(total)]
    case 'CAPTURED_LATER':
      return [capture(total, authorization), capture(total, { originalOf: 1 })]
    case 'AUTHORIZED':
      return [capture(total, authorization)]
    case 'SPLIT':
      return [capture(most), capture(rest)]
    case 'SPLIT_BY_BOOKING':
      return order.order_bookings.map((booking) =>
        capture(parseMinor(booking.booking_pricing.price_total, decimalsOf(currency)), {
          bookings: [booking.booking_reference],
        }),
      )
    case 'FOREIGN':
      return [capture(total, { currency: foreign })]
    case 'TWO_CURRENCIES':
      return [capture(most), capture(rest, { currency: foreign })]
    case 'DEPOSIT':
      return [capture(rest)]
    case 'PAID_TWICE':
      return [capture(total), capture(total)]
    case 'CHARGED_BACK':
      return [
        capture(total),
        capture(total, {
          type: 'REFUND',
          status: 'CHARGEBACK',
          originalOf: 1,
          more: { payment_refund_type: 'CHARGE_BACK' },
        }),
      ]
    case 'LINK_SENT':
      return [
        capture(total, {
          status: 'PENDING',
          more: {
            payment_method: 'LINK',
            payment_link: 'https://pay.example.com/s/demo',
            payment_link_expires_at: localTime(DESK_ZONE, recipe.created + 60 * DAY),
          },
        }),
      ]
    case 'REFUSED_FIRST':
      return [capture(total, { status: 'REFUSED' }), capture(total)]
  }
}

/** Amount and rate in the guest's currency; the rate leads from the order's currency to the guest's. */
function converted(amount: Minor, from: string, to: string) {
  if (from === to) return { payment_currency_amount: formatMinor(amount, decimalsOf(from)) }
  const rate = ((PER_EURO[to] ?? 1) / (PER_EURO[from] ?? 1)).toFixed(4)
  const shift = 10 ** (decimalsOf(to) - decimalsOf(from) + 4)
  const scaled = Math.round(Number(rate) * 10_000)
  const inTheirs = ratioOf(amount, Math.round(scaled * shift), 10 ** 8)
  return { payment_currency_rate: rate, payment_currency_amount: formatMinor(inTheirs, decimalsOf(to)) }
}
