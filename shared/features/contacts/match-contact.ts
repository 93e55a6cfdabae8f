import { foldText } from '../../kernel/fold-text'
import type { ContactRow } from './contact-row'

/** What a contact is looked up by, among those that were read. */
const searched = [
  'name',
  'email',
  'company',
  'city',
  'externalUid',
  'number',
  'uid',
] as const satisfies readonly (keyof ContactRow)[]

/**
 * Whether a contact answers to what was typed: every word stands somewhere in it, whatever the accents, case and order.
 * Digits are looked for in phone numbers however they are written.
 */
export function contactMatcher(typed: string): (row: ContactRow) => boolean {
  const words = foldText(typed).split(/\s+/).filter(Boolean)
  const digits = typed.replace(/\D/g, '')
  const isNumber = digits.length >= 4 && /^[\d\s+()./-]+$/.test(typed)
  return (row) => {
    if (words.length === 0) return true
    if (isNumber && [row.phone, row.mobile].some((phone) => phone?.replace(/\D/g, '').includes(digits))) {
      return true
    }
    const text = foldText(searched.map((field) => row[field] ?? '').join('\n'))
    return words.every((word) => text.includes(word))
  }
}
