import type { AppError } from '@shared/kernel/app-error'
import { contactUidSchema } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import type { z } from 'zod'
import type { DistributorApi, ProfileApi } from '../../api'
import {
  type Answer,
  type BoundDefinition,
  bindDefinition,
  type Evidence,
  type Typed,
} from '../../journal/definition'
import { expectedState, hasJumped, type OrderFingerprint } from '../orders'
import { revisionOf } from './contact-revision'
import { buildContactUpdate } from './contact-update'
import { readBoth } from './edit-contact-definition'
import { fingerprintOf, type PushSnapshot, pushSnapshotSchema, takePushSnapshot } from './push-snapshot'
import { checkAsSaid, contactMoved, type NotPushable, readToSend, saidContactSchema } from './said-contact'

export type { NotPushable } from './said-contact'

export const pushContactKind = 'push-contact'

/** What the person asked for, as the journal keeps it. */
export const pushIntentSchema = saidContactSchema.extend({ contact: contactUidSchema })
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

/** Whether it may be sent now: order and contact are as the person saw them, and the copy is there. */
export function checkPushable(
  { said }: Pick<PushIntent, 'said'>,
  now: PushSnapshot,
  expected: OrderFingerprint,
): Result<void, AppError<NotPushable>> {
  // The API would add the contact to an order that does not have it (rules.md #191), which nobody asked for.
  return checkAsSaid(said, now, expected, now.copy === null ? 'the contact is not on the order' : undefined)
}

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
  const revision = await readToSend(profile, uid)
  if (!revision.ok) return revision
  if (fingerprintOf(revision.value.contact) !== intent.said) return err(contactMoved())
  const body = buildContactUpdate(revision.value.raw, uid, [])
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
