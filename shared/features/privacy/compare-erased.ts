import type { LeftField } from './erased-fields'
import { comparePhones, hasEmail, hasWords, nameWords, normalEmail, normalPhone, phonesIn } from './normalise'
import { allTexts, type PersonalField, personalFields, personalFieldsOfContact } from './personal-fields'

/** What is needed of a field as it was before the erasure. */
export interface ErasedField extends Pick<PersonalField, 'pointer' | 'field' | 'value'> {
  /** Not a personal field: an earlier erasure left the person's data in it. */
  readonly elsewhere?: true | undefined
}

/**
 * Which fields of an order still hold what they held: at their place, or at that of another field of the same name, as
 * entries may come in another order. And where else an address, number, passport or name of the person stands.
 * @param before personal fields as they were
 * @param after the order, or an earlier version of it, as it was read afterwards
 */
export const stillHeld = (before: readonly ErasedField[], after: unknown): LeftField[] =>
  compare(before, after, personalFields(after))

/** The same of a contact of the contacts module. */
export const stillHeldByContact = (before: readonly ErasedField[], after: unknown): LeftField[] =>
  compare(before, after, personalFieldsOfContact(after))

function compare(
  before: readonly ErasedField[],
  after: unknown,
  fields: readonly PersonalField[],
): LeftField[] {
  const held = new Map<string, Set<string>>()
  for (const { field, value } of before) {
    const values = held.get(field) ?? new Set()
    held.set(field, values.add(value))
  }
  const left: LeftField[] = []
  const seen = new Set<string>()
  for (const { field, pointer, value } of fields) {
    seen.add(pointer)
    if (held.get(field)?.has(value)) left.push({ field, pointer, how: 'kept' })
  }
  const traces = tracesOf(before)
  const kept = new Set(left.map(({ pointer }) => pointer))
  const isLeft = (field: string, value: string) =>
    before.some((one) => one.elsewhere && one.field === field && one.value === value)
  for (const { field, pointer, value } of allTexts(after)) {
    if (kept.has(pointer) || !(isLeft(field, value) || traces.some((isIn) => isIn(value)))) continue
    left.push({ field, pointer, how: seen.has(pointer) ? 'kept' : 'elsewhere' })
  }
  return left
}

/** Fields that lead to a person by themselves; first and last name do together. */
const distinctive = new Set([
  'contact_email',
  'contact_phone',
  'contact_mobile',
  'contact_passport',
  'contact_loyalty_number',
  'contact_name_first',
  'contact_name_last',
])

/**
 * What an earlier version of an order, or revision of a contact, holds that leads to a person: it may be another address or
 * number than the newest one, and is looked for all the same.
 * @param fields personal fields of that version
 */
export const distinctiveOf = (
  fields: readonly Pick<PersonalField, 'pointer' | 'field' | 'value'>[],
  version: number,
): ErasedField[] =>
  fields
    .filter(({ field }) => distinctive.has(field))
    // Names of one version belong together.
    .map(({ pointer, field, value }) => ({ pointer: `/versions/${version}${pointer}`, field, value }))

/** How to recognise what leads to the person by itself. */
function tracesOf(before: readonly ErasedField[]): ((text: string) => boolean)[] {
  const of = (...names: string[]) => before.filter(({ field }) => names.includes(field))
  const emails = of('contact_email').map(({ value }) => normalEmail(value))
  const phones = of('contact_phone', 'contact_mobile').map(({ value }) => normalPhone(value))
  const passports = of('contact_passport', 'contact_loyalty_number')
    .map(({ value }) => value)
    .filter((value) => value.length >= 6)
  const names = fullNames(before)
  return [
    ...emails.map((email) => (text: string) => hasEmail(email, text)),
    ...phones.map(
      (phone) => (text: string) => phonesIn(text).some((other) => comparePhones(phone, other) === 'same'),
    ),
    ...passports.map((passport) => (text: string) => text.includes(passport)),
    ...names.map((words) => (text: string) => hasWords(words, text)),
  ]
}

/** First and last name of each contact together: one of them alone may be a word like any other. */
function fullNames(before: readonly ErasedField[]): string[][] {
  const firsts = new Map(
    before
      .filter(({ field }) => field === 'contact_name_first')
      .map(({ pointer, value }) => [holderOf(pointer), value]),
  )
  return before
    .filter(({ field }) => field === 'contact_name_last')
    .flatMap(({ pointer, value }) => {
      const first = firsts.get(holderOf(pointer))
      const words = first === undefined ? [] : nameWords(`${first} ${value}`)
      return words.length > 1 && words.join('').length >= 6 ? [words] : []
    })
}

const holderOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'))
