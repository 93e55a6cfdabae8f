import type { LeftField, LeftPlace } from './erased-fields'
import type { ErasedContact, ErasedOrder, PrivacyRequest } from './request'

/** A chosen order that is to be sent, and where an earlier erasure left something; absent for all of it. */
export interface OrderToErase {
  readonly order: string
  readonly left?: readonly LeftPlace[]
}

/**
 * Chosen orders for which the call is worth sending: those that were not erased, and those that still hold a personal field,
 * in any version. What stands elsewhere is no field that it replaces, so sending it again would not help.
 */
export function ordersToErase({ orders, erasedOrders }: Erasing): OrderToErase[] {
  const lines = new Map(erasedOrders.map((line) => [line.reference, line]))
  return orders.flatMap(({ reference, chosen }) => {
    const line = lines.get(reference)
    if (!chosen || !isToSend(line, ({ how }) => how === 'kept')) return []
    const left = (line?.left ?? []).map(
      ({ pointer, version }): LeftPlace => ({ pointer, ...(version === undefined ? {} : { version }) }),
    )
    return [{ order: reference, ...(left.length > 0 ? { left } : {}) }]
  })
}

/** Chosen contacts that are worth overwriting: no call reaches their earlier revisions (rules.md #189, #190). */
export function contactsToErase({ contacts, erasedContacts }: Erasing): string[] {
  const lines = new Map(erasedContacts.map((line) => [line.uid, line]))
  return contacts.flatMap(({ uid, chosen }) =>
    chosen && isToSend(lines.get(uid), ({ version }) => version === undefined) ? [uid] : [],
  )
}

type Erasing = Pick<PrivacyRequest, 'orders' | 'erasedOrders' | 'contacts' | 'erasedContacts'>

const isToSend = (
  line: ErasedOrder | ErasedContact | undefined,
  helps: (left: LeftField) => boolean,
): boolean => {
  if (line?.state === 'erased' || line?.state === 'under-way') return false
  return line?.state !== 'incomplete' || line.left.some(helps)
}
