import type { FoundContact, FoundOrder, PrivacyRequest } from './request'
import type { SearchedPlace } from './searched-place'
import type { Surety } from './subject'

/** What keeps a request from being completed as it stands. */
export interface LeftOver {
  /** Orders and contacts that are not verified as erased. */
  readonly lines: number
  /** Orders and contacts that are the person's, as it seems, and that nobody chose. */
  readonly notChosen: number
  /** Places where copies wait for somebody's hand; one where nobody looked for them. */
  readonly copies: number
  /** Places that were not searched to their end. */
  readonly places: readonly SearchedPlace['place'][]
}

/** Whether somebody may be there whom the search did not see. No copy is kept of some profiles: there is nothing to search. */
export const isGap = ({ place, state, why }: Pick<SearchedPlace, 'place' | 'state' | 'why'>): boolean =>
  state !== 'searched' && !(place === 'mirror' && why === 'NO_MIRROR')

/** What is proposed to be erased, so that somebody has to say why it is not. */
export const proposed: readonly Surety[] = ['sure', 'likely']

type Lines = Pick<PrivacyRequest, 'orders' | 'contacts' | 'erasedOrders' | 'erasedContacts'>

/** What was found and proposed, and is neither chosen nor was it ever sent. */
export function notChosen({ orders, contacts, erasedOrders, erasedContacts }: Lines): {
  readonly orders: FoundOrder[]
  readonly contacts: FoundContact[]
} {
  const isOut = ({ chosen, surety }: FoundOrder | FoundContact) => !chosen && proposed.includes(surety)
  const sent = new Set([
    ...erasedOrders.map(({ reference }) => reference as string),
    ...erasedContacts.map(({ uid }) => uid as string),
  ])
  return {
    orders: orders.filter((found) => isOut(found) && !sent.has(found.reference)),
    contacts: contacts.filter((found) => isOut(found) && !sent.has(found.uid)),
  }
}

export function leftOver(
  request: Lines & Pick<PrivacyRequest, 'searched' | 'copies' | 'copiesClearedAt'>,
): LeftOver {
  const { erasedOrders, erasedContacts, searched, copies = [], copiesClearedAt } = request
  const out = notChosen(request)
  const byHand = copies.filter(({ result }) => result === 'by-hand').length
  return {
    lines: [...erasedOrders, ...erasedContacts].filter(({ state }) => state !== 'erased').length,
    notChosen: out.orders.length + out.contacts.length,
    copies: copiesClearedAt === undefined ? 1 : byHand,
    places: searched.filter(isGap).map(({ place }) => place),
  }
}

/** How much of it there is. */
export const countLeft = ({ lines, notChosen, copies, places }: LeftOver): number =>
  lines + notChosen + copies + places.length

const goneStates: readonly PrivacyRequest['erasedOrders'][number]['state'][] = [
  'erased',
  'incomplete',
  'unclear',
]
/** Whether an order or contact is erased, or may be. */
export const mayBeGone = ({ state }: Pick<PrivacyRequest['erasedOrders'][number], 'state'>): boolean =>
  goneStates.includes(state)

/**
 * Whether copies have to be cleared before a request may end: the journal holds what was read to erase it, whatever came of
 * that, or a file was written for the person. A request that has ended cannot be cleared any more, so that no reason stands
 * for it.
 */
export function mustClear({
  erasedOrders,
  erasedContacts,
  exportedTo = [],
  copies = [],
  copiesClearedAt,
  toClear,
}: Pick<
  PrivacyRequest,
  'erasedOrders' | 'erasedContacts' | 'exportedTo' | 'copies' | 'copiesClearedAt' | 'toClear'
>): boolean {
  const isHeld =
    toClear === true || exportedTo.length > 0 || [...erasedOrders, ...erasedContacts].some(mayBeGone)
  const isJournalLeft = copies.some(({ place, result }) => place === 'journal' && result === 'by-hand')
  return isJournalLeft || (isHeld && copiesClearedAt === undefined)
}

/** An operation of it ended unclear: what becomes of it is for a person to decide, so that it is not finished. */
export const isUndecided = ({
  erasedOrders,
  erasedContacts,
}: Pick<PrivacyRequest, 'erasedOrders' | 'erasedContacts'>): boolean =>
  [...erasedOrders, ...erasedContacts].some(({ state, why }) => state === 'unclear' && why === needsReview)

/** Why a line is unclear whose operation a person has to decide. */
export const needsReview = 'NEEDS_REVIEW'
