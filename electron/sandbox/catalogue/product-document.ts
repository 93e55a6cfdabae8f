import { ACCOUNTS } from '../data/accounts'
import { capacityOf, codeSettings } from '../data/bookings'
import { decimalsOf, formatMinor, type Minor, percentageOf, taxWithin } from '../money/minor-units'
import { DAY, localTime } from '../time/local-time'
import { pickupPoints } from './pickup'
import { productOf } from './products'
import type { CatalogueProduct, FeeTemplate, TicketKind } from './types'

/** A product as `GET /products` shows it (model Product). Dates lie around the moment the data set was made. */
export function productDocument(product: CatalogueProduct, anchor: number) {
  const { supplier, starts } = product
  const { zone, currency } = supplier
  const decimals = decimalsOf(currency)
  const from = localTime(zone, anchor - 700 * DAY)
  const until = localTime(zone, anchor + 500 * DAY)
  const modified = productModified(product, anchor)
  return {
    product_id: product.id,
    product_internal_reference: `SKU-${product.id}`,
    ...ACCOUNTS.product,
    product_supplier_id: supplier.id,
    product_supplier_admin_id: supplier.adminId,
    product_supplier_admin_name: supplier.adminName,
    product_source_id: supplier.mode === 'OWN' ? '1' : '34564574',
    product_source_name: supplier.mode === 'OWN' ? 'Prioticket' : `${supplier.name} API`,
    product_default_language: 'en',
    product_version: 1,
    product_from_price: formatMinor(Math.min(...product.kinds.map((kind) => kind.price)), decimals),
    product_start_date: from,
    product_end_date: until,
    product_booking_start_date: from,
    product_booking_quantity_min: 1,
    product_booking_quantity_max: 50,
    product_duration: product.durationMinutes,
    product_third_party: supplier.mode !== 'OWN',
    product_seasonal_pricing: false,
    product_quantity_pricing: false,
    product_daily_pricing: false,
    product_dynamic_pricing: true,
    product_relation_details_visible: true,
    product_timepicker_visible: starts.length > 1,
    product_cluster: false,
    product_combi: product.combi.length > 0,
    product_bundle: product.bundle.length > 0,
    product_addon: product.addons.length > 0,
    product_availability: starts.length > 0,
    product_availability_assigned: false,
    product_capacity: starts.length > 0,
    product_traveldate_required: starts.length > 0,
    product_cancellation_allowed: product.cancellable,
    product_overbooking_allowed: false,
    product_past_date_booking_allowed: false,
    product_capacity_id: capacityOf(product),
    product_capacity_type: starts.length > 0 ? 'OWN' : 'NOT_SET',
    product_admission_type: product.admission,
    product_catalogue_status: 'ACTIVE',
    product_class: 'STANDARD',
    product_pickup_point: product.pickup ? 'OPTIONAL' : 'NOT_SET',
    ...(product.pickup && { product_pickup_point_details: pickupPoints(product) }),
    product_content: {
      product_title: product.title,
      product_supplier_name: supplier.name,
      product_short_description: `${product.title}, by ${supplier.name} in ${supplier.city}.`,
      product_long_description: `${product.title}. Made up for the sandbox: nothing of this can be visited.`,
    },
    product_redemption_rules: {
      redemption_has_duration: false,
      redemption_count_type: 'LIMITED',
      redemption_count_value: 1,
    },
    product_code_settings: codeSettings(product),
    product_payment_detail: { product_payment_currency: { currency_code: currency } },
    product_type_seasons: [
      {
        product_type_season_label: 'All year',
        product_type_season_start_date: from,
        product_type_season_end_date: until,
        product_type_season_details: product.kinds.map((kind) => kindDocument(product, kind, decimals)),
      },
    ],
    ...(product.policies.length > 0 && { product_cancellation_policies: product.policies }),
    product_locations: [
      {
        location_id: `LOC-${supplier.id}`,
        location_name: supplier.name,
        location_type: 'VENUE',
        location_address: {
          city: supplier.city,
          country: supplier.country,
          country_code: supplier.countryCode,
          latitude: supplier.latitude,
          longitude: supplier.longitude,
        },
      },
    ],
    ...related('product_combi_details', product, product.combi),
    ...related('product_bundle_details', product, product.bundle),
    ...related('product_addon_details', product, product.addons),
    product_destinations: [destinationOf(product)],
    product_languages: ['en'],
    product_content_languages: ['en'],
    product_created: from,
    product_created_name: 'Catalogue Desk',
    product_created_email: 'catalogue@desk.example.com',
    product_modified: localTime(zone, modified),
    product_modified_name: 'Catalogue Desk',
    product_modified_email: 'catalogue@desk.example.com',
  }
}

export type ProductDocument = ReturnType<typeof productDocument>

/** Products changed at different times before the anchor, later ones of the catalogue more recently. */
export function productModified(product: CatalogueProduct, anchor: number): number {
  return anchor - ((Number(product.id) * 7919) % 200) * DAY - 5 * DAY
}

export function destinationOf(product: CatalogueProduct): string {
  return `DEST-${product.supplier.countryCode}-${product.supplier.city.toUpperCase().slice(0, 3)}`
}

function kindDocument(product: CatalogueProduct, kind: TicketKind, decimals: number) {
  const { supplier } = product
  const level = (percent: number): string => formatMinor(percentageOf(kind.price, percent), decimals)
  return {
    product_type: kind.type,
    product_type_class: kind.class,
    product_type_id: kind.id,
    product_type_label: kind.label,
    ...(kind.ageFrom !== undefined && { product_type_age_from: kind.ageFrom }),
    ...(kind.ageTo !== undefined && { product_type_age_to: kind.ageTo }),
    product_type_pax: kind.pax,
    product_type_capacity: kind.capacity,
    product_type_price_tax_id: supplier.taxId,
    product_type_price_type: kind.class === 'GROUP' ? 'GROUP' : 'INDIVIDUAL',
    // Price levels from outside in (rule 111).
    product_type_pricing: {
      product_type_list_price: formatMinor(kind.price, decimals),
      product_type_sales_price: formatMinor(kind.price, decimals),
      product_type_distributor_price: level(88),
      product_type_reseller_price: level(80),
      product_type_market_price: level(74),
      product_type_supplier_price: level(60),
      product_type_display_price: true,
    },
    ...(product.fees.length > 0 && {
      product_type_fees: product.fees.map((fee) => feeDocument(fee, kind.price, decimals, supplier.taxRate)),
    }),
  }
}

function feeDocument(fee: FeeTemplate, price: Minor, decimals: number, taxRate: number) {
  const amount = fee.amount ?? percentageOf(price, fee.percentage ?? 0)
  return {
    fee_type: fee.type,
    fee_amount: formatMinor(amount, decimals),
    fee_tax_amount: formatMinor(taxWithin(amount, taxRate), decimals),
    ...(fee.percentage !== undefined && { fee_percentage: fee.percentage.toFixed(2) }),
    fee_included: fee.included,
  }
}

function related(field: string, parent: CatalogueProduct, ids: readonly string[]) {
  if (ids.length === 0) return {}
  const entries = ids.map(productOf).map((product) => ({
    product_id: product.id,
    product_parent_id: parent.id,
    product_supplier_id: product.supplier.id,
    product_supplier_name: product.supplier.name,
    product_title: product.title,
    product_from_price: formatMinor(
      Math.min(...product.kinds.map((kind) => kind.price)),
      decimalsOf(product.supplier.currency),
    ),
    product_currency_code: product.supplier.currency,
    product_admission_type: product.admission,
    product_class: 'STANDARD',
  }))
  return { [field]: entries }
}
