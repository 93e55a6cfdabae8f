import { z } from 'zod'
import { parseOffsetDateTime } from '../../kernel/time'
import type { AmendableField } from './amendable'
import type { FieldValue } from './field-value'

/** Why a value cannot be sent. */
export type FieldProblem =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'LANGUAGE'
  | 'EMAIL'
  | 'PHONE'
  | 'DATE'
  | 'CHOICE'
  | 'SWITCH'
  | 'MOMENT'
  | 'COUNT'

const longest = 255

const forms = {
  /** ISO 639-1; the samples write both cases. */
  language: { problem: 'LANGUAGE', fits: (text: string) => /^[a-z]{2}$/i.test(text) },
  email: { problem: 'EMAIL', fits: (text: string) => z.email().max(320).safeParse(text).success },
  /** E.164. */
  phone: { problem: 'PHONE', fits: (text: string) => /^\+[1-9]\d{5,14}$/.test(text) },
  /** A date only (rules.md #51). */
  date: { problem: 'DATE', fits: (text: string) => z.iso.date().safeParse(text).success },
  /** With its offset, never Z (rules.md #49). */
  moment: {
    problem: 'MOMENT',
    fits: (text: string) =>
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(text) && parseOffsetDateTime(text) !== undefined,
  },
  count: { problem: 'COUNT', fits: (text: string) => /^(0|[1-9]\d{0,3})$/.test(text) },
} as const

/** What is wrong with a value that somebody wants in a field; `undefined` when it can be sent. */
export function fieldProblem(
  { kind, required, choices }: Pick<AmendableField, 'kind' | 'required' | 'choices'>,
  wanted: FieldValue,
): FieldProblem | undefined {
  if (kind === 'switch') return typeof wanted === 'boolean' ? undefined : 'SWITCH'
  if (typeof wanted === 'boolean') return 'SWITCH'
  const text = wanted?.trim() ?? ''
  if (text === '') return required ? 'REQUIRED' : undefined
  if (text.length > longest) return 'TOO_LONG'
  if (kind === 'text') return undefined
  if (kind === 'choice') return choices.includes(text) ? undefined : 'CHOICE'
  const { problem, fits } = forms[kind]
  return fits(text) ? undefined : problem
}
