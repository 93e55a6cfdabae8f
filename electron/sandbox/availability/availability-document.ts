import { capacityOf } from '../data/bookings'
import { decimalsOf, formatMinor, type Minor, percentageOf } from '../money/minor-units'
import { HOUR, localTime } from '../time/local-time'
import type { Party } from './party'
import type { OpenSlot } from './slot-book'
import type { SlotMaker } from './slots'

const DAY = 24 * HOUR
const BOOKABLE_AHEAD = 400 * DAY

/** A slot as the three availability calls show it (model Availability), in the local time of its place (rule 102). */
export function availabilityDocument(slot: OpenSlot) {
  const { product } = slot
  const { zone } = product.supplier
  return {
    availability_id: slot.id,
    availability_capacity_id: capacityOf(product),
    availability_product_id: product.id,
    availability_admission_type: product.admission,
    availability_active: slot.active,
    availability_duration: (slot.end - slot.start) / 1000,
    availability_from_date_time: localTime(zone, slot.start),
    availability_to_date_time: localTime(zone, slot.end),
    availability_booking_window_start: localTime(zone, slot.start - BOOKABLE_AHEAD),
    availability_booking_window_end: localTime(zone, slot.start),
    availability_spots: {
      availability_spots_total: slot.total,
      availability_spots_reserved: slot.reserved,
      availability_spots_booked: slot.booked,
      availability_spots_open: slot.open,
    },
    availability_created: localTime(zone, slot.start - BOOKABLE_AHEAD),
    availability_modified: localTime(zone, slot.modified),
  }
}

/** Price levels as shares of the sales price (rule 111), as the catalogue has them. */
const LEVELS = { distributor: 88, reseller: 80, market: 74, supplier: 60 } as const

/** What a party pays in a slot (rule 99): each kind by the piece, and sums for all. */
export function availabilityPricing(slot: OpenSlot, party: Party, maker: SlotMaker) {
  const { product } = slot
  const decimals = decimalsOf(product.supplier.currency)
  const text = (amount: Minor) => formatMinor(amount, decimals)
  const lines = party.map(({ kind, count }) => {
    const sales = kind.price + maker.variationOf(slot, kind.price)
    const fees = product.fees.map((fee) => ({
      fee,
      amount: fee.amount ?? percentageOf(sales, fee.percentage ?? 0),
    }))
    return { kind, count, sales, fees: sales === 0 ? [] : fees }
  })
  const sum = (share: number) =>
    lines.reduce((total, line) => total + percentageOf(line.sales, share) * line.count, 0)
  const feeTotals = product.fees.map((fee) => ({
    fee_type: fee.type,
    fee_amount: text(
      lines.reduce(
        (total, line) => total + (line.fees.find((each) => each.fee === fee)?.amount ?? 0) * line.count,
        0,
      ),
    ),
    ...(fee.percentage !== undefined && { fee_percentage: fee.percentage.toFixed(2) }),
    fee_included: fee.included,
  }))
  return [
    {
      pricing_total: {
        total_sales_price: text(sum(100)),
        total_distributor_price: text(sum(LEVELS.distributor)),
        total_reseller_price: text(sum(LEVELS.reseller)),
        total_market_price: text(sum(LEVELS.market)),
        total_supplier_price: text(sum(LEVELS.supplier)),
        ...(feeTotals.length > 0 && { total_fees: feeTotals }),
      },
      product_type_pricing: lines.map(({ kind, sales, fees }) => ({
        product_type: kind.type,
        product_type_id: kind.id,
        product_type_price_type: kind.class === 'GROUP' ? 'GROUP' : 'INDIVIDUAL',
        product_type_sales_price: text(sales),
        product_type_distributor_price: text(percentageOf(sales, LEVELS.distributor)),
        product_type_reseller_price: text(percentageOf(sales, LEVELS.reseller)),
        product_type_market_price: text(percentageOf(sales, LEVELS.market)),
        product_type_supplier_price: text(percentageOf(sales, LEVELS.supplier)),
        product_type_quantity_min: 1,
        product_type_quantity_max: 50,
        ...(fees.length > 0 && {
          product_type_fees: fees.map(({ fee, amount }) => ({
            fee_type: fee.type,
            fee_amount: text(amount),
            ...(fee.percentage !== undefined && { fee_percentage: fee.percentage.toFixed(2) }),
            fee_included: fee.included,
          })),
        }),
      })),
    },
  ]
}
