import { z } from 'zod'

const word = z.string().trim().min(1).max(200)

/** Whoever asks to be forgotten, as the desk wrote it down. One of name, e-mail, phone or reference is there at least. */
export const subjectSchema = z
  .strictObject({
    name: word.optional(),
    emails: z.array(word.max(254)).max(20).default([]),
    phones: z.array(word.max(40)).max(20).default([]),
    /** Of orders or bookings, in whatever form the person knows them. */
    references: z.array(word.max(128)).max(100).default([]),
    /** Calendar day. */
    birthDate: z.iso.date().optional(),
  })
  .refine(
    ({ name, emails, phones, references }) =>
      name !== undefined || emails.length + phones.length + references.length > 0,
    { message: 'a name, an e-mail address, a phone number or a reference is needed' },
  )
export type Subject = z.infer<typeof subjectSchema>

/** By what of a person something was found. */
export const matchKinds = ['email', 'phone', 'name', 'birthDate', 'reference'] as const

/** One reason for which an order or contact was found, or speaks against it. Names of fields, never their values. */
export const matchReasonSchema = z.object({
  what: z.enum(matchKinds),
  /** The API's name of the field, such as `contact_email`. */
  field: z.string(),
  /** Where it stands in the order or contact, such as "/order_contacts/0/contact_email". */
  pointer: z.string(),
  /**
   * `same`: equal but for spelling; `part`: within a longer text or without its country code; `other`: contradicts;
   * `operation`: in an operation of this desk that is not settled, so that the order may come to hold it.
   */
  how: z.enum(['same', 'part', 'other', 'operation']),
})
export type MatchReason = z.infer<typeof matchReasonSchema>

/** How surely it is the same person, surest first. `someone-else`: of the same name, and told apart. */
export const sureties = ['sure', 'likely', 'possible', 'someone-else'] as const
export const suretySchema = z.enum(sureties)
export type Surety = z.infer<typeof suretySchema>
