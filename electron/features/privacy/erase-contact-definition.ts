import {
  distinctiveOf,
  type LeftField,
  leftFieldSchema,
  mergeUnread,
  personalFieldsOfContact,
  requestIdSchema,
  stillHeldByContact,
  type Unread,
  unreadBefore,
  unreadSchema,
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
import { erasedFieldSchema, heldBefore } from './deidentify-snapshot'

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
  /** Of the newest revision. */
  fields: z.array(erasedFieldSchema),
  /** What earlier revisions held that leads to a person, such as an address before it was corrected. */
  earlier: z.array(erasedFieldSchema).optional(),
  /** Revisions that were not shown: nobody knows what they hold. */
  unread: z.array(unreadSchema).optional(),
  /** Of a reading after it was sent, with all revisions that were shown. */
  verified: z
    .object({
      left: z.array(leftFieldSchema),
      versions: z.number().int(),
      unread: z.array(unreadSchema).optional(),
    })
    .optional(),
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

const personal = (revision: unknown): ContactErasure['fields'] =>
  personalFieldsOfContact(revision)
    .filter(({ field, value }) => field !== 'contact_uid' && value !== neutral)
    .map(({ pointer, field, value }) => ({ pointer, field, value }))

export function takeContactErasure({ newest, earlier }: Revisions): ContactErasure {
  const unread = unshown([newest, ...earlier])
  return {
    contactVersion: countOf(newest.contact_version) ?? null,
    fields: personal(newest),
    earlier: earlier.flatMap((revision, at) => distinctiveOf(personal(revision), at)),
    ...(unread.length > 0 ? { unread: unread.map((one) => ({ ...one, before: true as const })) } : {}),
  }
}

/** Gaps of so many versions are named one by one. */
const mostNamed = 50

/** Versions count from 1 (models.md, Contact): those that are missing were not shown, or are not kept, which nobody can tell. */
function unshown(revisions: readonly unknown[]): Unread[] {
  const counts = revisions.map((revision) => countOf(fieldsOf(revision).contact_version) ?? 1)
  const shown = [...new Set(counts)].sort((one, other) => one - other)
  const [oldest = 1] = shown
  const gaps = shown.flatMap((version, at) => {
    const missing = (shown[at + 1] ?? version + 1) - version - 1
    return Array.from({ length: Math.min(missing, mostNamed) }, (_, nth): Unread => {
      return { what: 'version', version: version + 1 + nth }
    })
  })
  return oldest > 1 ? [{ what: 'versions-to', version: oldest - 1 }, ...gaps] : gaps
}

/** All revisions that are shown, compared with what they held before. Those that are not are not verified. */
export async function verifyContact(
  { contacts }: Pick<ProfileApi, 'contacts'>,
  uid: string,
  before: Pick<ContactErasure, 'fields' | 'earlier' | 'unread'>,
): Promise<Result<ContactErasure, AppError>> {
  const document = await contacts.get(uid, { versions: true })
  if (!document.ok) return document
  const newest = revisionOf(document.value)?.contact
  const revisions = entriesOf(document.value.value.data?.items)
  const newestVersion = countOf(newest?.contact_version)
  const held = heldBefore(before)
  const unread = mergeUnread(unreadBefore(before.unread), unshown(revisions))
  const left = revisions.flatMap((revision): LeftField[] => {
    const version = countOf(fieldsOf(revision).contact_version)
    const old = version !== undefined && version !== newestVersion ? { version } : {}
    return stillHeldByContact(held, revision).map((field) => ({ ...field, ...old }))
  })
  return ok({
    contactVersion: newestVersion ?? null,
    fields: [],
    verified: { left, versions: revisions.length, ...(unread.length > 0 ? { unread } : {}) },
  })
}

/**
 * How the journal overwrites a contact of the contacts module, which has no call to erase one. It is read again with all
 * its revisions, and what they still hold, or that they were not shown, is told (rules.md #190, #198). Sent again it does nothing more.
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
        return verifyContact(profileApi, intent.contact, before.data)
      }
      const revisions = await revisionsOf(profileApi, intent.contact)
      return revisions.ok ? ok(takeContactErasure(revisions.value)) : revisions
    },
    check: ({ intent }, now) =>
      now.contactVersion === intent.seen
        ? ok(undefined)
        : err(appError('CONTACT_CHANGED', 'the contact moved since the person looked')),
    send: async ({ id, profile, intent, before }) => {
      const profileApi = api.for(profile)
      const revisions = await revisionsOf(profileApi, intent.contact)
      if (!revisions.ok) return err(notSent(revisions.error))
      const body = neutralContact(revisions.value.newest, intent.contact)
      const answer = await profileApi.contacts.update(intent.contact, body, { operationId: id })
      if (!answer.ok) return answer
      const { requestId } = answer.value
      const now = await verifyContact(profileApi, intent.contact, before)
      const answered = { newest: fieldsOf(revisionOf(answer.value)?.contact), earlier: [] }
      return ok({ now: now.ok ? now.value : takeContactErasure(answered), requestId })
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

/** A contact as the module has it, and what it was before, the latest first. */
export interface Revisions {
  readonly newest: Readonly<Record<string, unknown>>
  readonly earlier: readonly unknown[]
}

export async function revisionsOf(
  { contacts }: Pick<ProfileApi, 'contacts'>,
  uid: string,
): Promise<Result<Revisions, AppError>> {
  const document = await contacts.get(uid, { versions: true })
  if (!document.ok) return document
  const newest = revisionOf(document.value)?.contact
  if (!newest) {
    const { requestId } = document.value
    return err(appError('UPSTREAM', 'the answer holds no contact', { requestId }))
  }
  const version = countOf(newest.contact_version)
  const earlier = entriesOf(document.value.value.data?.items).filter(
    (revision) => countOf(fieldsOf(revision).contact_version) !== version,
  )
  return ok({ newest, earlier })
}
