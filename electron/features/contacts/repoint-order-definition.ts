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
import { notSent } from '../amendments'
import { expectedState, hasJumped, type OrderFingerprint } from '../orders'
import { readBoth } from './edit-contact-definition'
import { type RepointSnapshot, repointSnapshotSchema, takeRepointSnapshot } from './repoint-snapshot'
import { buildRepoint } from './repoint-update'
import { checkAsSaid, type NotPushable, readToSend, saidContactSchema } from './said-contact'

export const repointOrderKind = 'repoint-order'

/** What the person asked for, as the journal keeps it. */
export const repointIntentSchema = saidContactSchema.extend({ from: contactUidSchema, to: contactUidSchema })
export type RepointIntent = z.infer<typeof repointIntentSchema>

/**
 * How the journal gives an order one contact of the contacts module in place of another, which `contact_uid` links (models.md,
 * Contact; rules.md #153). A second PUT would put back what somebody else changed in between: nothing is resent by itself. It
 * could be turned round, yet the order would get the newest version of the contact that it had and not the one it held.
 */
export function repointOrderDefinition(api: DistributorApi): BoundDefinition {
  return bindDefinition<RepointIntent, RepointSnapshot>({
    kind: repointOrderKind,
    intent: repointIntentSchema,
    snapshot: repointSnapshotSchema,
    safeToResend: false,
    reversal: undefined,
    read: async ({ profile, order, intent }) => {
      const read = await readBoth(api.for(profile), order, intent.to)
      return read.ok ? ok(takeRepointSnapshot(read.value.order, read.value.revision, intent)) : read
    },
    check: ({ intent }, now, earlier) => checkRepointable(intent, now, expectedState(intent.seen, earlier)),
    send: (entry) => send(api.for(entry.profile), entry),
    evidence: ({ before }, now) => repointEvidence(before, now),
  })
}

/** Whether it may be sent now: order and contact are as the person saw them, and the one that is to go is there. */
export function checkRepointable(
  { said }: Pick<RepointIntent, 'said'>,
  now: RepointSnapshot,
  expected: OrderFingerprint,
): Result<void, AppError<NotPushable>> {
  const missing = now.from === 0 ? 'the contact that is to go is not on the order' : undefined
  return checkAsSaid(said, now, expected, missing)
}

/** The order had the one contact, as {@link checkRepointable} saw to, and has only the other now: something did it. */
function repointEvidence(before: RepointSnapshot, now: RepointSnapshot): Evidence {
  const isThere = now.from === 0 && now.to > 0
  return {
    verdict: isThere ? 'happened' : 'absent',
    othersChanged: isThere && (hasJumped(before, now) || now.others !== before.others),
  }
}

/**
 * Reads the contact and the whole order once more and sends the order back at once: the API knows no condition on a PUT.
 * Until the PUT leaves, every error is `changed: no`.
 */
async function send(
  profile: ProfileApi,
  { id, order, intent, before }: Typed<RepointIntent, RepointSnapshot>,
): Promise<Result<Answer<RepointSnapshot>, AppError>> {
  const revision = await readToSend(profile, intent.to)
  if (!revision.ok) return revision
  const document = await profile.orders.get(order, { fresh: true })
  if (!document.ok) return err(notSent(document.error))
  const now = takeRepointSnapshot(document.value.value.data.order, revision.value, intent)
  const repointable = checkRepointable(intent, now, before)
  if (!repointable.ok) return repointable
  const body = buildRepoint(document.value, revision.value.raw, intent)
  if (!body.ok) return body
  const answer = await profile.orders.update(order, body.value, { operationId: id })
  if (!answer.ok) return answer
  // What the order became is read and not taken from the answer; an order that cannot be read is what the answer says.
  const reread = await profile.orders.get(order, { fresh: true })
  const { order: after } = (reread.ok ? reread.value : answer.value).value.data
  return ok({ now: takeRepointSnapshot(after, revision.value, intent), requestId: answer.value.requestId })
}
