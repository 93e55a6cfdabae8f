import { z } from 'zod'
import { countOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { readContact } from '../orders'

/** What the list shows of a contact. Absent fields were missing, null or empty at the API. */
export const contactRowSchema = z.object({
  uid: z.string(),
  /** First and last name, else the company's. */
  name: z.string().optional(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  /** `contact_type` as sent. */
  type: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  mobile: z.string().optional(),
  language: z.string().optional(),
  company: z.string().optional(),
  city: z.string().optional(),
  /** Name of the country, else its code. */
  country: z.string().optional(),
  birthDate: z.string().optional(),
  /** `contact_classification` as sent. */
  classification: z.string().optional(),
  externalUid: z.string().optional(),
  number: z.string().optional(),
  version: z.number().int().optional(),
  created: z.string().optional(),
  modified: z.string().optional(),
})
export type ContactRow = z.infer<typeof contactRowSchema>

/**
 * The list's view of a contact as the API sends it. Never throws: whatever is missing or unreadable is left out.
 * Answers `undefined` for what has no key, for nothing can be done with it.
 */
export function toContactRow(contact: unknown): ContactRow | undefined {
  const fields = fieldsOf(contact)
  const uid = textOf(fields.contact_uid)
  if (uid === undefined) return undefined
  const { name, type } = readContact(contact, uid)
  const address = fieldsOf(fields.contact_address)
  return {
    uid,
    name,
    type,
    firstName: textOf(fields.contact_name_first),
    lastName: textOf(fields.contact_name_last),
    email: textOf(fields.contact_email),
    phone: textOf(fields.contact_phone),
    mobile: textOf(fields.contact_mobile),
    language: textOf(fields.contact_language),
    company: textOf(fieldsOf(fields.contact_company).company_name),
    city: textOf(address.city),
    country: textOf(address.country) ?? textOf(address.country_code),
    birthDate: textOf(fields.contact_birth_date),
    classification: textOf(fields.contact_classification),
    externalUid: textOf(fields.contact_external_uid),
    number: textOf(fields.contact_number),
    version: countOf(fields.contact_version),
    created: textOf(fields.contact_created),
    modified: textOf(fields.contact_modified),
  }
}
