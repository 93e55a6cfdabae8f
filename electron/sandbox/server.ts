import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip as gzipCallback } from 'node:zlib'
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import type { Context, Handler, Handlers } from './context'
import { mustAccept } from './http/accept'
import { parseJson, stringifyJson } from './http/json'
import { BASE_PATH, OPEN_OPERATIONS, OPERATIONS } from './http/operations'
import { invalidRequest, Refusal } from './http/refusal'
import { addPaymentHandlers } from './routes/add-payment'
import { availabilityHandlers } from './routes/availability'
import { cancelOrderHandlers } from './routes/cancel-order'
import { contactHandlers } from './routes/contacts'
import { deidentifyOrderHandlers } from './routes/deidentify-order'
import { paymentHandlers } from './routes/payments'
import { productHandlers } from './routes/products'
import { readOrderHandlers } from './routes/read-orders'
import { stockHandlers } from './routes/stock'
import { systemHandlers } from './routes/system'
import { updateOrderHandlers } from './routes/update-order'
import { addVoucherFiles, voucherHandlers } from './routes/vouchers'

const gzip = promisify(gzipCallback)
const WORTH_COMPRESSING = 1024

const handlers: Handlers = {
  ...systemHandlers,
  ...productHandlers,
  ...availabilityHandlers,
  ...readOrderHandlers,
  ...updateOrderHandlers,
  ...cancelOrderHandlers,
  ...voucherHandlers,
  ...contactHandlers,
  ...paymentHandlers,
  ...addPaymentHandlers,
  ...stockHandlers,
  ...deidentifyOrderHandlers,
}

/** The HTTP side of the sandbox, not yet listening. `extend` adds hooks before the routes are made. */
export function buildServer(
  context: Context,
  extend: (app: FastifyInstance) => void = () => {},
): FastifyInstance {
  const app = Fastify({
    logger: false,
    exposeHeadRoutes: false,
    bodyLimit: 4 * 1024 * 1024,
    forceCloseConnections: true,
  })
  app.decorateRequest('call')
  app.addHook('onRequest', async (request) => {
    request.call = {
      id: randomUUID(),
      committed: undefined,
      check: undefined,
      spoilt: false,
      stale: false,
      leaves: undefined,
      pageSize: undefined,
    }
    await context.store.settleDue()
  })
  // The server's clock is the sandbox's, which need not be the machine's.
  app.addHook('onSend', async (_request, reply) => {
    reply.header('Date', new Date(context.clock()).toUTCString())
  })
  readBodies(app)
  app.setReplySerializer((payload) => stringifyJson(payload))
  app.setErrorHandler(answerError)
  app.setNotFoundHandler(() => {
    throw new Refusal(404, 'NOT_FOUND', 'There is no such resource.')
  })
  extend(app)
  app.addHook('onRequest', async (request) => {
    const { operation } = request.routeOptions.config
    if (operation !== undefined && !OPEN_OPERATIONS.has(operation)) {
      context.tokens.check(request.headers.authorization)
    }
  })
  app.addHook('onSend', compress)
  addRoutes(app, context)
  addVoucherFiles(app, context)
  return app
}

function addRoutes(app: FastifyInstance, context: Context): void {
  const methods = new Map<string, string[]>()
  for (const [operation, method, path] of OPERATIONS) {
    methods.set(path, [...(methods.get(path) ?? []), method])
    const handler = handlers[operation] ?? notBuilt
    app.route({
      method,
      url: BASE_PATH + path,
      config: { operation },
      handler: async (request, reply) => {
        if (operation !== 'getVoucher') mustAccept(request.headers.accept, 'application/json')
        const answer = await handler(request, reply, context)
        // Without content the handler has answered itself, unless a fault has cut that off.
        return reply.sent || answer === reply || answer === undefined ? reply : sendJson(reply, answer)
      },
    })
  }
  for (const [path, known] of methods) refuseOtherMethods(app, path, known)
}

/** 501: not built yet (rule 72). */
const notBuilt: Handler = (request) => {
  throw new Refusal(
    501,
    'NOT_IMPLEMENTED',
    `The sandbox does not serve ${request.method} ${request.routeOptions.url} yet.`,
  )
}

/** 405: the method does not exist on that resource (rule 67). */
function refuseOtherMethods(app: FastifyInstance, path: string, known: readonly string[]): void {
  const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) => !known.includes(method))
  app.route({
    method: others,
    url: BASE_PATH + path,
    handler: (request, reply) => {
      reply.header('Allow', known.join(', '))
      throw new Refusal(
        405,
        'METHOD_NOT_ALLOWED',
        `${request.method} does not exist here; ${known.join(', ')} does.`,
      )
    },
  })
}

export function sendJson(reply: FastifyReply, value: unknown): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(stringifyJson(value))
}

/** Bodies are JSON (rule 15); digits of numbers are kept. */
function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    if (body === '') return done(null, undefined)
    try {
      done(null, parseJson(String(body)))
    } catch (error) {
      done(invalidRequest(`The body is not JSON: ${String(error)}`))
    }
  })
}

function answerError(error: unknown, _request: unknown, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error)
  reply.code(refusal.status)
  // A call without any credentials may be answered without code or text (rule 8).
  return refusal.code === '' ? reply.send() : sendJson(reply, refusal.body())
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const status: unknown = Reflect.get(Object(error), 'statusCode')
  if (typeof status === 'number' && status >= 400 && status < 500) return invalidRequest(String(error))
  process.stderr.write(`sandbox: ${error instanceof Error ? error.stack : String(error)}\n`)
  return new Refusal(500, 'INTERNAL_ERROR', 'Something went wrong in the sandbox.')
}

/** Rule 16. */
async function compress(
  request: { headers: Record<string, unknown> },
  reply: FastifyReply,
  payload: unknown,
) {
  const accepted = String(request.headers['accept-encoding'] ?? '')
  if (typeof payload !== 'string' || payload.length < WORTH_COMPRESSING || !/\bgzip\b/.test(accepted))
    return payload
  reply.header('Content-Encoding', 'gzip').header('Vary', 'Accept-Encoding').removeHeader('Content-Length')
  return gzip(payload, { level: 1 })
}
