import { LOCALES, type Locale } from './names'
import { Random } from './random'

/** A guest. The same person has the same data in every order. */
export interface Person {
  readonly first: string
  readonly last: string
  readonly email: string
  readonly phone: string
  readonly title: string | undefined
  readonly locale: Locale
  /** `YYYY-MM-DD`, for about a third of all guests. */
  readonly birthDate: string | undefined
  readonly company: string | undefined
}

const DOMAINS = ['example.com', 'example.org', 'example.net', 'mail.example.com', 'post.example.org'] as const
const PERSON = 1

/** The guest of a given number. Numbers are those of the orders in which a guest first appears. */
export function personOf(seed: number, number: number): Person {
  const random = new Random(seed, number, PERSON)
  const locale = random.weighted(LOCALES)
  const first = random.pick(locale.first)
  const last = random.pick(locale.last)
  const digits = random.chance(60) ? String(random.between(1, 99)) : ''
  const separator = random.pick(['.', '_', ''])
  return {
    first: first.native,
    last: last.native,
    email: `${first.latin}${separator}${last.latin}${digits}@${random.pick(DOMAINS)}`,
    phone: `${locale.dial}${phoneDigits(random, locale.digits)}`,
    title: random.pick(['Mr.', 'Ms.', 'Mrs.', 'Dr.', '', '']) || undefined,
    locale,
    birthDate: random.chance(33)
      ? `${random.between(1945, 2005)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`
      : undefined,
    company: random.chance(6)
      ? `${last.native} ${random.pick(['Travel', 'Events', 'Reisen', 'Voyages'])} Ltd.`
      : undefined,
  }
}

const two = (value: number): string => String(value).padStart(2, '0')

function phoneDigits(random: Random, count: number): string {
  let digits = String(random.between(2, 9))
  while (digits.length < count) digits += random.below(10)
  return digits
}
