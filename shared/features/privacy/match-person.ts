import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import {
  comparePhones,
  hasEmail,
  hasWords,
  nameWords,
  normalEmail,
  normalPhone,
  normalReference,
  phonesIn,
} from './normalise'
import { allTexts } from './personal-fields'
import type { MatchReason, Subject, Surety } from './subject'

/** That an order or a contact may be about a person, and how surely. */
export interface PersonMatch {
  readonly surety: Surety
  readonly why: readonly MatchReason[]
  /** `contact_uid`s of the contacts that match. */
  readonly contacts: readonly string[]
}

/** A person as they are compared. */
interface Sought {
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly name: readonly string[]
  readonly birthDate: string | undefined
  readonly references: ReadonlySet<string>
}

/**
 * Whether an order is about a person; `undefined` where nothing in it says so. Contacts and payers are judged as a whole:
 * one of the same name whose address, number or birth date is another one's is somebody else, unless something else of
 * the order is the person's. Whatever stands anywhere else, in notes or answers, is found too.
 */
export function matchPerson(subject: Subject, order: unknown): PersonMatch | undefined {
  const sought = soughtOf(subject)
  const holders = contactsIn(order)
  const judged = holders.map((holder) => ({ ...holder, ...judge(sought, holder) }))
  const ofContacts = judged.flatMap(({ why }) => why)
  const known = new Set(ofContacts.map(({ pointer }) => pointer))
  const others = allTexts(order).flatMap((text) =>
    known.has(text.pointer) || holders.some(({ pointer }) => text.pointer.startsWith(`${pointer}/`))
      ? notOfContact(sought, text, known)
      : elsewhere(sought, text),
  )
  const why = [...ofContacts, ...others]
  const verdicts = [
    ...judged.flatMap(({ surety }) => surety ?? []),
    ...others.map(({ what, how }): Surety => {
      if (what === 'reference') return sought.name.length > 0 && hasOtherName(judged) ? 'likely' : 'sure'
      return what === 'email' && how === 'same' ? 'sure' : what === 'name' ? 'possible' : 'likely'
    }),
  ]
  const surety = surest(verdicts)
  if (surety === undefined) return undefined
  const contacts = judged.flatMap((one) =>
    one.uid !== undefined && one.surety !== undefined && one.surety !== 'someone-else' ? [one.uid] : [],
  )
  return { surety, why: distinctReasons(why), contacts: [...new Set(contacts)] }
}

/** Whether a contact of the contacts module is the person. */
export function matchContact(subject: Subject, contact: unknown): PersonMatch | undefined {
  return matchPerson({ ...subject, references: [] }, { order_contacts: [contact] })
}

const order: readonly Surety[] = ['sure', 'likely', 'possible', 'someone-else']
const surest = (verdicts: readonly Surety[]): Surety | undefined =>
  order.find((surety) => verdicts.includes(surety))

const soughtOf = ({ name, emails, phones, references, birthDate }: Subject): Sought => ({
  emails: emails.map(normalEmail),
  phones: phones.map(normalPhone),
  name: name === undefined ? [] : nameWords(name),
  birthDate,
  references: new Set(references.map(normalReference).filter((reference) => reference !== '')),
})

interface Holder {
  readonly pointer: string
  readonly uid: string | undefined
  readonly fields: Readonly<Record<string, unknown>>
}

/** Contacts of an order and payers of its payments. */
function contactsIn(value: unknown): Holder[] {
  const { order_contacts, order_payments } = fieldsOf(value)
  const holder = (entry: unknown, pointer: string): Holder => {
    const fields = fieldsOf(entry)
    return { pointer, uid: textOf(fields.contact_uid), fields }
  }
  return [
    ...entriesOf(order_contacts).map((entry, at) => holder(entry, `/order_contacts/${at}`)),
    ...entriesOf(order_payments).flatMap((payment, at) => {
      const payer = fieldsOf(payment).payment_contact
      return payer === undefined ? [] : [holder(payer, `/order_payments/${at}/payment_contact`)]
    }),
  ].filter(({ fields }) => Object.keys(fields).length > 0)
}

