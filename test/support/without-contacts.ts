import type { TestClient } from '../unit/sandbox/support/client'
import { controlOf } from '../unit/sandbox/support/control'

/**
 * A server that keeps no contacts of its own: the sandbox's keeps earlier versions of what is overwritten, so that a request
 * with a contact in it is never verified as complete.
 */
export async function withoutContacts(server: TestClient): Promise<void> {
  const { fault } = controlOf(server)
  const list = { kind: 'contact', items_per_page: 200, page_index: 1, start_index: 1, current_item_count: 0 }
  const body = { api_version: '3.8', data: { ...list, total_items: 0, items: [] } }
  await fault({ kind: 'body', method: 'GET', path: '/contacts', count: 0, body })
  await fault({ kind: 'status', status: 404, method: 'GET', path: '/contacts/*', count: 0 })
}
