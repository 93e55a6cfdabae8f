import type { OperationId, PathTemplate } from '@shared/api'
import { type AppError, appError } from '@shared/kernel/app-error'
import type { Result } from '@shared/kernel/result'
import { err, ok } from '@shared/kernel/result'
import type { Connection } from './connection'
import { type ApiDocument, readDocument, type Shape } from './document'
import type { RequestLabel } from './errors/failure'
import { type QueryValue, writeQuery } from './query'
import { type ApiRequest, type CommandOptions, fillPath, type ReadOptions } from './request'
import type { Session } from './session'
import type { ApiSettings } from './settings'
import type { Success } from './wire'

/** A call as a resource describes it. */
export interface Call {
  readonly operation: OperationId
  readonly method: ApiRequest['method']
  readonly path: PathTemplate
  /** What stands in the braces of the path; each is encoded, an empty one is refused. */
  readonly ids?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, QueryValue>>
  /** Adds the connection's `distributor_id` where the call names none. */
  readonly takesDistributor?: boolean
  readonly accept?: string
  readonly body?: string
  readonly authenticated?: boolean
}

/** A read that may start from a copy the caller kept: only what changed since is sent again (rules.md #40). */
export interface ConditionalReadOptions<T> extends ReadOptions {
  /** An earlier answer to the same question. Unchanged, the same object is the answer again. */
  readonly copy?: ApiDocument<T> | undefined
}

/** How resources reach the API on behalf of one profile. */
export interface Caller {
  /** Sends a read and answers with whatever came as success; given `since` (rules.md #40), 304 is one. */
  fetch(
    call: Call,
    options?: ReadOptions & { readonly since?: string | undefined },
  ): Promise<Result<Success, AppError>>
  read<T>(
    call: Call,
    shape: Shape,
    options?: ConditionalReadOptions<T>,
  ): Promise<Result<ApiDocument<T>, AppError>>
  command<T>(call: Call, shape: Shape, options: CommandOptions): Promise<Result<ApiDocument<T>, AppError>>
  /** Sends a command whose success has no content: its status is all that it says. */
  order(call: Call, options: CommandOptions): Promise<Result<{ readonly requestId: string }, AppError>>
}

export function createCaller(deps: {
  connect: () => Promise<Result<{ connection: Connection; session: Session }, AppError>>
  settings: ApiSettings
}): Caller {
  const prepare = async (call: Call) => {
    const connected = await deps.connect()
    if (!connected.ok) return connected
    const { connection, session } = connected.value
    const request = buildRequest(call, connection, deps.settings)
    return request.ok ? ok({ connection, session, request: request.value }) : request
  }
  const sourceOf = ({ path, query }: ApiRequest) => `${path}?${query}`

  const send = async (call: Call, options: CommandOptions) => {
    const prepared = await prepare(call)
    if (!prepared.ok) return prepared
    const { connection, session, request } = prepared.value
    const outcome = await session.command(connection, request, options)
    return outcome.ok ? ok({ success: outcome.value, source: sourceOf(request) }) : err(outcome.error.error)
  }

  return {
    fetch: async (call, { since, ...options } = {}) => {
      const prepared = await prepare(call)
      if (!prepared.ok) return prepared
      const { connection, session, request } = prepared.value
      const outcome = await session.read(connection, request, { ...options, ...(since ? { since } : {}) })
      return outcome.ok ? outcome : err(outcome.error.error)
    },
    read: async <T>(call: Call, shape: Shape, { copy, signal }: ConditionalReadOptions<T> = {}) => {
      const prepared = await prepare(call)
      if (!prepared.ok) return prepared
      const { connection, session, request } = prepared.value
      const source = sourceOf(request)
      const since = copy?.source === source ? copy.lastModified : undefined
      const outcome = await session.read(connection, request, { signal, ...(since ? { since } : {}) })
      if (!outcome.ok) return err(outcome.error.error)
      if (outcome.value.answer.status === 304 && copy) return ok(copy)
      const label: RequestLabel = { operation: call.operation, kind: 'read' }
      return appErrorOf(readDocument<T>(label, outcome.value, source, shape))
    },
    command: async <T>(call: Call, shape: Shape, options: CommandOptions) => {
      const sent = await send(call, options)
      if (!sent.ok) return sent
      const { success, source } = sent.value
      const label: RequestLabel = { operation: call.operation, kind: 'command' }
      return appErrorOf(readDocument<T>(label, success, source, shape))
    },
    order: async (call, options) => {
      const sent = await send(call, options)
      return sent.ok ? ok({ requestId: sent.value.success.requestId }) : sent
    },
  }
}

function buildRequest(
  call: Call,
  connection: Connection,
  settings: ApiSettings,
): Result<ApiRequest, AppError> {
  const { operation, method, accept, body, authenticated } = call
  const path = fillPath(call.path, call.ids)
  if (path === undefined) {
    return err(
      appError('INVALID_INPUT', `${operation}: an id in the path is empty`, { fields: { path: 'is empty' } }),
    )
  }
  const distributor = call.takesDistributor && connection.distributorId.trim()
  const parameters = { ...(distributor ? { distributor_id: distributor } : {}), ...call.query }
  const query = writeQuery(parameters, {
    operation,
    listStyle: settings.listStyle,
    inferredNames: connection.inferredNames,
    confirmedNames: connection.confirmedNames,
  })
  if (!query.ok) return query
  return ok({
    operation,
    method,
    template: call.path,
    path,
    query: query.value,
    ...(accept ? { accept } : {}),
    ...(body === undefined ? {} : { body }),
    ...(authenticated === undefined ? {} : { authenticated }),
  })
}

const appErrorOf = <T>(result: Result<T, { error: AppError }>): Result<T, AppError> =>
  result.ok ? result : err(result.error.error)
