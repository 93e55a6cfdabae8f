import { repointed } from '@shared/features/contacts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OrderDocument } from '../../../../../electron/api'
import { parseLossless } from '../../../../../electron/api'
import { buildOrderUpdate, readOnlyContactFields } from '../../../../../electron/features/amendments'
import { buildRepoint } from '../../../../../electron/features/contacts/repoint-update'
import { checkOf } from '../../../../support/openapi'
import { startTestSandbox, type TestClient } from '../../../sandbox/support/client'

/**
 * The whole top level goes along as it was read (rule 153), so what is sent differs from an update that changes nothing in the
 * one contact only.
 */

let server: TestClient
beforeAll(async () => {
  server = await startTestSandbox({ orders: 700 })
})
afterAll(async () => {
  expect(server.sandbox.violations).toEqual([])
  await server.sandbox.close()
})

const documentOf = (text: string): OrderDocument => ({
  ...parseLossless<OrderDocument['value']>(text),
  requestId: 'r',
  source: '/orders/A1',
})

test('every kind of order is sent back with that one contact in place of the other, and no booking', async () => {
  const { items } = await server.list('items_per_page=200')
  const linked = items.filter(({ order_contacts }) => order_contacts?.[0]?.contact_uid)
  expect(linked.length).toBeGreaterThan(100)
  const check = checkOf({ operationId: 'updateOrder', direction: 'request' })
  for (const [at, order] of linked.entries()) {
    const kept = linked[(at + 1) % linked.length]?.order_contacts?.[0]
    const pair = { from: order.order_contacts?.[0]?.contact_uid ?? '', to: kept?.contact_uid ?? '' }
    if (pair.from === pair.to) continue
    const document = documentOf(JSON.stringify({ data: { order } }))
    const plain = buildOrderUpdate(document.text, { fields: [] }, { sendTickets: false })
    const body = buildRepoint(document, JSON.stringify(kept), pair)
    if (!plain.ok || !body.ok) throw new Error(order.order_reference)
    const [before, sent] = [JSON.parse(plain.value).data.order, JSON.parse(body.value).data.order]
    const without = Object.fromEntries(
      Object.entries(kept ?? {}).filter(
        ([name]) => !readOnlyContactFields.some(([first, ...rest]) => first === name && rest.length === 0),
      ),
    )
    expect(sent).toEqual(
      repointed(before, pair, { ...without, contact_uid: pair.to, ...notesOf(sent, pair.to) }),
    )
    expect(sent.order_bookings).toEqual([])
    expect(check(JSON.parse(body.value))).toEqual([])
  }
})

/** Notes and address hold fields that only the server writes; that they go is held by the test of contacts. */
function notesOf(sent: { order_contacts?: Record<string, unknown>[] }, uid: string) {
  const contact = sent.order_contacts?.find(({ contact_uid }) => contact_uid === uid)
  const { contact_notes, contact_address } = contact ?? {}
  return { ...(contact_notes ? { contact_notes } : {}), ...(contact_address ? { contact_address } : {}) }
}

test('every digit of the contact that comes is sent as it was read', () => {
  const document = documentOf(
    '{"data":{"order":{"order_contacts":[{"contact_uid":"c1"},{"contact_uid":"c2"}]}}}',
  )
  const raw = '{"contact_uid":"c9","ledger":{"id":159118380521834001,"sum":20.50},"contact_version":3}'
  const body = buildRepoint(document, raw, { from: 'c2', to: 'c9' })
  expect(body.ok && body.value).toContain(
    '"order_contacts":[{"contact_uid":"c1"},{"contact_uid":"c9","ledger":{"id":159118380521834001,"sum":20.50}}]',
  )
})

test('an order whose contacts are no list is refused in words: nothing is built that would lose what is there', () => {
  const document = documentOf('{"data":{"order":{"order_contacts":[{"contact_uid":"c1"}]}}}')
  expect(buildRepoint(document, '[]', { from: 'c1', to: 'c9' })).toMatchObject({
    ok: false,
    error: { code: 'UPSTREAM', changed: 'no' },
  })
})
