import { amendedFieldSchema } from '@shared/features/amendments'
import { seenContactSchema } from '@shared/features/contacts'
import { orderChangeSchema } from '@shared/features/orders'
import { type AppError, appError } from '@shared/kernel/app-error'
import { contactUidSchema, type OperationId, type OrderReference } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import { z } from 'zod'
import type { DistributorApi, ProfileApi } from '../../api'
import { type Answer, type BoundDefinition, bindDefinition } from '../../journal/definition'
import { checkUnmoved, expectedState, type OrderFingerprint } from '../orders'
import { contactEvidence } from './contact-evidence'
import { type Revision, revisionOf } from './contact-revision'
import { type ContactSnapshot, contactSnapshotSchema, takeContactSnapshot } from './contact-snapshot'
import { checkRevision, noContact, replaceContact } from './replace-contact'

export const editContactKind = 'edit-contact'

/** What the person asked for, as the journal keeps it. */
export const contactIntentSchema = z.object({
  contact: contactUidSchema,
  /** Paths lead from the contact down. */
  fields: z.array(amendedFieldSchema),
  seen: seenContactSchema,
  /** The same in words of the contact as it was read, for whoever looks at the journal. */
  changes: z.array(orderChangeSchema),
})
export type ContactIntent = z.infer<typeof contactIntentSchema>

/** The contact, and the contacts of the order, which an amendment saves as a whole. */
export const contactClaims = ({ contact }: Pick<ContactIntent, 'contact'>): string[] => [
  `contact:${contact}`,
  'top-level',
]

/**
 * How the journal changes a known contact. The API calls PUT idempotent (rules.md #20), but a second one would put back
 * what somebody else changed in between: nothing is resent by itself.
 */
export function editContactDefinition(api: DistributorApi): BoundDefinition {
  return bindDefinition({
    kind: editContactKind,
    intent: contactIntentSchema,
    snapshot: contactSnapshotSchema,
    safeToResend: false,
    reversal: editContactKind,
    read: async ({ profile, order, intent }) => {
      const read = await readBoth(api.for(profile), order, intent.contact)
      if (!read.ok) return read
      return ok(takeContactSnapshot(read.value.order, read.value.revision, intent))
    },
    check: ({ intent }, now, earlier) => checkEditable(intent, now, expectedState(intent.seen, earlier)),
    send: (entry) => send(api.for(entry.profile), entry),
    evidence: ({ intent, before, entry }, now) =>
      contactEvidence(intent.fields, before, now, entry.state === 'sending'),
  })
}

/** The order and the contact, both past every cache. */
export async function readBoth({ orders, contacts }: ProfileApi, order: OrderReference, uid: string) {
  const [document, revisions] = await Promise.all([orders.get(order, { fresh: true }), contacts.get(uid)])
  if (!document.ok) return document
  if (!revisions.ok) return revisions
  const revision = revisionOf(revisions.value)
  if (!revision) return err(noContact(revisions.value.requestId))
  return ok({ order: document.value.value.data.order, revision })
}

/** Why a contact is not changed. */
export type NotEditable = 'ORDER_CHANGED' | 'CONTACT_CHANGED' | 'ORDER_CANCELLED'

/** Whether it may be sent now: order, contact and each field are as the person saw them. */
export function checkEditable(
  { fields, seen }: Pick<ContactIntent, 'fields' | 'seen'>,
  now: ContactSnapshot,
  expected: OrderFingerprint,
): Result<void, AppError<NotEditable>> {
  if (now.obstacle === 'ORDER_CANCELLED') {
    return err(appError('ORDER_CANCELLED', 'a cancelled order cannot be amended'))
  }
  const unmoved = checkUnmoved(expected, now)
  if (!unmoved.ok) return unmoved
  if (now.onOrder === null) return err(appError('ORDER_CHANGED', 'the contact is not on the order any more'))
  return checkRevision(fields, seen.contactVersion, now)
}

interface Sending {
  readonly id: OperationId
  readonly order: OrderReference
  readonly intent: ContactIntent
  readonly before: ContactSnapshot
}

/** The answer tells of the contact alone, so the order is read after it. */
async function send(
  profile: ProfileApi,
  { id, order, intent, before }: Sending,
): Promise<Result<Answer<ContactSnapshot>, AppError>> {
  const { contact, fields } = intent
  const version = before.contactVersion
  const answer = await replaceContact(profile, { id, contact, fields, version, order })
  if (!answer.ok) return answer
  return readBack(profile, { id, order, intent, before }, answer.value)
}

/** What the server made of it. An order that cannot be read is one that does not show it yet. */
async function readBack(
  { orders }: ProfileApi,
  { order, intent, before }: Sending,
  answer: Parameters<typeof revisionOf>[0],
): Promise<Result<Answer<ContactSnapshot>, AppError>> {
  const { requestId } = answer
  const document = await orders.get(order, { fresh: true })
  const revision: Revision | undefined = revisionOf(answer)
  const after = document.ok ? document.value.value.data.order : undefined
  if (!after || !revision) return ok({ now: before, requestId })
  return ok({ now: takeContactSnapshot(after, revision, intent), requestId })
}
