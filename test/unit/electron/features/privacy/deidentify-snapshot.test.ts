// What a reading of an order may say to have been verified, with a server that shows less than all of it.

import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { expect, test } from 'vitest'
import type { ProfileApi } from '../../../../../electron/api'
import { erasureEvidence } from '../../../../../electron/features/privacy/deidentify-definition'
import {
  deidentifySnapshotSchema,
  readBefore,
  verifyOrder,
} from '../../../../../electron/features/privacy/deidentify-snapshot'
import { verdictOf } from '../../../../../electron/features/privacy/erasure-lines'
import { value } from '../../../../support/batch-desk'

const reference = 'PRI0000000088'
const refusal = (status: number) =>
  err(appError(status === 404 ? 'NOT_FOUND' : 'FORBIDDEN', 'refused', { upstream: { status } }))

interface Server {
  /** The version that is answered for the one that is asked for, or a status. */
  readonly version?: (asked: number) => { readonly order_version?: number } | number
  /** Items of a page of payments, or a status. */
  readonly payments?: (page: number) => readonly object[] | number
}

/** A server that shows what it is told to. */
function serverOf({ version = (asked) => ({ order_version: asked }), payments = () => [] }: Server) {
  const api = {
    orders: {
      get: async (_order: string, { version: asked = 0 }: { version?: number }) => {
        const order = version(asked)
        return typeof order === 'number' ? refusal(order) : ok({ value: { data: { order } } })
      },
    },
    payments: {
      list: async ({ page = 1 }: { page?: number }) => {
        const items = payments(page)
        if (typeof items === 'number') return refusal(items)
        return ok({ value: { data: { items, items_per_page: 200 } } })
      },
    },
  }
  return api as unknown as Pick<ProfileApi, 'orders' | 'payments'>
}

const payment = (email?: string) => ({
  payment_order_reference: reference,
  ...(email === undefined ? {} : { payment_contact: { contact_email: email } }),
})
const orderOf = (version: number, ...payments: object[]) => ({
  order_version: version,
  order_payments: payments,
})
const nothing = { fields: [], hasPayments: false }
const unreadOf = async (server: Server, order: object, before: Parameters<typeof verifyOrder>[3] = nothing) =>
  value(await verifyOrder(serverOf(server), reference, order, before)).verified?.unread

test('versions that are too many to be read are told as such, and not taken for verified', async () => {
  expect(await unreadOf({}, orderOf(51))).toBeUndefined()
  expect(await unreadOf({}, orderOf(70))).toEqual([{ what: 'versions-to', version: 19 }])
  const before = value(await readBefore(serverOf({}), reference, orderOf(70)))
  expect(before.unread).toEqual([{ what: 'versions-to', version: 19, before: true }])
})

test('a server that answers with another version than was asked for has not shown that one', async () => {
  expect(await unreadOf({ version: () => ({ order_version: 3 }) }, orderOf(3))).toEqual([
    { what: 'version', version: 2 },
    { what: 'version', version: 1 },
  ])
  expect(await unreadOf({ version: () => ({}) }, orderOf(3))).toBeUndefined()
})

test.each([
  ['refused', 403, [{ what: 'version', version: 1 }]],
  ['of a shape that is refused', 400, [{ what: 'version', version: 1 }]],
  ['kept no more', 404, undefined],
  ['gone for good', 410, undefined],
])('an earlier version that is %s', async (_how, status, unread) => {
  expect(await unreadOf({ version: () => status }, orderOf(2))).toEqual(unread)
})

test('a list of payments without an end is not verified', async () => {
  const endless = { payments: () => Array.from({ length: 200 }, () => payment()) }
  expect(await unreadOf(endless, orderOf(1))).toEqual([{ what: 'payments' }])
})

test('a refused list of payments counts where the order, the list before or an old record may have had any', async () => {
  const refused = { payments: () => 403 }
  expect(await unreadOf(refused, orderOf(1))).toBeUndefined()
  expect(await unreadOf(refused, orderOf(1, payment()))).toEqual([{ what: 'payments' }])
  const listed = value(await readBefore(serverOf({ payments: () => [payment()] }), reference, orderOf(1)))
  expect(listed.unread).toBeUndefined()
  expect(await unreadOf(refused, orderOf(1), listed)).toEqual([{ what: 'payments' }])
  const figures = { orderVersion: 1, orderStatus: null, priceTotal: null, currency: null }
  const old = deidentifySnapshotSchema.parse({ ...figures, fields: [] })
  expect(await unreadOf(refused, orderOf(1), old)).toEqual([{ what: 'payments' }])
})

