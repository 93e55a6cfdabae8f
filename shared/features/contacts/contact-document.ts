import { z } from 'zod'
import type { Contact } from '../../api'
import { operation } from '../../ipc/define'
import { contactUidSchema, profileIdSchema } from '../../kernel/ids'
import { countOf, entriesOf, fieldsOf } from '../../kernel/tolerant'

/** A contact as the API sent it: unknown fields stay in it, so only its being an object is checked. */
const contactDocumentSchema = z.custom<Contact>((value) => typeof value === 'object' && value !== null)

/** Reads the newest revision of a contact of the contacts module (rules.md #189). */
export const getContact = operation({
  kind: 'query',
  input: z.strictObject({ profile: profileIdSchema, contact: contactUidSchema }),
  output: z.object({ contact: contactDocumentSchema }),
})

/** Reads a contact with all of its revisions, the newest first as far as their numbers tell (endpoints.md, 38). */
export const getContactHistory = operation({
  kind: 'query',
  input: z.strictObject({ profile: profileIdSchema, contact: contactUidSchema }),
  output: z.object({
    /** At least one. Of the same number they stand as the API sent them. */
    versions: z.array(contactDocumentSchema).min(1),
    /** When main read it, milliseconds since 1970 UTC. */
    readAt: z.number(),
  }),
})

/** Revisions in the order a person looks at them: nobody says in which they come. Those without a number come last. */
export const newestFirst = <T>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => versionOf(b) - versionOf(a))

const versionOf = (contact: unknown): number => countOf(fieldsOf(contact).contact_version) ?? -1

/**
 * Where the newest revision stands in a list of revisions: nobody says in which order they come, so it is the one with
 * the highest number, and the first where none has one. `undefined` for an empty list.
 */
export function newestRevision(items: unknown): number | undefined {
  const versions = entriesOf(items).map((item) => countOf(fieldsOf(item).contact_version) ?? 0)
  return versions.length === 0 ? undefined : versions.indexOf(Math.max(...versions))
}
