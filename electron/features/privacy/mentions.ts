import {
  hasEmail,
  hasWords,
  nameWords,
  normalEmail,
  normalPhone,
  type Subject,
} from '@shared/features/privacy'

/** Last digits of a phone number that are the same with and without its country. */
const telling = 8

/** Whether a text of ours, such as a search or a window's title, names a person. */
export function mentions(subject: Subject | undefined): (text: string) => boolean {
  const emails = (subject?.emails ?? []).map(normalEmail)
  const phones = (subject?.phones ?? [])
    .map((phone) => normalPhone(phone).replace(/^0+/, '').slice(-telling))
    .filter((digits) => digits.length === telling)
  const words = nameWords(subject?.name ?? '')
  return (text) => {
    const digits = text.replace(/\D/g, '')
    return (
      emails.some((email) => hasEmail(email, text)) ||
      phones.some((phone) => digits.includes(phone)) ||
      hasWords(words, text)
    )
  }
}
