import {
  type ErasedContact,
  type ErasedOrder,
  type FoundContact,
  type FoundOrder,
  mayBeGone,
  type PrivacyRequest,
} from '@shared/features/privacy'

type Lines = Pick<PrivacyRequest, 'erasedOrders' | 'erasedContacts'>
type Line = ErasedOrder | ErasedContact

/**
 * A request without what another one erased: whom its orders and contacts name, and those themselves, which its next search
 * finds again where they still are. What it sent itself stays a line of it, and what is chosen stays until it is surely gone.
 */
export function withoutErased(request: PrivacyRequest, other: Lines): PrivacyRequest {
  const { orders, contacts, erasedOrders, erasedContacts } = request
  return {
    ...request,
    orders: less(orders, ({ reference }) => reference, erasedOrders, other.erasedOrders),
    contacts: less(contacts, ({ uid }) => uid, erasedContacts, other.erasedContacts),
  }
}

function less<Found extends FoundOrder | FoundContact>(
  found: readonly Found[],
  keyOf: (found: Found) => string,
  own: readonly Line[],
  other: readonly Line[],
): Found[] {
  const sent = new Set(own.filter(({ state }) => state !== 'waiting').map(keyOfLine))
  const states = new Map(other.filter(mayBeGone).map((line) => [keyOfLine(line), line.state]))
  return found.flatMap((one) => {
    const state = states.get(keyOf(one))
    if (state === undefined) return [one]
    const { guest: _, ...rest } = one
    const isDue = one.chosen && state !== 'erased'
    return isDue || sent.has(keyOf(one)) ? [rest as Found] : []
  })
}

const keyOfLine = (line: Line): string => ('uid' in line ? line.uid : line.reference)