/** What of one contact speaks for the person, and what against. */
function judge(
  { emails, phones, name, birthDate }: Sought,
  { pointer, fields }: Holder,
): { readonly why: MatchReason[]; readonly surety: Surety | undefined; readonly otherName: boolean } {
  const why: MatchReason[] = []
  const note = (what: MatchReason['what'], field: string, how: MatchReason['how']) =>
    why.push({ what, field, pointer: `${pointer}/${field}`, how })

  const email = textOf(fields.contact_email)
  if (email !== undefined && emails.length > 0) {
    const here = normalEmail(email)
    if (emails.includes(here)) note('email', 'contact_email', 'same')
    else if (emails.some((one) => hasEmail(one, here))) note('email', 'contact_email', 'part')
    else note('email', 'contact_email', 'other')
  }
  for (const field of ['contact_phone', 'contact_mobile']) {
    const phone = textOf(fields[field])
    if (phone === undefined || phones.length === 0) continue
    const here = normalPhone(phone)
    const how = phones.map((one) => comparePhones(one, here))
    if (how.includes('same')) note('phone', field, 'same')
    else if (how.includes('part')) note('phone', field, 'part')
    else if (here !== '') note('phone', field, 'other')
  }
  const given = [textOf(fields.contact_name_first), textOf(fields.contact_name_last)].filter(
    (part) => part !== undefined,
  )
  const full = given.join(' ')
  const hasName = name.length > 0 && hasWords(name, full)
  if (hasName) note('name', 'contact_name_last', 'same')
  else if (name.length > 0 && given.some((part) => isPartOf(nameWords(part), name)))
    note('name', 'contact_name_last', 'part')
  const born = textOf(fields.contact_birth_date)
  if (born !== undefined && birthDate !== undefined) {
    note('birthDate', 'contact_birth_date', born === birthDate ? 'same' : 'other')
  }
  const otherName = name.length > 0 && full !== '' && !hasName && !why.some(({ what }) => what === 'name')
  return { why: speaks(why) ? why : [], surety: suretyOf(why, otherName), otherName }
}

/** Every word of a family name of two letters or more is a word of the name that is sought. */
const isPartOf = (words: readonly string[], name: readonly string[]): boolean =>
  words.length > 0 && words.every((word) => word.length > 1 && name.includes(word))

/** A contradiction alone is no reason. */
const speaks = (why: readonly MatchReason[]): boolean =>
  why.some(({ what, how }) => how !== 'other' && (what !== 'birthDate' || how === 'same'))

function suretyOf(why: readonly MatchReason[], otherName: boolean): Surety | undefined {
  const has = (what: MatchReason['what'], how: MatchReason['how']) =>
    why.some((reason) => reason.what === what && reason.how === how)
  const hasPhone = has('phone', 'same') || has('phone', 'part')
  const contradicted =
    has('birthDate', 'other') ||
    (!has('email', 'same') && !hasPhone && (has('email', 'other') || has('phone', 'other')))
  // An address belongs to one person as a rule; families share numbers.
  if (has('email', 'same')) return otherName || has('birthDate', 'other') ? 'likely' : 'sure'
  if (has('name', 'same')) {
    if (has('phone', 'same') && !has('birthDate', 'other')) return 'sure'
    if (has('birthDate', 'same')) return contradicted ? 'likely' : 'sure'
    if (has('phone', 'part') && !has('birthDate', 'other')) return 'likely'
    return contradicted ? 'someone-else' : 'possible'
  }
  if (hasPhone) return has('birthDate', 'other') ? 'possible' : 'likely'
  if (has('email', 'part')) return 'possible'
  if (has('birthDate', 'same')) return 'possible'
  return has('name', 'part') && !contradicted ? 'possible' : undefined
}

const hasOtherName = (judged: readonly { readonly otherName: boolean }[]): boolean =>
  judged.length > 0 && judged.every(({ otherName }) => otherName)

type Text = ReturnType<typeof allTexts>[number]

/** Of a contact's other fields, its notes and its address: what holds the person's data all the same. */
const notOfContact = (sought: Sought, text: Text, known: ReadonlySet<string>): MatchReason[] =>
  known.has(text.pointer) || judgedFields.has(text.field) ? [] : elsewhere(sought, text)

const judgedFields: ReadonlySet<string> = new Set(['contact_name_first', 'contact_name_last'])

/** What a text anywhere in an order has of the person. */
function elsewhere(
  { emails, phones, name, references }: Sought,
  { pointer, field, value }: Text,
): MatchReason[] {
  const found: MatchReason[] = []
  const note = (what: MatchReason['what'], how: MatchReason['how']) =>
    found.push({ what, field, pointer, how })
  const email = emails.find((one) => hasEmail(one, value))
  if (email !== undefined) note('email', normalEmail(value) === email ? 'same' : 'part')
  if (phones.length > 0 && isFreeText(field)) {
    const here = phonesIn(value)
    if (phones.some((one) => here.some((other) => comparePhones(one, other) !== undefined)))
      note('phone', 'part')
  }
  if (name.length > 1 && hasWords(name, value)) note('name', 'part')
  if (references.has(normalReference(value)) && /reference|code|transaction_id/.test(field))
    note('reference', 'same')
  return found
}

/** Keys and amounts are digits too, and no phone numbers. */
const isFreeText = (field: string): boolean =>
  !/(_id|_reference|_code|_amount|_total|_uid|_created|_modified|_date_time|_date|_version|_number|_url|_link|_rate)$/.test(
    field,
  ) || /phone|mobile|value/.test(field)

function distinctReasons(why: readonly MatchReason[]): MatchReason[] {
  const seen = new Map<string, MatchReason>()
  for (const reason of why) {
    const key = `${reason.what} ${reason.pointer}`
    if (!seen.has(key)) seen.set(key, reason)
  }
  return [...seen.values()]
}
