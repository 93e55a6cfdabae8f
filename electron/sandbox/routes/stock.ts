import type { Handler, Handlers } from '../context'
import { commitOf } from '../http/call'
import { isUnchanged, lastModified } from '../http/conditional'
import { boolean, list, moment, readQuery, signedInteger } from '../http/query'
import { invalidRequest } from '../http/refusal'
import { withAvailable } from '../stock/moves'
import type { StockDocument } from '../stock/stock-document'
import { API_USER } from './cancel-order'

/** `GET /products/stock`: every row in one answer (rule 39), closed ones only when asked for. */
const getProductStock: Handler = (request, reply, { store, clock }) => {
  const query = readQuery(request, {
    stock_id: list,
    stock_product_id: list,
    include_disabled: boolean,
    stock_modified: moment,
  })
  const changed = Math.max(store.dataset.world.anchor, store.stock.lastChange)
  if (isUnchanged(request.headers['if-modified-since'], changed)) return reply.code(304).send()
  const { stock_id: ids, stock_product_id: products, stock_modified: since } = query
  const [wanted, of] = [ids && new Set(ids), products && new Set(products)]
  const items = store.stock.all().filter((row) => {
    if (row.stock_active === false && query.include_disabled !== true) return false
    if (wanted && !wanted.has(row.stock_id)) return false
    if (of && !of.has(row.stock_product_id ?? '')) return false
    return since === undefined || Date.parse(row.stock_modified ?? row.stock_created ?? '') > since
  })
  reply.header('Last-Modified', lastModified(changed, clock()))
  return rows(items)
}

/** `PUT /products/stock/{stock_id}`: sets how many pieces are available; the number travels in the query. */
const updateProductStock: Handler = async (request, _reply, { store }) => {
  const { stock_items_available: available } = readQuery(request, { stock_items_available: signedInteger })
  if (available === undefined) throw invalidRequest('stock_items_available is missing')
  const id = String(Reflect.get(Object(request.params), 'stock_id'))
  const row = await store.changeStock(id, API_USER, commitOf(request, 'STOCK'), (latest) =>
    withAvailable(latest, available),
  )
  request.call.committed = { reference: id, version: store.stock.commits(id).length }
  return rows([row])
}

const rows = (items: readonly StockDocument[]) => ({
  api_version: '3.8.0',
  data: { kind: 'location', total_items: items.length, items },
})

export const stockHandlers: Handlers = { getProductStock, updateProductStock }
