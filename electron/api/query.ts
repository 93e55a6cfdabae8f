import type { OperationId } from '@shared/api'
import { type InferredNameSwitch, inferredSwitch } from '@shared/api/inferred-names'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import type { ListStyle } from './settings'

export type QueryValue = string | number | boolean | readonly string[] | undefined

export interface QueryRules {
  readonly operation: OperationId
  readonly listStyle: ListStyle
  /** Whether names that are guesses may be sent. */
  readonly inferredNames: boolean
  /** Of those, the ones that somebody has found to be right. */
  readonly confirmedNames?: readonly InferredNameSwitch[] | undefined
}

/**
 * Writes query parameters. Unset ones are left out. Refused with the name of the field: an empty text or list
 * (it would widen the request to everything), an id with a comma in a list, a time with `Z` (rules.md #49), and a
 * guessed name while the connection does not allow them.
 */
export function writeQuery(
  parameters: Readonly<Record<string, QueryValue>>,
  rules: QueryRules,
): Result<string, AppError> {
  const parts: string[] = []
  const fields: Record<string, string> = {}
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined) continue
    const problem = problemOf(name, value, rules)
    if (problem) fields[name] = problem
    else parts.push(...writeParameter(name, value, rules.listStyle))
  }
  const [first] = Object.entries(fields)
  if (!first) return ok(parts.join('&'))
  return err(appError('INVALID_INPUT', `${rules.operation}: ${first[0]} ${first[1]}`, { fields }))
}

function problemOf(name: string, value: QueryValue, rules: QueryRules): string | undefined {
  const guess = inferredSwitch(rules.operation, name)
  if (guess && !rules.inferredNames && !rules.confirmedNames?.includes(guess)) {
    return 'cannot be sent: its name is a guess and guessed names are switched off for this profile'
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return 'is an empty list'
    if (value.some((id) => id.trim() === '')) return 'holds an empty id'
    if (rules.listStyle === 'comma' && value.some((id) => id.includes(','))) return 'holds an id with a comma'
  }
  if (typeof value === 'number' && !Number.isFinite(value)) return 'is no number'
  if (typeof value !== 'string') return undefined
  if (value.trim() === '') return 'is empty'
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/i.test(value) ? 'is a time with Z: send its offset' : undefined
}

function writeParameter(name: string, value: QueryValue, style: ListStyle): string[] {
  const key = encodeURIComponent(name)
  if (!Array.isArray(value)) return [`${key}=${encodeURIComponent(String(value))}`]
  if (style === 'json') return [`${key}=${encodeURIComponent(JSON.stringify(value))}`]
  const ids = value.map((id: string) => encodeURIComponent(id))
  return style === 'repeat' ? ids.map((id) => `${key}=${id}`) : [`${key}=${ids.join(',')}`]
}
