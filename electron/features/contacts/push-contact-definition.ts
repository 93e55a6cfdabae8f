import { orderChangeSchema } from '@shared/features/orders'
import { type AppError, appError } from '@shared/kernel/app-error'
import { contactUidSchema } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import { z } from 'zod'
import type { DistributorApi, ProfileApi } from '../../api'
import {
  type Answer,
  type BoundDefinition,
  bindDefinition,
  type Evidence,
  type Typed,
} from '../../journal/definition'
import { notSent } from '../amendments'
import { checkUnmoved, expectedState, hasJumped, type OrderFingerprint } from '../orders'
import { revisionOf } from './contact-revision'
import { buildContactUpdate } from './contact-update'
import { readBoth } from './edit-contact-definition'
import { fingerprintOf, type PushSnapshot, pushSnapshotSchema, takePushSnapshot } from './push-snapshot'
import { noContact } from './replace-contact'

export const pushContactKind = 'push-contact'

/** What the person asked for, as the journal keeps it. */
export const pushIntentSchema = z.object({
  contact: contactUidSchema,
  /** What the contact said when the person decided: exactly that is brought to the order. */
  said: z.string(),
  seen: z.object({ orderVersion: z.number().int().nullable(), priceTotal: z.string().nullable() }),
  /** What changes on the order, in words of its copy as it was read. */
  changes: z.array(orderChangeSchema),
})
export type PushIntent = z.infer<typeof pushIntentSchema>

/**
 * How the journal brings an order's copy of a contact to the newest version (rules.md #191). The API does so with a PUT of the
 * contact alone, which makes a version of it that says the same: nothing is resent by itself, and nothing takes it back.
 */
export function pushContactDefinition(api: DistributorApi): BoundDefinition {
  return bindDefinition<PushIntent, PushSnapshot>({
    kind: pushContactKind,
    intent: pushIntentSchema,
    snapshot: pushSnapshotSchema,
    safeToResend: false,
    reversal: undefined,
    read: async ({ profile, order, intent }) => {
      const read = await readBoth(api.for(profile), order, intent.contact)
      return read.ok ? ok(takePushSnapshot(read.value.order, read.value.revision, intent.contact)) : read
    },
    check: ({ intent }, now, earlier) => checkPushable(intent, now, expectedState(intent.seen, earlier)),
    send: (entry) => send(api.for(entry.profile), entry),
    evidence: ({ intent, before, entry }, now) =>
      pushEvidence(intent, before, now, entry.state === 'sending'),
  })
}

/** Why an order's copy is not brought up to date. */
export type NotPushable = 'ORDER_CHANGED' | 'CONTACT_CHANGED' | 'ORDER_CANCELLED'

/** Whether it may be sent now: order and contact are as the person saw them, and the copy is there. */
export function checkPushable(
  { said }: Pick<PushIntent, 'said'>,
  now: PushSnapshot,
  expected: OrderFingerprint,
): Result<void, AppError<NotPushable>> {
  if (now.obstacle === 'ORDER_CANCELLED') {
    return err(appError('ORDER_CANCELLED', 'a cancelled order cannot be amended'))
  }
  // The API would add the contact to an order that does not have it (rules.md #191), which nobody asked for.
  if (now.copy === null) return err(appError('ORDER_CHANGED', 'the contact is not on the order'))
  const unmoved = checkUnmoved(expected, now)
  if (!unmoved.ok) return unmoved
  return now.contact === said ? ok(undefined) : err(contactMoved())
}

export const contactMoved = (): AppError<'CONTACT_CHANGED'> =>
  appError('CONTACT_CHANGED', 'the contact moved since the person looked')

/**
 * It happened once the order's copy is of a version that the contact did not have before. Where versions have no numbers,
 * once the copy says what was wanted; to the answer to the very request, what the contact says by now.
 */
function pushEvidence(
  { said }: PushIntent,
  before: PushSnapshot,
  now: PushSnapshot,
  isAnswer: boolean,
): Evidence {
  const hasNumbers = now.copyVersion !== null && before.contactVersion !== null
  const isThere = hasNumbers
    ? (now.copyVersion ?? 0) > (before.contactVersion ?? 0)
    : now.copy === (isAnswer ? now.contact : said)
  return { verdict: isThere ? 'happened' : 'absent', othersChanged: isThere && hasJumped(before, now) }
}

/** The contact is read once more and sent back as it is at once; until the PUT leaves, every error is `changed: no`. */
async function send(
  profile: ProfileApi,
  { id, order, intent, before }: Typed<PushIntent, PushSnapshot>,
): Promise<Result<Answer<PushSnapshot>, AppError>> {
  const uid = intent.contact
  const read = await profile.contacts.get(uid)
  if (!read.ok) return err(notSent(read.error))
  const revision = revisionOf(read.value)
  if (!revision) return err(noContact(read.value.requestId))
  if (fingerprintOf(revision.contact) !== intent.said) return err(contactMoved())
  const body = buildContactUpdate(revision.raw, uid, [])
  if (!body.ok) return body
  const answer = await profile.contacts.update(uid, body.value, { operationId: id, order })
  if (!answer.ok) return answer
  const { requestId } = answer.value
  const document = await profile.orders.get(order, { fresh: true })
  const newest = revisionOf(answer.value)
  // An order that cannot be read is one that does not show it yet.
  if (!document.ok || !newest) return ok({ now: before, requestId })
  return ok({ now: takePushSnapshot(document.value.value.data.order, newest, uid), requestId })
}
