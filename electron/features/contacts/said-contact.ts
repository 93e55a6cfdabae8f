import { orderChangeSchema } from '@shared/features/orders'
import { type AppError, appError } from '@shared/kernel/app-error'
import type { ContactUid } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import { z } from 'zod'
import type { ProfileApi } from '../../api'
import { notSent } from '../amendments'
import { checkUnmoved, type OrderFingerprint } from '../orders'
import { type Revision, revisionOf } from './contact-revision'
import { noContact } from './replace-contact'

/** What the journal keeps of bringing to an order what a contact said. */
export const saidContactSchema = z.object({
  /** What the contact said when the person decided: exactly that is brought to the order. */
  said: z.string(),
  seen: z.object({ orderVersion: z.number().int().nullable(), priceTotal: z.string().nullable() }),
  /** What changes on the order, in words of it as it was read. */
  changes: z.array(orderChangeSchema),
})

/** Why a contact is not brought to an order. */
export type NotPushable = 'ORDER_CHANGED' | 'CONTACT_CHANGED' | 'ORDER_CANCELLED'

export const contactMoved = (): AppError<'CONTACT_CHANGED'> =>
  appError('CONTACT_CHANGED', 'the contact moved since the person looked')

/**
 * Whether order and contact are as the person saw them.
 * @param missing why not, where what it is done to is not on the order any more
 */
export function checkAsSaid(
  said: string,
  now: OrderFingerprint & { readonly obstacle?: unknown; readonly contact: string },
  expected: OrderFingerprint,
  missing: string | undefined,
): Result<void, AppError<NotPushable>> {
  if (now.obstacle === 'ORDER_CANCELLED') {
    return err(appError('ORDER_CANCELLED', 'a cancelled order cannot be amended'))
  }
  if (missing !== undefined) return err(appError('ORDER_CHANGED', missing))
  const unmoved = checkUnmoved(expected, now)
  if (!unmoved.ok) return unmoved
  return now.contact === said ? ok(undefined) : err(contactMoved())
}

/** The contact as it is just before something of it is sent: every error is `changed: no`. */
export async function readToSend(
  { contacts }: ProfileApi,
  uid: ContactUid,
): Promise<Result<Revision, AppError>> {
  const read = await contacts.get(uid)
  if (!read.ok) return err(notSent(read.error))
  const revision = revisionOf(read.value)
  return revision ? ok(revision) : err(noContact(read.value.requestId))
}
