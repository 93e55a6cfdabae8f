import type { Minor } from '../money/minor-units'

/** How a supplier answers: at once in Prio, at once in its own system, or later (rule 29). */
export type SupplierMode = 'OWN' | 'ONLINE' | 'OFFLINE'

export interface Supplier {
  readonly id: string
  readonly name: string
  readonly adminId: string
  readonly adminName: string
  readonly mode: SupplierMode
  readonly zone: string
  readonly currency: string
  readonly city: string
  readonly country: string
  readonly countryCode: string
  readonly latitude: string
  readonly longitude: string
  readonly taxId: string
  /** Percent, contained in all prices. */
  readonly taxRate: number
}

export interface TicketKind {
  readonly id: string
  readonly type: string
  readonly class: string
  readonly label: string
  readonly ageFrom?: number
  readonly ageTo?: number
  readonly pax: number
  readonly capacity: number
  /** List price in minor units of the supplier's currency. */
  readonly price: Minor
}

export interface FeeTemplate {
  readonly type: string
  /** Fixed amount in minor units, or else a percentage of the price. */
  readonly amount?: Minor
  readonly percentage?: number
  readonly included: boolean
}

/** As on the wire (model CancellationPolicy). */
export interface CancellationPolicy {
  readonly cancellation_description?: string
  readonly cancellation_type: string
  readonly cancellation_fee_threshold?: number
  readonly cancellation_fee_percentage?: number
  readonly cancellation_fee_amount?: string
}

export type Admission = 'TIME_PERIOD' | 'TIME_DATE' | 'TIME_POINT' | 'TIME_SLOT' | 'TIME_OPEN'

export interface CatalogueProduct {
  readonly id: string
  readonly title: string
  readonly supplier: Supplier
  readonly admission: Admission
  readonly durationMinutes: number
  /** Local start times `HH:MM`; empty for products without slots. */
  readonly starts: readonly string[]
  readonly kinds: readonly TicketKind[]
  readonly cancellable: boolean
  readonly policies: readonly CancellationPolicy[]
  readonly fees: readonly FeeTemplate[]
  /** Sub-products of a combi: one price for the whole (rule 89). */
  readonly combi: readonly string[]
  /** Products of a bundle: each keeps its own price (rule 93). */
  readonly bundle: readonly string[]
  /** Products that can be booked on top (rule 96). */
  readonly addons: readonly string[]
  /** Sold only together with another product. */
  readonly addonOnly: boolean
  /** Codes come later than the confirmation (rule 188). */
  readonly lateRelease: boolean
  /** One code for the whole booking. */
  readonly groupCode: boolean
  readonly pickup: boolean
  /** The supplier answers later, and turns cancellations down when it does. */
  readonly refusesCancellation: boolean
  /** How often it is sold, against the others of its currency; 0 is never sold by itself. */
  readonly weight: number
}
