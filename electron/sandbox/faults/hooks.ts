import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context'
import { BASE_PATH } from '../http/operations'
import type { Fault, FaultBook } from './fault'
import { interfere, isInterference } from './interfere'
import type { Arrival, Ledger } from './ledger'

const hits = new WeakMap<FastifyRequest, Fault[]>()
/** Calls whose connection was cut on purpose. */
const cut = new WeakSet<FastifyRequest>()

/** Headers that the ledger keeps; credentials are not among them. */
const OF_INTEREST = /^(app-.*|if-modified-since|accept|accept-encoding|content-type|cookie|user-agent)$/

/** Notes every arrival and lets things go wrong as told. Added before the routes and the token check. */
export function addFaults(app: FastifyInstance, context: Context, book: FaultBook, ledger: Ledger): void {
  app.addHook('onRequest', async (request, reply) => {
    const { path, query } = partsOf(request)
    if (!path.startsWith(BASE_PATH)) return
    const below = path.slice(BASE_PATH.length)
    const faults = book.take(request.method, below, query).map((set) => set.fault)
    hits.set(request, faults)
    ledger.arrive(arrivalOf(request, below, query, faults))
    for (const fault of faults) if (!fault.delayAfter && fault.delayMs > 0) await wait(fault.delayMs)
    for (const fault of faults) {
      if (isInterference(fault) && !fault.after) await interfere(context, fault, request)
      applyBefore(fault, request, reply)
      if (cut.has(request)) complete(request, ledger, 0)
      // What another fault delays is not sent yet, and must not be carried out beside it.
      if (reply.sent || answers(fault)) return reply
    }
    return undefined
  })

  app.addHook('onSend', async (request, reply, payload) => {
    let spoilt: unknown = payload
    for (const fault of hits.get(request) ?? []) {
      if (fault.delayAfter && fault.delayMs > 0) await wait(fault.delayMs)
      if (isInterference(fault) && fault.after) await interfere(context, fault, request)
      spoilt = applyAfter(fault, request, reply, spoilt)
    }
    complete(request, ledger, cut.has(request) ? 0 : reply.statusCode)
    return spoilt
  })
}

function partsOf(request: FastifyRequest): { path: string; query: string } {
  const [path = '', query = ''] = request.url.split('?')
  return { path, query }
}

function arrivalOf(request: FastifyRequest, path: string, query: string, faults: readonly Fault[]): Arrival {
  const headers = Object.entries(request.headers).filter(([name]) => OF_INTEREST.test(name))
  const scheme = request.headers.authorization?.split(' ')[0]
  return {
    id: request.call.id,
    at: new Date().toISOString(),
    method: request.method,
    path,
    query,
    headers: {
      ...Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
      ...(scheme !== undefined && { authorization: scheme }),
    },
    faults: faults.map((fault) => fault.kind),
  }
}

function complete(request: FastifyRequest, ledger: Ledger, status: number): void {
  const faults = (hits.get(request) ?? []).map((fault) => fault.kind)
  const { committed } = request.call
  ledger.complete(request.call.id, { status, faults, ...(committed && { committed }) })
}

/** It answers in the call's place. */
const answers = (fault: Fault): boolean =>
  ['status', 'redirect', 'expired-token'].includes(fault.kind) && !('after' in fault && fault.after)

/** Faults that keep the call from being carried out, or change how it reads. */
function applyBefore(fault: Fault, request: FastifyRequest, reply: FastifyReply): void {
  if ('after' in fault && fault.after) return
  if (fault.kind === 'status' || fault.kind === 'redirect') request.call.spoilt = true
  if (fault.kind === 'stale-read') request.call.stale = true
  if (fault.kind === 'leaves') request.call.leaves = { what: fault.what, field: fault.field }
  if (fault.kind === 'page-size') request.call.pageSize = fault.pageSize
  if (fault.kind === 'reset') reset(request, reply)
  if (fault.kind === 'status') void sendStatus(fault, reply)
  if (fault.kind === 'expired-token')
    void sendJson(reply.code(401), {
      error: 'INVALID_TOKEN',
      error_description: 'The token has expired.',
      errors: ['The token has expired.'],
    })
  if (fault.kind === 'redirect') void reply.code(fault.status).header('Location', fault.location).send()
}

/** Faults that spoil the answer to a call that was carried out. Returns the payload to send. */
function applyAfter(fault: Fault, request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  switch (fault.kind) {
    case 'status':
      return fault.after ? spoilStatus(fault, reply) : payload
    case 'redirect':
      if (fault.after) reply.code(fault.status).header('Location', fault.location)
      return fault.after ? '' : payload
    case 'reset':
      if (fault.after) cutConnection(request)
      return payload
    case 'truncated':
      return truncated(request, reply, payload)
    case 'invalid-json':
      return '{"api_version": "3.8.0", "data": {"order": {"order_reference": <html>'
    case 'body':
      reply.code(fault.status).type('application/json; charset=utf-8')
      return typeof fault.body === 'string' ? fault.body : JSON.stringify(fault.body ?? {})
    default:
      return payload
  }
}

type StatusFault = Extract<Fault, { kind: 'status' }>

function sendStatus(fault: StatusFault, reply: FastifyReply): FastifyReply {
  return reply.send(spoilStatus(fault, reply))
}

function spoilStatus(fault: StatusFault, reply: FastifyReply): string {
  reply.code(fault.status).type('application/json; charset=utf-8')
  if (fault.retryAfter !== undefined) reply.header('Retry-After', String(fault.retryAfter))
  if (typeof fault.body === 'string') return fault.body
  const description = `The sandbox was told to answer ${fault.status}.`
  return JSON.stringify(
    fault.body ?? { error: 'FAULT', error_description: description, errors: [description] },
  )
}

function sendJson(reply: FastifyReply, body: object): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(body))
}

function reset(request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack()
  cutConnection(request)
}

function cutConnection(request: FastifyRequest): void {
  cut.add(request)
  request.raw.socket.resetAndDestroy()
}

/** Announces the whole answer, sends half of it and cuts the connection. */
function truncated(request: FastifyRequest, reply: FastifyReply, payload: unknown): Readable {
  const whole = Buffer.from(typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : '')
  reply.header('Content-Length', whole.length)
  return Readable.from(
    (async function* () {
      yield whole.subarray(0, Math.floor(whole.length / 2))
      await wait(20)
      request.raw.socket.destroy()
    })(),
  )
}
