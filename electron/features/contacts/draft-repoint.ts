import { placeOnOrder, repointChanges, repointProblem } from '@shared/features/contacts'
import { type AppError, appError } from '@shared/kernel/app-error'
import type { OrderReference, ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import type { OrderDocument } from '../../api'
import type { Draft } from '../../journal'
import type { Revision } from './contact-revision'
import type { NotPushable } from './push-contact-definition'
import { checkRepointable, type RepointIntent, repointOrderKind } from './repoint-order-definition'
import { type ContactPair, takeRepointSnapshot } from './repoint-snapshot'

interface RepointRequest extends ContactPair {
  readonly profile: ProfileId
  readonly order: OrderReference
  readonly seen: RepointIntent['seen']
}

export type NotRepointed = NotPushable | 'NOT_ON_ORDER' | 'NO_EMAIL_LEFT'

/**
 * What is to be recorded of giving an order one contact in place of another, and what that changes on it. Nothing is sent,
 * read or recorded here. One unsettled change of the order's contacts at a time.
 * @param revision the contact that comes
 * @param readAt when the reading was begun, in milliseconds since 1970 UTC
 */
export function draftRepoint(
  read: OrderDocument['value']['data']['order'],
  revision: Revision,
  { profile, order, seen, from, to }: RepointRequest,
  readAt: number,
): Result<Draft & { readonly intent: RepointIntent }, AppError<NotRepointed>> {
  const pair = { from, to }
  const before = takeRepointSnapshot(read, revision, pair)
  if (placeOnOrder(read, from) === undefined) {
    return err(appError('NOT_ON_ORDER', 'the contact is not on the order'))
  }
  const repointable = checkRepointable({ said: before.contact }, before, seen)
  if (!repointable.ok) return repointable
  const problem = repointProblem(read, pair, revision.contact)
  if (problem) return err(appError(problem, 'nobody on the order would have an e-mail address'))
  const changes = repointChanges(read, pair, revision.contact)
  const intent: RepointIntent = { ...pair, said: before.contact, seen, changes }
  return ok({ profile, kind: repointOrderKind, order, claims: ['top-level'], intent, before, readAt })
}
