import type { CancellableOrder } from '@shared/features/cancellations'
import { contactKey, type OrderReference, type ProfileId } from '@shared/kernel/ids'
import type { Draft } from '../../journal'
import { type DeidentifyIntent, deidentifyClaims, deidentifyKind } from './deidentify-definition'
import { takeDeidentifySnapshot } from './deidentify-snapshot'
import {
  type EraseContactIntent,
  eraseContactClaims,
  eraseContactKind,
  type Revisions,
  takeContactErasure,
} from './erase-contact-definition'

/**
 * What is recorded to overwrite a contact of the contacts module that was just read. The contact stands where an order
 * would: the journal keeps, purges and lists it by its key.
 */
export function draftContactErasure(
  revisions: Revisions,
  { profile, request, uid }: { readonly profile: ProfileId; readonly request: string; readonly uid: string },
  readAt: number,
): Draft {
  const before = takeContactErasure(revisions)
  const intent: EraseContactIntent = { request, contact: uid, seen: before.contactVersion }
  return {
    ...{ profile, kind: eraseContactKind, order: contactKey(uid), intent, before, readAt },
    claims: eraseContactClaims(uid),
  }
}

/**
 * What is recorded to erase the guests of an order that was just read.
 * @param readAt milliseconds since 1970 UTC
 */
export function draftDeidentification(
  order: CancellableOrder,
  {
    profile,
    order: reference,
    ...intent
  }: DeidentifyIntent & { readonly profile: ProfileId; readonly order: OrderReference },
  readAt: number,
): Draft {
  return {
    ...{ profile, order: reference, readAt, kind: deidentifyKind, intent },
    claims: deidentifyClaims(order),
    before: takeDeidentifySnapshot(order, intent.only),
  }
}
