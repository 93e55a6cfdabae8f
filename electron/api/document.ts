import { isUtf8 } from 'node:buffer'
import { err, ok, type Result } from '@shared/kernel/result'
import type { Failure, RequestLabel } from './errors/failure'
import { unreadableError } from './errors/no-answer-error'
import type { FailureReason } from './http/failure-reason'
import type { Answer } from './http/transport'
import { type JsonDocument, parseLossless } from './json/lossless'
import type { Success } from './wire'

/** An answer of the API: its text as received, its data, and what is needed to ask again only if it changed. */
export interface ApiDocument<T> extends JsonDocument<T> {
  /** `App-Reference` of the request, for the vendor's support. */
  readonly requestId: string
  /** Value for `If-Modified-Since` (rules.md #40). */
  readonly lastModified?: string
  /** Path and query that was asked for, without key: a copy answers for the same question only. */
  readonly source: string
}

/**
 * Stands for an answer that somebody else still has: all that is needed to be told that it did not change.
 * @param value a body without anything in it
 */
export const heldCopy = <T>(held: { source: string; lastModified: string }, value: T): ApiDocument<T> => ({
  ...held,
  text: '',
  value,
  requestId: '',
})

/** What a 2xx body must hold at least to count as an answer; more, less and other values pass (rules.md #47, #55). */
export type Shape = (body: Readonly<Record<string, unknown>>) => boolean

/** `data` holds an object under this name. */
export const holds =
  (name: string): Shape =>
  ({ data }) =>
    isObject(data) && isObject(data[name])

/** `data` is an object; an empty list may leave `items` out. */
export const holdsItems: Shape = ({ data }) =>
  isObject(data) && (Array.isArray(data.items) || data.items == null)

/** The body of an answer as text, or what is wrong with it. It may still be no JSON. */
export function readText({ body, damaged }: Answer): Result<string, FailureReason> {
  if (damaged) return err(damaged)
  return isUtf8(body) ? ok(body.toString('utf8').replace(/^\uFEFF/, '')) : err('unreadable')
}

/** Reads a success into a document. A cut, unreadable or unexpected body is an error: of a command, an open one. */
export function readDocument<T>(
  label: RequestLabel,
  { answer, requestId }: Success,
  source: string,
  shape: Shape,
): Result<ApiDocument<T>, Failure> {
  const unreadable = (reason: FailureReason) => err(unreadableError(label, reason, answer.status, requestId))
  const text = readText(answer)
  if (!text.ok) return unreadable(text.error)
  try {
    const document = parseLossless<T>(text.value)
    if (!isObject(document.value) || !shape(document.value)) return unreadable('unreadable')
    const lastModified = answer.headers['last-modified']
    return ok({
      ...document,
      requestId,
      source,
      ...(typeof lastModified === 'string' ? { lastModified } : {}),
    })
  } catch {
    return unreadable('unreadable')
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
