import type { PrivacyRequest } from './request'
import type { SearchedPlace } from './searched-place'

/** What keeps a request from being completed as it stands. */
export interface LeftOver {
  /** Orders and contacts that are not verified as erased. */
  readonly lines: number
  /** Places where copies wait for somebody's hand; one where nobody looked for them. */
  readonly copies: number
  /** Places that were not searched to their end. */
  readonly places: readonly SearchedPlace['place'][]
}

/** Whether somebody may be there whom the search did not see. No copy is kept of some profiles: there is nothing to search. */
export const isGap = ({ place, state, why }: Pick<SearchedPlace, 'place' | 'state' | 'why'>): boolean =>
  state !== 'searched' && !(place === 'mirror' && why === 'NO_MIRROR')

export function leftOver({
  erasedOrders,
  erasedContacts,
  searched,
  copies = [],
  copiesClearedAt,
}: Pick<
  PrivacyRequest,
  'erasedOrders' | 'erasedContacts' | 'searched' | 'copies' | 'copiesClearedAt'
>): LeftOver {
  const byHand = copies.filter(({ result }) => result === 'by-hand').length
  return {
    lines: [...erasedOrders, ...erasedContacts].filter(({ state }) => state !== 'erased').length,
    copies: copiesClearedAt === undefined ? 1 : byHand,
    places: searched.filter(isGap).map(({ place }) => place),
  }
}

/** How much of it there is. */
export const countLeft = ({ lines, copies, places }: LeftOver): number => lines + copies + places.length
