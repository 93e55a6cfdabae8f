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

/** Fewer letters are part of anything. */
const fewestLetters = 3
const fewestDigits = 6

/** Words of many names and of every sentence. */
const particles: ReadonlySet<string> = new Set(
  'aan aus bin con dal das de del den der des die dos het las les los och ten ter uit van von zur'.split(' '),
)

/** Whether a sentence that is kept names a person, if only by the surname or an order. */
export function namesAny(subject: Subject | undefined): (text: string) => boolean {
  const isTheirs = mentions(subject)
  const own = new Set(
    nameWords(subject?.name ?? '').filter((word) => word.length >= fewestLetters && !particles.has(word)),
  )
  const references = subject?.references ?? []
  return (text) =>
    isTheirs(text) ||
    nameWords(text).some((word) => own.has(word)) ||
    references.some((reference) => text.includes(reference))
}

/**
 * Whether a search may have been for a person: it names them, begins a word of their name, or is part of something that
 * was erased of them.
 * @param values what fields held before they were erased
 */
export function mayMention(
  subject: Subject | undefined,
  values: readonly string[],
): (text: string) => boolean {
  const isTheirs = mentions(subject)
  const held = [...(subject?.emails ?? []), ...(subject?.phones ?? []), ...values]
  const known = held.map(folded)
  const numbers = held.map(digitsOf)
  const names = nameWords(subject?.name ?? '')
  return (text) => {
    const begins = nameWords(text).filter((word) => word.length >= fewestLetters)
    const [part, digits] = [folded(text), digitsOf(text)]
    return (
      isTheirs(text) ||
      begins.some((word) => names.some((name) => name.startsWith(word))) ||
      (part.length >= fewestLetters && known.some((value) => value.includes(part))) ||
      (digits.length >= fewestDigits && numbers.some((value) => value.includes(digits)))
    )
  }
}

const folded = (text: string): string => nameWords(text).join(' ')
const digitsOf = (text: string): string => text.replace(/\D/g, '')
