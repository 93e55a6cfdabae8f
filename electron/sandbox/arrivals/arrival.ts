import { z } from 'zod'
import { findProduct } from '../catalogue/products'
import { orderContacts } from '../data/contacts'
import type { Dataset } from '../data/dataset'
import { firstVersion } from '../data/order-document'
import { showcaseRecipe } from '../data/showcase'
import { Refusal } from '../http/refusal'
import type { ContactDocument, OrderDocument } from '../orders/document'

/** Arrived orders count down from here, far below those that every day brings. */
const FIRST = -1_000_001

/** An order that comes in while the sandbox runs; whatever is left out is drawn from its number. */
export const ArrivalSchema = z.object({
  /** A product of the catalogue. */
  product: z.string().default('62501'),
  /** The day of the visit, counted from now at the activity. */
  days: z.int().default(14),
  tickets: z.int().min(1).max(50).default(2),
  settlement: z.enum(['DIRECT', 'EXTERNAL', 'VENUE', 'INVOICE']).default('EXTERNAL'),
  externalReference: z.string().min(1).optional(),
  guest: z
    .object({ first: z.string(), last: z.string(), email: z.string(), phone: z.string() })
    .partial()
    .default({}),
  /** Further fields of the booker, e.g. `contact_birth_date`. */
  contact: z.record(z.templateLiteral(['contact_', z.string()]), z.unknown()).optional(),
  /** The key of a contact of the module who books again; `guest` and `contact` are then ignored. */
  contactUid: z.string().optional(),
  note: z.string().optional(),
})

export type Arrival = z.output<typeof ArrivalSchema>

export const isArrival = (index: number): boolean => index <= FIRST

/** The index of the next order to arrive, after those that have. */
export const nextArrival = (arrived: readonly number[]): number => Math.min(FIRST + 1, ...arrived) - 1

/**
 * The order as the server confirmed it.
 *
 * @param known the newest version of the contact that `contactUid` names
 * @throws Refusal 422 for a product that is not in the catalogue
 */
export function arrivedOrder(
  dataset: Dataset,
  index: number,
  at: number,
  arrival: Arrival,
  known: ContactDocument | undefined,
): OrderDocument {
  if (!findProduct(arrival.product)) {
    throw new Refusal(422, 'UNKNOWN_PRODUCT', `There is no product ${arrival.product}.`)
  }
  const { first, last, email, phone } = arrival.guest
  const scenario = {
    key: arrival.externalReference ?? dataset.references.external(index),
    bookings: [{ product: arrival.product, days: arrival.days, counts: [arrival.tickets] }],
    settlement: arrival.settlement,
    extras: {
      person: {
        ...(first !== undefined && { first }),
        ...(last !== undefined && { last }),
        ...(email !== undefined && { email }),
        ...(phone !== undefined && { phone }),
      },
      ...(arrival.contact && { contact: arrival.contact }),
      ...(arrival.note !== undefined && { note: arrival.note }),
    },
  }
  const world = { ...dataset.world, anchor: at }
  const recipe = showcaseRecipe(world, index, at, scenario, [index, at])
  const order = firstVersion(world, recipe, dataset.references)
  order.order_contacts = known
    ? [structuredClone(known)]
    : orderContacts(recipe, dataset.references, world.seed)
  return order
}
