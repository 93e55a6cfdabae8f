import { createHash } from 'node:crypto'
import { preparePage, readPage } from '../../../electron/store/mirror/read-page'
import { mirrorMigrations } from '../../../electron/store/mirror/schema'
import { datasetOf, pageText } from './order-pages'

/** Any moment that stays the same. */
const anchor = Date.UTC(2026, 0, 1)

/** Another one when the schema is another one, or the store makes something else of an order, or the sandbox makes others. */
export async function contentVersion(): Promise<string> {
  const page = readPage(pageText(datasetOf({ orders: 300, anchor }), 299, 0))
  if (!page) throw new Error('the sandbox made a page that cannot be read')
  const hash = createHash('sha256').update(JSON.stringify(mirrorMigrations))
  for (const { doc, ...order } of await preparePage(page)) hash.update(doc).update(JSON.stringify(order))
  return hash.digest('hex').slice(0, 12)
}
