import {
  type LeftField,
  leftFieldSchema,
  personalFieldsOfContact,
  requestIdSchema,
  stillHeldByContact,
} from '@shared/features/privacy'
import { type AppError, appError } from '@shared/kernel/app-error'
import { contactUidSchema } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import { countOf, entriesOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import { z } from 'zod'
import type { DistributorApi, ProfileApi } from '../../api'
import { type BoundDefinition, bindDefinition } from '../../journal/definition'
import { notSent } from '../amendments'
import { revisionOf } from '../contacts'
import { leastSecondsToStop } from './deidentify-definition'
import { erasedFieldSchema } from './deidentify-snapshot'

export const eraseContactKind = 'erase-contact'

/** What the person asked for, as the journal keeps it. */
export const eraseContactIntentSchema = z.object({
  request: requestIdSchema,
  contact: contactUidSchema,
  /** `contact_version` as it was seen. */
  seen: z.number().int().nullable(),
})
export type EraseContactIntent = z.infer<typeof eraseContactIntentSchema>

/** What the journal keeps of a contact of the contacts module around its erasure. */
export const contactErasureSchema = z.object({
  contactVersion: z.number().int().nullable(),
  fields: z.array(erasedFieldSchema),
  /** Of a reading after it was sent, with all revisions that the module keeps. */
  verified: z.object({ left: z.array(leftFieldSchema), versions: z.number().int() }).optional(),
})
export type ContactErasure = z.infer<typeof contactErasureSchema>

export const eraseContactClaims = (uid: string): string[] => [`contact:${uid}`]

/** What stands in place of a person: nothing but that it is a contact, and that it was erased. */
const neutral = 'Erased'

/**
 * The body of a PUT that leaves nothing of a person: it replaces, so what is not in it is gone (rules.md #190). Key, part
 * and a word in place of the name stay, because a contact is told by them on orders that are kept.
 */
export function neutralContact(contact: Readonly<Record<string, unknown>>, uid: string): string {
  const type = textOf(contact.contact_type)
  return JSON.stringify({
    data: {
      contact: {
        contact_uid: uid,
        ...(type === undefined ? {} : { contact_type: type }),
        contact_name_last: neutral,
        contact_notes: [],
        contact_custom_fields: [],
      },
    },
  })
}

export const takeContactErasure = (contact: unknown): ContactErasure => ({
  contactVersion: countOf(fieldsOf(contact).contact_version) ?? null,
  fields: personalFieldsOfContact(contact)
    .filter(({ field, value }) => field !== 'contact_uid' && value !== neutral)
    .map(({ pointer, field, value }) => ({ pointer, field, value })),
})

/** All revisions that the module keeps, compared with what the newest one held. */
export async function verifyContact(
  { contacts }: Pick<ProfileApi, 'contacts'>,
  uid: string,
  before: ContactErasure['fields'],
): Promise<Result<ContactErasure, AppError>> {
  const document = await contacts.get(uid, { versions: true })
  if (!document.ok) return document
  const newest = revisionOf(document.value)?.contact
  const revisions = entriesOf(document.value.value.data?.items)
  const newestVersion = countOf(newest?.contact_version)
  const left = revisions.flatMap((revision): LeftField[] => {
    const version = countOf(fieldsOf(revision).contact_version)
    const old = version !== undefined && version !== newestVersion ? { version } : {}
    return stillHeldByContact(before, revision).map((field) => ({ ...field, ...old }))
  })
  return ok({
    contactVersion: newestVersion ?? null,
    fields: [],
    verified: { left, versions: revisions.length },
  })
}

/**
 * How the journal overwrites a contact of the contacts module, which has no call to erase one. It is read again with all
 * its revisions, and what they still hold is told (rules.md #190, #198). Sent again it does nothing more.
 */
export function eraseContactDefinition(api: DistributorApi): BoundDefinition {
  return bindDefinition<EraseContactIntent, ContactErasure>({
    kind: eraseContactKind,
    intent: eraseContactIntentSchema,
    snapshot: contactErasureSchema,
    safeToResend: true,
    reversal: undefined,
    leastUndoSeconds: leastSecondsToStop,
    read: async ({ profile, intent, entry }) => {
      const profileApi = api.for(profile)
      const before = contactErasureSchema.safeParse(entry.before)
      if (entry.state !== 'queued' && before.success) {
        return verifyContact(profileApi, intent.contact, before.data.fields)
      }
      const contact = await newestOf(profileApi, intent.contact)
      return contact.ok ? ok(takeContactErasure(contact.value)) : contact
    },
    check: ({ intent }, now) =>
      now.contactVersion === intent.seen
        ? ok(undefined)
        : err(appError('CONTACT_CHANGED', 'the contact moved since the person looked')),
    send: async ({ id, profile, intent, before }) => {
      const profileApi = api.for(profile)
      const contact = await newestOf(profileApi, intent.contact)
      if (!contact.ok) return err(notSent(contact.error))
      const body = neutralContact(contact.value, intent.contact)
      const answer = await profileApi.contacts.update(intent.contact, body, { operationId: id })
      if (!answer.ok) return answer
      const { requestId } = answer.value
      const now = await verifyContact(profileApi, intent.contact, before.fields)
      return ok({
        now: now.ok ? now.value : takeContactErasure(revisionOf(answer.value)?.contact),
        requestId,
      })
    },
    evidence: ({ before, entry }, now) => {
      const kept = (now.verified?.left ?? []).filter(({ version }) => version === undefined)
      const isGone = now.verified !== undefined && kept.length < Math.max(1, before.fields.length)
      const { contactVersion: from } = before
      const jumped = from !== null && now.contactVersion !== null && now.contactVersion > from + 1
      return { verdict: entry.state === 'sending' || isGone ? 'happened' : 'absent', othersChanged: jumped }
    },
  })
}

export async function newestOf(
  { contacts }: Pick<ProfileApi, 'contacts'>,
  uid: string,
): Promise<Result<Readonly<Record<string, unknown>>, AppError>> {
  const document = await contacts.get(uid)
  if (!document.ok) return document
  const contact = revisionOf(document.value)?.contact
  return contact
    ? ok(contact)
    : err(appError('UPSTREAM', 'the answer holds no contact', { requestId: document.value.requestId }))
}
