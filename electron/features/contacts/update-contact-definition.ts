import { amendedFieldSchema } from '@shared/features/amendments'
import { orderChangeSchema } from '@shared/features/orders'
import { contactUidSchema } from '@shared/kernel/ids'
import { err, ok } from '@shared/kernel/result'
import { z } from 'zod'
import type { DistributorApi } from '../../api'
import { type BoundDefinition, bindDefinition } from '../../journal/definition'
import { revisionEvidence } from './contact-evidence'
import { revisionOf } from './contact-revision'
import { type ReadRevision, readRevision, readRevisionSchema } from './contact-snapshot'
import { checkRevision, noContact, replaceContact } from './replace-contact'

export const updateContactKind = 'update-contact'

/** What the person asked for, as the journal keeps it. */
export const updateIntentSchema = z.object({
  contact: contactUidSchema,
  /** Paths lead from the contact down. */
  fields: z.array(amendedFieldSchema),
  seen: z.object({ contactVersion: z.number().int().nullable() }),
  /** The same in words of the contact as it was read, for whoever looks at the journal. */
  changes: z.array(orderChangeSchema),
})
export type UpdateIntent = z.infer<typeof updateIntentSchema>

/**
 * How the journal changes a known contact by itself, without an order. As with one on an order nothing is resent by itself:
 * a second PUT would put back what somebody else changed in between (rules.md #190).
 */
export function updateContactDefinition(api: DistributorApi): BoundDefinition {
  return bindDefinition<UpdateIntent, ReadRevision>({
    kind: updateContactKind,
    intent: updateIntentSchema,
    snapshot: readRevisionSchema,
    safeToResend: false,
    reversal: updateContactKind,
    read: async ({ profile, intent: { contact, fields } }) => {
      const read = await api.for(profile).contacts.get(contact)
      if (!read.ok) return read
      const revision = revisionOf(read.value)
      return revision ? ok(readRevision(revision, fields)) : err(noContact(read.value.requestId))
    },
    check: ({ intent: { fields, seen } }, now) => checkRevision(fields, seen.contactVersion, now),
    send: async ({ id, profile, intent: { contact, fields }, before }) => {
      const version = before.contactVersion
      const answer = await replaceContact(api.for(profile), { id, contact, fields, version })
      if (!answer.ok) return answer
      const revision = revisionOf(answer.value)
      return ok({
        now: revision ? readRevision(revision, fields) : before,
        requestId: answer.value.requestId,
      })
    },
    evidence: ({ intent, before, entry }, now) =>
      revisionEvidence(intent.fields, before, now, entry.state === 'sending'),
  })
}
