import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Context } from '../context'
import { Refusal } from '../http/refusal'
import { PAYMENT_PROVIDER } from '../orders/change'
import { ENDINGS, endPayment } from '../payments/guest-pays'
import { orderOf } from '../payments/lookup'
import { noSuchOrder } from '../store/order-store'
import { addArrivalControl } from './arrivals'
import { addContactControl } from './contact-moves'
import { readBody } from './control-body'
import { type FaultBook, FaultSchema } from './fault'
import type { Ledger } from './ledger'
import { SomeoneSchema, someoneElse } from './someone-else'
import { addStockControl } from './stock-moves'

const PREFIX = '/__control'

/**
 * What tests see and steer, for those who know the token (header `Sandbox-Token`); 404 for everybody else.
 */
export function addControlRoutes(
  app: FastifyInstance,
  context: Context,
  token: string,
  { book, ledger, violations }: { book: FaultBook; ledger: Ledger; violations: readonly string[] },
): void {
  app.addHook('onRequest', async (request) => {
    if (request.url.startsWith(PREFIX) && request.headers['sandbox-token'] !== token) {
      throw new Refusal(404, 'NOT_FOUND', 'There is no such resource.')
    }
  })

  app.get(`${PREFIX}/ledger`, () => ({ arrivals: ledger.all() }))
  app.delete(`${PREFIX}/ledger`, () => {
    ledger.clear()
    return {}
  })
  app.get(`${PREFIX}/faults`, () => ({ faults: book.all() }))
  app.post(`${PREFIX}/faults`, (request) => {
    return { id: book.add(readBody(FaultSchema, request.body)).id }
  })
  app.delete<{ Params: { id?: string } }>(`${PREFIX}/faults/:id`, (request) => {
    book.clear(Number(request.params.id))
    return {}
  })
  app.delete(`${PREFIX}/faults`, () => {
    book.clear()
    return {}
  })
  app.get(`${PREFIX}/violations`, () => ({ violations }))
  app.get<{ Params: { reference: string } }>(`${PREFIX}/orders/:reference`, (request) => {
    const index = indexOf(context, request.params.reference)
    const changed = context.store.overlay.get(index)
    return {
      versions: context.store.versions(index),
      pending: changed?.pending ?? [],
      commits: changed?.commits ?? [],
      mails: changed?.mails ?? [],
    }
  })
  app.get(`${PREFIX}/orders`, () => ({
    changed: [...context.store.overlay.all()].map(({ versions, commits, mails, pending }) => ({
      reference: versions[0]?.order_reference,
      version: versions.at(-1)?.order_version,
      commits,
      mails,
      pending,
    })),
  }))
  app.get(`${PREFIX}/mails`, () => ({
    mails: [...context.store.overlay.all()]
      .flatMap(({ versions, mails }) =>
        mails.map((mail) => ({ reference: versions[0]?.order_reference, ...mail })),
      )
      .sort((a, b) => a.at - b.at),
  }))
  app.post<{ Params: { reference: string } }>(`${PREFIX}/touch/:reference`, async (request) => {
    const deed = readBody(SomeoneSchema, request.body ?? { what: 'version' })
    const order = await someoneElse(context, request.params.reference, deed, request.call.id)
    return { version: order.order_version }
  })
  app.post<{ Params: { id: string } }>(`${PREFIX}/payments/:id`, async (request) => {
    const { status } = readBody(z.object({ status: z.enum(ENDINGS).default('PAID') }), request.body ?? {})
    const { id } = request.params
    const commit = { kind: 'PAID', requestId: request.call.id }
    const order = await context.store.change(
      orderOf(context.store, { payment_id: id }),
      PAYMENT_PROVIDER,
      commit,
      (latest, change) => ({ order: endPayment(latest, id, status, change) }),
    )
    return { payment: order.order_payments?.find((payment) => payment.payment_id === id) }
  })
  app.post(`${PREFIX}/settle`, async (request) => {
    const { accepted, reference } = readBody(
      z.object({ accepted: z.boolean().optional(), reference: z.string().optional() }),
      request.body ?? {},
    )
    const only = reference === undefined ? undefined : indexOf(context, reference)
    await context.store.settleDue(Number.POSITIVE_INFINITY, accepted, only)
    return {}
  })
  addArrivalControl(app, context, PREFIX)
  addContactControl(app, context, PREFIX)
  addStockControl(app, context, PREFIX)
  app.post(`${PREFIX}/reset`, async () => {
    await context.store.reset()
    return {}
  })
}

function indexOf({ store }: Context, reference: string): number {
  const index = store.indexOf(reference)
  if (index === undefined) throw noSuchOrder(reference)
  return index
}
