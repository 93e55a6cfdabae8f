import { bookedPickup } from '../catalogue/pickup'
import { productOf } from '../catalogue/products'
import type { CatalogueProduct, TicketKind } from '../catalogue/types'
import { percentageOf } from '../money/minor-units'
import type { AddonDocument, BookingDocument, PartDocument, TicketDocument } from '../orders/document'
import { mayBeCancelled } from '../orders/status'
import { DAY, localTime, MINUTE } from '../time/local-time'
import { ACCOUNTS } from './accounts'
import { DESK_ZONE } from './contacts'
import type { World } from './ordinary'
import type { Random } from './random'
import type { BookingRecipe, Recipe } from './recipe'
import type { References } from './references'
import { ticketDocument } from './ticket-document'
import { seasonal, sharedTicketPricing, type Variation } from './ticket-price'

const PARTNER_DISCOUNT = { type: 'PARTNER_DISCOUNT', label: 'Partner discount' } as const

/** Writes the bookings of a recipe out as the server first confirmed them. */
export class BookingWriter {
  readonly #world: World
  readonly #recipe: Recipe
  readonly #references: References
  readonly #random: Random
  #tickets = 0

  constructor(world: World, recipe: Recipe, references: References, random: Random) {
    this.#world = world
    this.#recipe = recipe
    this.#references = references
    this.#random = random
  }

