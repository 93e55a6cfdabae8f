import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Context } from '../context'
import { invalidRequest, Refusal } from '../http/refusal'
import { closeVersion, nextVersion } from '../orders/change'
import { noSuchOrder } from '../store/order-store'
import { type FaultBook, FaultSchema } from './fault'
import type { Ledger } from './ledger'

const PREFIX = '/__control'
const SOMEONE = { name: 'Someone Else', email: 'someone@desk.example.com', role: 'Agent' }

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
    const fault = FaultSchema.safeParse(request.body)
    if (!fault.success) throw invalidRequest(z.prettifyError(fault.error))
    return { id: book.add(fault.data).id }
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
    const index = indexOf(context, request.params.reference)
    const order = await context.store.change(
      index,
      SOMEONE,
      { kind: 'TOUCH', requestId: request.call.id },
      (latest, change) => {
        const next = nextVersion(latest, change)
        closeVersion(next, change, 'ORDER_UPDATE', 'Changed by somebody else')
        return { order: next }
      },
    )
    return { version: order.order_version }
  })
  app.post(`${PREFIX}/settle`, async () => {
    await context.store.settleDue(Number.POSITIVE_INFINITY)
    return {}
  })
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
