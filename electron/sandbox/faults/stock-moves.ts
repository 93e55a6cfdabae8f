import type { FastifyInstance } from 'fastify'
import type { Context } from '../context'
import { Refusal } from '../http/refusal'
import { moved, type StockMove, StockMoveSchema } from '../stock/moves'
import type { StockDocument } from '../stock/stock-document'
import { readBody } from './control-body'
import { SOMEONE } from './someone-else'

/** Carts, sales or a colleague move a stock row, whatever its state. */
export function moveStock(
  { store }: Context,
  id: string,
  move: StockMove,
  requestId: string,
): Promise<StockDocument> {
  return store.changeStock(id, SOMEONE, { kind: 'TOUCH', requestId }, (row) => moved(row, move))
}

/** What tests see and steer of stock. */
export function addStockControl(app: FastifyInstance, context: Context, prefix: string): void {
  type ById = { Params: { id: string } }
  app.get<ById>(`${prefix}/stock/:id`, (request) => {
    const { stock } = context.store
    const row = stock.find(request.params.id)
    if (!row) throw new Refusal(404, 'STOCK_NOT_FOUND', `There is no stock ${request.params.id}.`)
    return { row, commits: stock.commits(row.stock_id) }
  })
  app.post<ById>(`${prefix}/stock/:id`, async (request) => {
    const move = readBody(StockMoveSchema, request.body ?? {})
    return { row: await moveStock(context, request.params.id, move, request.call.id) }
  })
}
