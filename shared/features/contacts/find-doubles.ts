import { foldText } from '../../kernel/fold-text'
import { phoneInE164 } from './contact-advice'
import type { ContactRow } from './contact-row'

/** Why two contacts are likely one person, the surest first. */
export const doubleReasons = ['email', 'phone', 'name'] as const
export type DoubleReason = (typeof doubleReasons)[number]

/** Contacts that are likely one person. */
export interface Doubles {
  /** The keys of its contacts: two groups never have the same. */
  readonly key: string
  readonly rows: readonly ContactRow[]
  /** What they have in common. */
  readonly reasons: readonly DoubleReason[]
  /**
   * They have the same name and nothing else in common, and differ in e-mail, phone or day of birth: rather two people of one
   * name.
   */
  readonly isDoubtful: boolean
}

/** Groups larger than this say that a value is no person's own, such as the address of a desk that books for everybody. */
export const largestGroup = 12

/**
 * Contacts of those that were read that are likely doubles: the same e-mail address, phone number or name, however they are
 * written. Nothing follows from it by itself. Linear in the number of contacts.
 */
export function findDoubles(rows: readonly ContactRow[]): Doubles[] {
  const groups = new Map<string, { rows: readonly ContactRow[]; reasons: Set<DoubleReason> }>()
  for (const reason of doubleReasons) {
    for (const alike of byKeys(rows, reason).values()) {
      if (alike.length < 2 || alike.length > largestGroup) continue
      const key = alike
        .map(({ uid }) => uid)
        .sort()
        .join(' ')
      const group = groups.get(key) ?? { rows: alike, reasons: new Set() }
      group.reasons.add(reason)
      groups.set(key, group)
    }
  }
  return [...groups].map(([key, { rows: alike, reasons }]) => ({
    key,
    rows: alike,
    reasons: doubleReasons.filter((reason) => reasons.has(reason)),
    isDoubtful: reasons.size === 1 && reasons.has('name') && differ(alike),
  }))
}

function byKeys(rows: readonly ContactRow[], reason: DoubleReason): Map<string, ContactRow[]> {
  const found = new Map<string, ContactRow[]>()
  for (const row of rows) {
    for (const key of new Set(keysOf[reason](row))) {
      const alike = found.get(key)
      if (alike) alike.push(row)
      else found.set(key, [row])
    }
  }
  return found
}

const keysOf: Readonly<Record<DoubleReason, (row: ContactRow) => readonly string[]>> = {
  email: ({ email }) => (email?.includes('@') ? [foldText(email)] : []),
  phone: ({ phone, mobile }) => [phone, mobile].flatMap((number) => phoneKey(number) ?? []),
  name: ({ firstName, lastName }) =>
    firstName !== undefined && lastName !== undefined ? [nameKey(`${firstName} ${lastName}`)] : [],
}

/** First and last name in whatever order they were written. */
const nameKey = (name: string): string =>
  foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort()
    .join(' ')

/** E.164 where it is a number, else its digits where they are enough to tell one from another. */
function phoneKey(number: string | undefined): string | undefined {
  if (number === undefined) return undefined
  const digits = number.replace(/\D/g, '')
  return phoneInE164(number) ?? (digits.length >= 8 ? digits : undefined)
}

const differ = (rows: readonly ContactRow[]): boolean =>
  (['email', 'birthDate'] as const).some(
    (field) => new Set(rows.flatMap((row) => row[field]?.toLowerCase() ?? [])).size > 1,
  ) || new Set(rows.flatMap((row) => phoneKey(row.mobile ?? row.phone) ?? [])).size > 1

/** What is told side by side of contacts that may be one, in this order. */
export const comparedFields = [
  'name',
  'email',
  'phone',
  'mobile',
  'company',
  'city',
  'country',
  'birthDate',
  'language',
  'number',
  'externalUid',
  'version',
  'created',
  'modified',
] as const satisfies readonly (keyof ContactRow)[]

/** What only the server writes, and that any two contacts differ in. */
const record: readonly (keyof ContactRow)[] = ['version', 'created', 'modified']

/** The fields of the person in which contacts differ, as far as they have them. */
export const differingFields = (rows: readonly ContactRow[]): ReadonlySet<keyof ContactRow> =>
  new Set(
    comparedFields.filter(
      (field) => !record.includes(field) && new Set(rows.map((row) => row[field])).size > 1,
    ),
  )
