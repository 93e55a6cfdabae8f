import type { FastifyRequest } from 'fastify'
import { parseOffsetTime } from '../time/local-time'
import { invalidRequest } from './refusal'

/** Turns the text of a parameter into its value, or throws a `BadValue`. */
type Reader<T> = (text: string) => T
type Readers = Readonly<Record<string, Reader<unknown>>>
export type Values<R extends Readers> = { [Name in keyof R]?: ReturnType<R[Name]> }

class BadValue extends Error {}

export const text: Reader<string> = (value) => value

/** A language; empty means the default one. */
export const language: Reader<string> = (value) => value

/** A reference of at least eight characters (endpoints.md). */
export const reference: Reader<string> = (value) => {
  if (value.length < 8) throw new BadValue('must have at least 8 characters')
  return value
}

/** One comma-joined value (rule 57). An empty entry or one named twice is refused. */
export const list: Reader<readonly string[]> = (value) => {
  const entries = value.split(',')
  if (entries.includes('')) throw new BadValue('must not have empty entries')
  if (/[[\]"{}]/.test(value)) throw new BadValue('must be joined by commas, not JSON')
  if (new Set(entries).size < entries.length) throw new BadValue('must not name anything twice')
  return entries
}

/** `true` or `false` (rule 58). */
export const boolean: Reader<boolean> = (value) => {
  if (value !== 'true' && value !== 'false') throw new BadValue('must be true or false')
  return value === 'true'
}

/** Date and time with a numeric offset; `Z` is refused (rules 48, 49). Gives epoch ms. */
export const moment: Reader<number> = (value) => {
  const at = parseOffsetTime(value)
  if (at === undefined) throw new BadValue('must be a date and time with an offset like +01:00, not Z')
  return at
}

/** A plain date (rule 51); gives what `Date.UTC` gives for its midnight. */
export const date: Reader<number> = (value) => {
  const at = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00:00.000Z`) : Number.NaN
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== value)
    throw new BadValue('must be a date like 2026-11-21')
  return at
}

export const uuid: Reader<string> = (value) => {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)) throw new BadValue('must be a UUID')
  return value.toLowerCase()
}

export const email: Reader<string> = (value) => {
  if (!/^[^\s@]+@[^\s@]+$/.test(value)) throw new BadValue('must be an e-mail address')
  return value
}

export const integer =
  (least: number, most: number): Reader<number> =>
  (value) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
    if (!(number >= least && number <= most))
      throw new BadValue(`must be a whole number from ${least} to ${most}`)
    return number
  }

/** A whole number, which may be below zero. */
export const signedInteger: Reader<number> = (value) => {
  if (!/^-?\d{1,9}$/.test(value)) throw new BadValue('must be a whole number of at most nine digits')
  return Number(value)
}

export const oneOf =
  <T extends string>(...values: readonly T[]): Reader<T> =>
  (value) => {
    const known = values.find((each) => each === value)
    if (known === undefined) throw new BadValue(`must be one of ${values.join(', ')}`)
    return known
  }

/**
 * Reads the query of a call. A parameter that the call does not know, that comes twice, that is empty or
 * malformed is 400 (rule 62). The API key (`key`, rule 12) is let through everywhere.
 */
export function readQuery<R extends Readers>(request: FastifyRequest, readers: R): Values<R> {
  const values: Values<R> = {}
  const problems: string[] = []
  for (const [name, value] of Object.entries(Object(request.query))) {
    if (name === 'key') continue
    const reader = Object.hasOwn(readers, name) ? readers[name] : undefined
    const problem = reader ? readInto(values, name, value, reader) : 'is not a parameter of this call'
    if (problem !== undefined) problems.push(`${name} ${problem}`)
  }
  if (problems.length > 0) throw invalidRequest(...problems)
  request.call.check?.()
  return values
}

function readInto(values: object, name: string, value: unknown, reader: Reader<unknown>): string | undefined {
  if (typeof value !== 'string') return 'must not be repeated'
  if (value === '' && reader !== language) return 'must not be empty'
  try {
    Reflect.set(values, name, reader(value))
    return undefined
  } catch (error) {
    if (error instanceof BadValue) return error.message
    throw error
  }
}
