/** Where the list is read: at the API, with or without parameters whose names are guesses, or in the local copy. */
export type FilterPlace = 'api' | 'api-inferred' | 'mirror'

const everywhere: readonly FilterPlace[] = ['api', 'api-inferred', 'mirror']
const copyOnly: readonly FilterPlace[] = ['mirror']
const places = {
  created: everywhere,
  modified: copyOnly,
  cancelled: copyOnly,
  travel: ['api-inferred', 'mirror'],
  // The copy knows whether tickets were used, not when.
  redeemed: ['api-inferred'],
  status: copyOnly,
  payment: copyOnly,
  channel: copyOnly,
  total: copyOnly,
  fee: copyOnly,
  refund: copyOnly,
  used: copyOnly,
  margin: copyOnly,
  weekdays: copyOnly,
  leadDays: copyOnly,
  review: copyOnly,
  products: everywhere,
  supplier: everywhere,
  slot: everywhere,
  reseller: everywhere,
  distributor: everywhere,
  createdBy: everywhere,
} as const satisfies Readonly<Record<string, readonly FilterPlace[]>>

/** The filters of the orders list, as a person sets them. */
export type FilterId = keyof typeof places

/** Whether the list can be narrowed by it in this place. */
export const isFilterOf = (id: FilterId, place: FilterPlace): boolean => {
  const offered: readonly FilterPlace[] = places[id]
  return offered.includes(place)
}

/** @param inferred whether parameters whose names are guesses may be asked with */
export const filterPlaceOf = (origin: 'api' | 'mirror', inferred: boolean): FilterPlace =>
  origin === 'mirror' ? 'mirror' : inferred ? 'api-inferred' : 'api'
