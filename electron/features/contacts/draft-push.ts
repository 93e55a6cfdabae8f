import { catchingUp, placeOnOrder } from '@shared/features/contacts'
import { type AppError, appError } from '@shared/kernel/app-error'
import type { ContactUid, OrderReference, ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import type { OrderDocument } from '../../api'
import type { Draft } from '../../journal'
import type { Revision } from './contact-revision'
import { checkPushable, type NotPushable, type PushIntent, pushContactKind } from './push-contact-definition'
import { takePushSnapshot } from './push-snapshot'

interface PushRequest {
  readonly profile: ProfileId
  readonly order: OrderReference
  readonly contact: ContactUid
  readonly seen: PushIntent['seen']
}

/** AS_WANTED: the order's copy says what the contact says; VERSION_ONLY: it does so under an older number. */
export type NotDrafted = NotPushable | 'NOT_ON_ORDER' | 'AS_WANTED' | 'VERSION_ONLY'

/**
 * What is to be recorded of bringing an order's copy of a contact to the newest version, and what that changes on it. Nothing
 * is sent, read or recorded here. One unsettled change of the order's contacts at a time; an edit of the contact in between
 * is found when its turn comes.
 * @param readAt when the reading was begun, in milliseconds since 1970 UTC
 */
export function draftPush(
  read: OrderDocument['value']['data']['order'],
  revision: Revision,
  { profile, order, contact, seen }: PushRequest,
  readAt: number,
): Result<Draft & { readonly intent: PushIntent }, AppError<NotDrafted>> {
  const before = takePushSnapshot(read, revision, contact)
  const at = placeOnOrder(read, contact)
  if (at === undefined) return err(appError('NOT_ON_ORDER', 'the contact is not on the order'))
  const pushable = checkPushable({ said: before.contact }, before, seen)
  if (!pushable.ok) return pushable
  const changes = catchingUp(read, at, revision.contact)
  if (changes.length === 0) {
    const isBehind = (before.copyVersion ?? 0) < (before.contactVersion ?? 0)
    return err(appError(isBehind ? 'VERSION_ONLY' : 'AS_WANTED', 'the order has what the contact says'))
  }
  const intent: PushIntent = { contact, said: before.contact, seen, changes }
  return ok({ profile, kind: pushContactKind, order, claims: ['top-level'], intent, before, readAt })
}
