import type { FastifyInstance } from 'fastify'
import { ArrivalSchema } from '../arrivals/arrival'
import type { Context } from '../context'
import { readBody } from './control-body'

/** Lets an order come in, as from another desk or shop. */
export function addArrivalControl(app: FastifyInstance, { store }: Context, prefix: string): void {
  app.post(`${prefix}/orders`, async (request) => {
    const order = await store.arrive(readBody(ArrivalSchema, request.body ?? {}), request.call.id)
    return { reference: order.order_reference, contactUid: order.order_contacts?.[0]?.contact_uid, order }
  })
}
