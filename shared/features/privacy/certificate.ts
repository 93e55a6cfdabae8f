import { z } from 'zod'
import { orderReferenceSchema } from '../../kernel/ids'
import { leftFieldSchema } from './erased-fields'
import { copyPlaceSchema } from './local-copies'
import { searchedPlaceSchema } from './searched-place'
import { unreadSchema } from './unread'

const moment = z.iso.datetime({ offset: true })
const fieldsSchema = z.array(z.string())

/** What could not be read, so that it is not verified, and whom to ask for it. */
const unreadToAskSchema = z.array(unreadSchema.extend({ ask: z.literal('vendor-of-the-api') }))

/** What a certificate says. No personal data: keyed digests stand for them, which nobody without the key can make. */
export const certificateBodySchema = z.object({
  format: z.literal('gatehouse-erasure-certificate/1'),
  request: z.string(),
  receivedOn: z.iso.date(),
  dueOn: z.iso.date(),
  startedAt: moment.optional(),
  completedAt: moment,
  completedBy: z.string(),
  /** Digests (HMAC-SHA-256, hex) of what the person was found by. */
  subject: z.object({ emails: z.array(z.string()), phones: z.array(z.string()) }),
  /** When they were searched for last, and where; a place that could not be searched whole is named with what kept it. */
  searchedAt: moment.optional(),
  searched: z.array(searchedPlaceSchema).optional(),
  orders: z.array(
    z.object({
      reference: orderReferenceSchema,
      result: z.enum(['erased', 'incomplete', 'not-erased', 'not-chosen']),
      fields: fieldsSchema,
      left: z.array(leftFieldSchema),
      unread: unreadToAskSchema.optional(),
      verifiedAt: moment.optional(),
    }),
  ),
  contacts: z.array(
    z.object({
      /** Digest of `contact_uid`. */
      contact: z.string(),
      result: z.enum(['overwritten', 'incomplete', 'not-erased', 'not-chosen']),
      fields: fieldsSchema,
      left: z.array(leftFieldSchema),
      unread: unreadToAskSchema.optional(),
      verifiedAt: moment.optional(),
    }),
  ),
  counts: z.object({
    orders: z.number().int(),
    ordersErased: z.number().int(),
    contacts: z.number().int(),
    contactsOverwritten: z.number().int(),
    fields: z.number().int(),
    left: z.number().int(),
  }),
  copies: z.array(z.object({ place: copyPlaceSchema, result: z.enum(['done', 'nothing-there', 'by-hand']) })),
  verification: z.enum(['complete', 'incomplete']),
  /** Why it ended although something is left. */
  leftAccepted: z.string().optional(),
})
export type CertificateBody = z.infer<typeof certificateBodySchema>

/** A certificate with the signature of the installation that made it. */
export const certificateSchema = z.object({
  body: certificateBodySchema,
  signature: z.object({
    algorithm: z.literal('Ed25519'),
    /** Public key, SPKI in base64. */
    key: z.string(),
    /** Over the canonical form of `body` (RFC 8785), base64. */
    value: z.string(),
  }),
})
export type Certificate = z.infer<typeof certificateSchema>
