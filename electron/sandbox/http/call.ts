import type { FastifyRequest } from 'fastify'
import type { Leftover } from '../privacy/leftover'
import type { Commit } from '../store/overlay'

/** What belongs to one call, beside what came over the wire. Faults and the ledger work through it. */
export interface CallState {
  readonly id: string
  /** What the call changed, once it is on disk. */
  committed: { readonly reference: string; readonly version: number } | undefined
  /** Further checks of the request, run once its query has been read; throws a `Refusal`. */
  check: (() => void) | undefined
  /** A fault makes up the answer, so it need not be a right one. */
  spoilt: boolean
  /** Answer reads as they were before the last change. */
  stale: boolean
  /** What a de-identification leaves although it answers as if all was done. */
  leaves: Leftover | undefined
  /** Use this page size, whatever was asked (rule 35). */
  pageSize: number | undefined
}

declare module 'fastify' {
  interface FastifyRequest {
    call: CallState
  }
  interface FastifyContextConfig {
    operation?: string
  }
}

/** The trace of a call that is kept with the change it makes. */
export function commitOf(request: FastifyRequest, kind: string): Omit<Commit, 'at' | 'version'> {
  const operationId = request.headers['app-operation-id']
  const reference = request.headers['app-reference']
  return {
    kind,
    requestId: request.call.id,
    ...(typeof operationId === 'string' && { operationId }),
    ...(typeof reference === 'string' && { reference }),
  }
}