  write(): BookingDocument[] {
    const bookings = this.#recipe.bookings.map((recipe) => this.#booking(recipe))
    for (const [position, recipe] of this.#recipe.bookings.entries()) {
      const addon = bookings[position]
      const main = recipe.addonOf === undefined ? undefined : bookings[recipe.addonOf - 1]
      if (addon && main) linkAddon(this.#references.order(this.#recipe.index), main, addon)
    }
    return bookings
  }

  #booking(recipe: BookingRecipe): BookingDocument {
    const { product } = recipe
    const { index, created } = this.#recipe
    const made = localTime(DESK_ZONE, created)
    const confirmed = recipe.status === 'BOOKING_CONFIRMED'
    const booking: BookingDocument = {
      booking_external_reference: `${this.#recipe.externalReference}/${recipe.number}`,
      booking_reference: this.#references.booking(index, recipe.number),
      ...(product.supplier.mode !== 'OWN' && {
        booking_supplier_reference: `${product.supplier.countryCode}-${this.#references.booking(index, recipe.number).slice(-6)}`,
      }),
      booking_status: recipe.status,
      booking_version: 1,
      booking_voucher_released: recipe.released,
      ...this.#times(product, recipe.start),
      booking_language: this.#recipe.language,
      booking_pricing: { price_subtotal: '0', price_total: '0' },
      ...(this.#recipe.extras.bookingNote !== undefined && {
        booking_notes: [
          { note_value: this.#recipe.extras.bookingNote, note_created: made, note_recipients: ['SUPPLIER'] },
        ],
      }),
      booking_created: made,
      booking_modified: recipe.redeemedAt === undefined ? made : localTime(DESK_ZONE, recipe.redeemedAt),
      ...(confirmed && { booking_confirmed: made }),
      product_id: product.id,
      product_title: product.title,
      ...supplierFields(product),
      ...ACCOUNTS.booking,
      product_admission_type: product.admission,
      product_class: 'STANDARD',
      product_currency_code: product.supplier.currency,
      product_cancellation_allowed: product.cancellable,
      ...(product.pickup && bookedPickup(product)),
      ...(product.combi.length > 0 && { product_combi_details: this.#parts(recipe, product.combi, false) }),
      ...(product.bundle.length > 0 && { product_bundle_details: this.#parts(recipe, product.bundle, true) }),
      ...(product.groupCode && { product_code: this.#references.groupCode(index, recipe.number) }),
      product_code_settings: codeSettings(product),
      product_type_details: product.bundle.length > 0 ? [] : this.#ownTickets(recipe),
      ...(product.policies.length > 0 && { product_cancellation_policies: [...product.policies] }),
      ...this.#recipe.extras.bookingUnknown,
    }
    booking.product_cancellation_allowed = mayBeCancelled(product.cancellable, booking)
    return booking
  }

  #times(product: CatalogueProduct, start: number | undefined) {
    const { zone } = product.supplier
    if (start === undefined) {
      return { booking_valid_until: localTime(zone, this.#recipe.created + 365 * DAY) }
    }
    return { booking_travel_date: localTime(zone, start), ...slotFields(product, start) }
  }

  #ownTickets(recipe: BookingRecipe): TicketDocument[] {
    const { product } = recipe
    const change = this.#random.weighted([
      [0, 80],
      [10, 12],
      [-5, 8],
    ] as const)
    const kinds = product.kinds.flatMap((kind, position) =>
      Array.from({ length: recipe.counts[position] ?? 0 }, () => kind),
    )
    return kinds.map((kind, position) => {
      const { partnerDiscount } = recipe
      const variation =
        partnerDiscount === undefined
          ? seasonal(product.addonOnly ? 0 : percentageOf(kind.price, change))
          : { amount: -percentageOf(kind.price, partnerDiscount), ...PARTNER_DISCOUNT }
      return this.#ticket(recipe, product, kind, position < recipe.redeemed, variation, true)
    })
  }

  /** One entry per sub-product (rules 89, 90, 93); only a bundle's tickets have prices of their own. */
  #parts(recipe: BookingRecipe, ids: readonly string[], priced: boolean): PartDocument[] {
    const { index } = this.#recipe
    return ids.map((id, position) => {
      const part = productOf(id)
      const start = recipe.partStarts[position]
      const kinds = recipe.product.kinds.flatMap((kind, at) => {
        const same = part.kinds.find((candidate) => candidate.type === kind.type) ?? part.kinds[0]
        return same ? Array.from({ length: recipe.counts[at] ?? 0 }, () => same) : []
      })
      return {
        product_parent_id: recipe.product.id,
        product_id: part.id,
        product_title: part.title,
        product_supplier_id: part.supplier.id,
        product_supplier_name: part.supplier.name,
        product_admission_type: part.admission,
        product_currency_code: part.supplier.currency,
        ...(start !== undefined && slotFields(part, start)),
        product_type_details: kinds.map((kind, at) =>
          this.#ticket(recipe, part, kind, at < recipe.redeemed, seasonal(0), priced),
        ),
        ...(start !== undefined && { booking_travel_date: localTime(part.supplier.zone, start) }),
        booking_reference: this.#references.booking(index, recipe.number, position + 1),
        booking_external_reference: `${this.#recipe.externalReference}/${recipe.number}.${position + 1}`,
        product_code: `${this.#references.groupCode(index, recipe.number)}${position + 1}`,
        product_code_settings: codeSettings(part),
      }
    })
  }

  #ticket(
    recipe: BookingRecipe,
    product: CatalogueProduct,
    kind: TicketKind,
    redeemed: boolean,
    variation: Variation,
    priced: boolean,
  ): TicketDocument {
    this.#tickets += 1
    const { index } = this.#recipe
    const over =
      recipe.start !== undefined &&
      recipe.start + (product.durationMinutes + 60) * MINUTE < this.#world.anchor
    const failed = recipe.status === 'BOOKING_FAILED'
    const waiting = /PENDING|PROCESSING/.test(recipe.status)
    const row = kind.class === 'CUSTOM' ? this.#random.pick(['A', 'B', 'F', 'M']) : ''
    return {
      ...ticketDocument(
        kind,
        {
          product_type_code: this.#references.ticketCode(index, this.#tickets),
          ...(priced && {
            product_type_pricing: sharedTicketPricing(product, kind, this.#recipe.promo, variation),
          }),
          product_type_transaction_id: this.#references.transaction(index, this.#tickets),
          product_type_status: failed ? 'DELETED' : waiting ? 'RESERVED' : 'CONFIRMED',
          product_type_redemption_status: redeemed ? 'REDEEMED' : over ? 'EXPIRED' : 'PENDING',
        },
        { row, number: this.#tickets },
      ),
      ...(redeemed &&
        recipe.redeemedAt !== undefined && {
          product_type_redemption_date_time: localTime(product.supplier.zone, recipe.redeemedAt),
          product_type_redemption_user_name: 'Gate',
        }),
    }
  }
}

/** An add-on refers to its main booking, and the main booking lists it (rule 96, model AddonBooking). */
function linkAddon(order: string, main: BookingDocument, addon: BookingDocument): void {
  addon.product_relation_id = main.product_id
  addon.booking_addon_reference = main.booking_reference
  const entry: AddonDocument = {
    product_id: addon.product_id,
    product_title: addon.product_title,
    product_supplier_id: addon.product_supplier_id,
    product_supplier_name: addon.product_supplier_name,
    product_admission_type: addon.product_admission_type,
    booking_order_reference: order,
    booking_reference: addon.booking_reference,
    booking_status: addon.booking_status,
  }
  main.product_addon_details = [...(main.product_addon_details ?? []), entry]
}

export function slotFields(product: CatalogueProduct, start: number) {
  const { zone } = product.supplier
  const local = localTime(zone, start)
  return {
    product_availability_id: `${local.slice(0, 16).replace(/\D/g, '')}${product.id}`,
    product_availability_from_date_time: local,
    product_availability_to_date_time: localTime(
      zone,
      start + Math.max(30, product.durationMinutes) * MINUTE,
    ),
    product_availability_capacity_id: capacityOf(product),
  }
}

/** The capacity pool that all slots of a product draw on. */
export function capacityOf(product: CatalogueProduct): string {
  return `4${product.id}`
}

function supplierFields(product: CatalogueProduct) {
  const { supplier } = product
  return {
    product_supplier_id: supplier.id,
    product_supplier_name: supplier.name,
    product_supplier_admin_id: supplier.adminId,
    product_supplier_admin_name: supplier.adminName,
    product_source_id: supplier.mode === 'OWN' ? '1' : '34564574',
    product_source_name: supplier.mode === 'OWN' ? 'Prioticket' : `${supplier.name} API`,
  }
}

export function codeSettings(product: CatalogueProduct) {
  return {
    product_code_format: 'QR_CODE',
    product_code_source: product.supplier.mode === 'OWN' ? 'PRIO' : 'EXTERNAL',
    product_group_code: product.groupCode,
    product_combi_code: product.combi.length > 0,
    product_city_card: false,
    product_voucher_settings: product.groupCode ? 'SINGLE' : 'PER_PERSON',
  }
}
