import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import {
  type ContactsAdvice,
  type ContactsProblem,
  contactsAdviceBetween,
  contactsProblemBetween,
} from '../amendments'
import { labelsOf, type OrderChange } from '../orders'
import { contactDifferences } from './contact-on-order'

/** Where one contact gives way to another among those of an order. */
export interface OrderContactPlaces {
  /** Taken by the other one; absent where the order has that one already, and where it does not have the first. */
  readonly replaced: number | undefined
  /** Only given up. */
  readonly removed: readonly number[]
}

/** The contact that goes and the one that comes, by their keys. */
interface ContactKeys {
  readonly from: string
  readonly to: string
}

/** An order does not get a contact twice: where it has both, the one only goes. */
export function repointPlaces(order: unknown, { from, to }: ContactKeys): OrderContactPlaces {
  const uids = contactsOf(order).map((contact) => textOf(contact.contact_uid))
  const places = uids.flatMap((uid, at) => (uid === from ? [at] : []))
  return uids.includes(to)
    ? { replaced: undefined, removed: places }
    : { replaced: places[0], removed: places.slice(1) }
}

/**
 * An order with a contact of the contacts module in place of another: `contact_uid` links it, and all that the order says of
 * it comes from the module (models.md, Contact); the contacts that are not sent are dropped (rules.md #153).
 * @param contact the one that comes, as the module has it
 */
export function repointed(order: unknown, keys: ContactKeys, contact: unknown): unknown {
  const { replaced, removed } = repointPlaces(order, keys)
  const contacts = entriesOf(fieldsOf(order).order_contacts)
    .map((own, at) => (at === replaced ? contact : own))
    .filter((_, at) => !removed.includes(at))
  return { ...fieldsOf(order), order_contacts: contacts }
}

/** What that changes on the order; the one that comes is compared with the one that goes, field by field. */
export function repointChanges(order: unknown, keys: ContactKeys, contact: unknown): OrderChange[] {
  const { from, to } = keys
  const { replaced, removed } = repointPlaces(order, keys)
  const own = entriesOf(fieldsOf(order).order_contacts)
  const step = (entry: unknown) => ({ field: 'order_contacts', entry: labelsOf('order_contacts', entry) })
  const linked: OrderChange[] =
    replaced === undefined
      ? []
      : [
          { path: [step(contact), { field: 'contact_uid' }], kind: 'changed', before: from, after: to },
          ...contactDifferences({ ...fieldsOf(own[replaced]), contact_uid: to }, contact),
        ]
  return [...linked, ...removed.map((at): OrderChange => ({ path: [step(own[at])], kind: 'removed' }))]
}

/** Why the order cannot be left so. */
export const repointProblem = (
  order: unknown,
  keys: ContactKeys,
  contact: unknown,
): ContactsProblem | undefined => contactsProblemBetween(order, repointed(order, keys, contact))

/** What should be known before it is left so. */
export const repointAdvice = (
  order: unknown,
  keys: ContactKeys,
  contact: unknown,
): ContactsAdvice | undefined => contactsAdviceBetween(order, repointed(order, keys, contact))

const contactsOf = (order: unknown) => entriesOf(fieldsOf(order).order_contacts).map(fieldsOf)