test('a place in the list of payments that was left is not verified where the list is refused since', async () => {
  const only = [{ pointer: '/payments/0/payment_contact/contact_email' }]
  const before = value(await readBefore(serverOf({ payments: () => 403 }), reference, orderOf(1), only))
  expect(before).toMatchObject({ fields: [], unread: [{ what: 'payments', before: true }] })
  // Shown again by then: what stands there may be the person or what replaced them.
  expect(await unreadOf({ payments: () => [payment('token-1')] }, orderOf(1), before)).toEqual(before.unread)
})

test('a place in an earlier version that was left is not verified where that version is refused since', async () => {
  const only = [{ pointer: '/order_contacts/0/contact_email', version: 1 }]
  const before = value(await readBefore(serverOf({ version: () => 403 }), reference, orderOf(2), only))
  expect(before).toMatchObject({ fields: [], unread: [{ what: 'version', version: 1, before: true }] })
  expect(await unreadOf({}, orderOf(2), before)).toEqual(before.unread)
})

test('that payments are not shown any more is no evidence that anything was erased', async () => {
  const document = {
    ...orderOf(1, payment()),
    order_contacts: [{ contact_email: 'guest@there.example.com' }],
  }
  const shown = serverOf({ payments: () => [payment('payer@there.example.com')] })
  const before = value(await readBefore(shown, reference, document))
  const now = value(await verifyOrder(serverOf({ payments: () => 403 }), reference, document, before))
  expect(erasureEvidence(before, now, false)).toMatchObject({ verdict: 'absent' })
})

test('a reading that could compare none of what was left is no evidence either', async () => {
  const only = [{ pointer: '/payments/0/payment_contact/contact_email' }]
  const shown = serverOf({ payments: () => [payment('payer@there.example.com')] })
  const before = value(await readBefore(shown, reference, orderOf(1), only))
  expect(before.fields).toHaveLength(1)
  const now = value(await verifyOrder(serverOf({ payments: () => 403 }), reference, orderOf(1), before))
  expect(erasureEvidence(before, now, false)).toMatchObject({ verdict: 'absent' })
  expect(erasureEvidence(before, now, true)).toMatchObject({ verdict: 'happened' })
})

test('a payment that does not say of which order it is may be of this one, and is not compared', async () => {
  const unnamed = { payment_contact: { contact_email: 'payer@there.example.com' } }
  const before = value(await readBefore(serverOf({ payments: () => [unnamed] }), reference, orderOf(1)))
  expect(before).toMatchObject({ fields: [], unread: [{ what: 'payments', before: true }] })
  const ofAnother = { ...unnamed, payment_order_reference: 'PRI0000000099' }
  const other = value(await readBefore(serverOf({ payments: () => [ofAnother] }), reference, orderOf(1)))
  expect(other.unread).toBeUndefined()
})

test.each([
  ['PAID', [{ what: 'payments' }]],
  ['REFUNDED', [{ what: 'payments' }]],
  ['NOT_REQUIRED', undefined],
  ['PENDING', undefined],
])('tickets that say %s where the list of payments is refused', async (status, unread) => {
  const order = {
    ...orderOf(1),
    order_bookings: [{ product_type_details: [{ product_type_payment_status: status }] }],
  }
  expect(await unreadOf({ payments: () => 403 }, order)).toEqual(unread)
})

test('what was not seen before stays so beside a later reading that sees all, and makes a line incomplete by itself', () => {
  const unread = [{ what: 'payments' as const, before: true as const }]
  const clean = { left: [] }
  expect(verdictOf(clean, {})).toMatchObject({ state: 'erased', unread: undefined })
  expect(verdictOf(clean, { unread })).toEqual({ state: 'incomplete', left: [], unread })
  expect(verdictOf({ left: [], unread: [{ what: 'payments' }] }, { unread })).toMatchObject({ unread })
  expect(verdictOf(clean, { unread: [{ what: 'payments' }] })).toMatchObject({ state: 'erased' })
})
