/** An e-mail address as it is compared: what one types in another way reaches the same person. */
export const normalEmail = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** Digits of a phone number as it is compared, without what only says that a country follows. */
export function normalPhone(text: string): string {
  const digits = text.normalize('NFKC').replace(/\(0\)/g, '').replace(/\D/g, '')
  return digits.replace(/^00/, '')
}

/** Fewer digits than this do not tell a phone number. */
const fewestDigits = 7
/** So many last digits are the same with and without country and area prefixes. */
const nationalDigits = 8

/** Whether two phone numbers are the same: `part` where one of them lacks its country. Digits as of {@link normalPhone}. */
export function comparePhones(one: string, other: string): 'same' | 'part' | undefined {
  if (one.length < fewestDigits || other.length < fewestDigits) return undefined
  if (one === other) return 'same'
  const [short, long] = [stripTrunk(one), stripTrunk(other)].sort((a, b) => a.length - b.length) as [
    string,
    string,
  ]
  if (short === long) return 'same'
  return short.length >= nationalDigits && long.endsWith(short) ? 'part' : undefined
}

/** The zero before an area code is dialled within the country alone. */
const stripTrunk = (digits: string): string => digits.replace(/^0/, '')

/** Words of a name as they are compared: no case, no accents, no signs. */
export const nameWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('æ', 'ae')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Whether all words of a name are in a text, each as a word of its own, in any order. */
export function hasWords(words: readonly string[], text: string): boolean {
  if (words.length === 0) return false
  const there = new Set(nameWords(text))
  return words.every((word) => there.has(word))
}

/** Letters and digits of a reference, as one reads it to somebody. */
export const normalReference = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Phone numbers that a text may hold, as digits: runs of digits with what people write between them. */
export const phonesIn = (text: string): string[] =>
  (text.normalize('NFKC').match(/\+?\d[\d\s().\-/]{5,}\d/g) ?? []).map(normalPhone)

/** Whether a text holds an e-mail address, not as a part of a longer one. */
export function hasEmail(email: string, text: string): boolean {
  const lower = text.normalize('NFKC').toLowerCase()
  for (let at = lower.indexOf(email); at >= 0; at = lower.indexOf(email, at + 1)) {
    const before = lower[at - 1]
    const after = lower.slice(at + email.length)
    if (!isOfAddress(before) && !/^(?:[\p{L}\p{N}_-]|\.[\p{L}\p{N}])/u.test(after)) return true
  }
  return false
}

const isOfAddress = (sign: string | undefined): boolean =>
  sign !== undefined && /[\p{L}\p{N}._%+-]/u.test(sign)
