import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ResolvedConfig } from './config'
import type { OperationName } from './http/operations'
import type { Tokens } from './http/tokens'
import type { OrderDocument } from './orders/document'
import type { OrderList } from './search/order-list'
import type { OrderStore } from './store/order-store'

/** What the handlers of the API work with. */
export interface Context {
  readonly config: ResolvedConfig
  /** Now, in epoch ms. */
  readonly clock: () => number
  readonly store: OrderStore
  readonly list: OrderList
  readonly tokens: Tokens
  /** The newest version of an order, or the one before it where a fault asks for a stale read. */
  readonly view: (index: number, request: FastifyRequest) => OrderDocument
}

/** Answers a call: the value returned becomes the JSON body; `undefined` when the reply is already made. */
export type Handler = (
  request: FastifyRequest,
  reply: FastifyReply,
  context: Context,
) => Promise<unknown> | unknown
export type Handlers = Partial<Record<OperationName, Handler>>

/** The envelope of a single object (models.md). */
export function single(name: string, value: unknown) {
  return { api_version: '3.8.0', data: { kind: 'location', [name]: value } }
}
