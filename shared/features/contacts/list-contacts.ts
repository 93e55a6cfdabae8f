import { z } from 'zod'
import { type InputOf, operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'
import { pageRevisionSchema } from '../orders'
import { contactRowSchema } from './contact-row'

/** Rows asked for at once; the most that v3.8 takes. The API may answer with another size (rules.md #35, #37). */
export const contactsPerPage = 200

/** What `GET /contacts` can narrow by (endpoints.md, 37), and nothing else: there is no search by name or address. */
export const contactFiltersSchema = z.strictObject({
  /** One role at a time. Absent: CONTACT, which is the API's own choice. */
  type: z.string().trim().min(1).max(40).optional(),
  resellerId: z.string().trim().min(1).max(128).optional(),
  distributorId: z.string().trim().min(1).max(128).optional(),
})
export type ContactFilters = z.infer<typeof contactFiltersSchema>

/** A page of contacts as the API reports it. */
export const contactPageSchema = z.object({
  kind: z.literal('page'),
  rows: z.array(contactRowSchema),
  /** Contacts in this answer that could not be shown, for want of a key. */
  unreadable: z.number().int(),
  /** Contacts in the whole set, where the API says so. */
  total: z.number().int().optional(),
  /** Absent on the last page. */
  nextPage: z.number().int().optional(),
  /** Absent where the API does not say when it changed. */
  revision: pageRevisionSchema.optional(),
  /** When main read it, milliseconds since 1970 UTC. */
  fetchedAt: z.number(),
})
export type ContactPage = z.infer<typeof contactPageSchema>

/** Reads one page of the contacts of one role, in the API's order. */
export const listContacts = operation({
  kind: 'query',
  input: z.strictObject({
    profile: profileIdSchema,
    filters: contactFiltersSchema,
    /** 1-based (rules.md #38). */
    page: z.number().int().min(1).max(10_000),
    /** `revision` of the page that is held already: if it did not change since, the answer is `unchanged` (rules.md #40). */
    held: pageRevisionSchema.optional(),
  }),
  output: z.discriminatedUnion('kind', [
    contactPageSchema,
    z.object({ kind: z.literal('unchanged'), fetchedAt: z.number() }),
  ]),
  errors: [],
})
export type ContactPageRequest = InputOf<typeof listContacts>
