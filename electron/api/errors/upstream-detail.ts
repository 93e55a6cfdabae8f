import type { UpstreamDetail } from '@shared/kernel/app-error'
import type { Answer } from '../http/transport'

const maxText = 500
const maxDetails = 20

/**
 * The server's own words about a refusal (rules.md #59): from a JSON body, or from a plain text one. A body may
 * be empty (rules.md #8), a page of HTML, or anything else: then only the status is told.
 */
export function readUpstreamDetail(answer: Answer, retryAfterMs?: number): UpstreamDetail {
  const body = readBody(answer)
  const code = text(body.error)
  const description = text(body.error_description) ?? text(body.error_message)
  const details = (Array.isArray(body.errors) ? body.errors : [])
    .slice(0, maxDetails)
    .flatMap((entry: unknown) => text(typeof entry === 'string' ? entry : JSON.stringify(entry)) ?? [])
  return {
    status: answer.status,
    ...(code ? { code } : {}),
    ...(description ? { description } : {}),
    ...(details.length > 0 ? { details } : {}),
    ...(retryAfterMs === undefined ? {} : { retryAfterSeconds: Math.ceil(retryAfterMs / 1000) }),
  }
}

/** The error body as far as it is an object; a short plain text counts as the description. */
function readBody({ body, headers, damaged }: Answer): Readonly<Record<string, unknown>> {
  if (damaged || body.length === 0 || body.length > 1_000_000) return {}
  const source = body.toString('utf8')
  try {
    const value: unknown = JSON.parse(source)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
    return typeof value === 'string' ? { error_description: value } : {}
  } catch {
    const isPlain = String(headers['content-type'] ?? '').startsWith('text/plain')
    return isPlain ? { error_description: source } : {}
  }
}

/** One line without control and text direction characters, cut to a readable length; `undefined` for what is no text or empty. */
function text(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const line = value
    .slice(0, maxText * 4)
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
  if (!line) return undefined
  return line.length > maxText ? `${line.slice(0, maxText - 1)}…` : line
}
