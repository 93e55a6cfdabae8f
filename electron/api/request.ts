import type { PathTemplate } from '@shared/api'
import type { OperationId as JournalId } from '@shared/kernel/ids'

/** One call of the API, ready to send but for address, token and headers. */
export interface ApiRequest {
  /** Operation of the OpenAPI file; names the call in errors. */
  readonly operation: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** The path without its ids, for the log. */
  readonly template: PathTemplate
  /** Below the base address, encoded, such as `/orders/ABC12345`. */
  readonly path: string
  /** Encoded, without `?`; may be empty. */
  readonly query: string
  /** Default `application/json`. */
  readonly accept?: string
  /** JSON text. */
  readonly body?: string
  /** False for the calls that take no token (rules.md #3). Default true. */
  readonly authenticated?: boolean
}

/** What a caller may say about a read. */
export interface ReadOptions {
  /** Stops waiting and retrying, and cuts a request that is under way. */
  readonly signal?: AbortSignal | undefined
  /** Nobody waits for it: it goes behind every call that somebody does wait for. */
  readonly inBackground?: boolean | undefined
}

/** What a caller says about a command. */
export interface CommandOptions {
  /** Id of the journal entry, sent as `App-Operation-ID`. The entry must be on disk before the call. */
  readonly operationId: JournalId
  /** Before the request leaves it withdraws the command (`changed: no`), after that its outcome is unknown. */
  readonly signal?: AbortSignal | undefined
}

/** The path with its ids, encoded; `undefined` when one is missing, empty or would change the path. */
export function fillPath(
  template: PathTemplate,
  ids: Readonly<Record<string, string>> = {},
): string | undefined {
  let complete = true
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const segment = pathSegment(ids[name] ?? '')
    complete &&= segment !== undefined
    return segment ?? ''
  })
  return complete ? path : undefined
}

function pathSegment(id: string): string | undefined {
  const text = id.trim()
  return text === '' || text === '.' || text === '..' ? undefined : encodeURIComponent(text)
}
