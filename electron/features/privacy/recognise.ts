import { normalEmail, type PrivacyRequest, proposed, type Subject } from '@shared/features/privacy'

/**
 * Whom a request is about: as it was written down, and as those call themselves who were found by it. Whoever wrote down an
 * e-mail address alone erases a name as well, and no copy may keep it. The first guest of an order that somebody else's
 * address led to is not taken for the person.
 */
export function subjectsOf({
  subject,
  orders,
  contacts,
  learned,
}: Pick<PrivacyRequest, 'subject' | 'orders' | 'contacts' | 'learned'>): Subject[] {
  if (!subject) return []
  const emails = new Set(subject.emails.map(normalEmail))
  const isThem = ({ chosen, surety, guest, why }: PrivacyRequest['orders'][number]) =>
    chosen &&
    proposed.includes(surety) &&
    ((guest?.email !== undefined && emails.has(normalEmail(guest.email))) ||
      why.some(({ what }) => what === 'reference'))
  const found = [
    ...orders.filter(isThem),
    ...contacts.filter(({ chosen, surety }) => chosen && proposed.includes(surety)),
  ]
  const guests = found.flatMap(({ guest }) => {
    const { name, email } = guest ?? {}
    const isKnown = name === subject.name && (email === undefined || emails.has(normalEmail(email)))
    if (isKnown || (name === undefined && email === undefined)) return []
    return [{ ...(name === undefined ? {} : { name }), emails: email === undefined ? [] : [email] }]
  })
  const distinct = new Map(guests.map((guest) => [JSON.stringify(guest), guest]))
  return [
    subject,
    ...[...distinct.values()].map((guest) => ({ ...guest, phones: [], references: [] })),
    ...(learned ? [{ ...learned, references: [] }] : []),
  ]
}

/** Whether any of these names a text. */
export const anyOf =
  (judges: readonly ((text: string) => boolean)[]) =>
  (text: string): boolean =>
    judges.some((judge) => judge(text))
