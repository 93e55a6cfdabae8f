import type { Result } from '@shared/kernel/result'
import { amendmentsHandlers } from '../../electron/features/amendments'
import { cancellationsHandlers } from '../../electron/features/cancellations'
import { contactsHandlers, draftPush, draftRepoint, revisionOf } from '../../electron/features/contacts'
import { paymentsHandlers } from '../../electron/features/payments'
import { draftContactErasure, draftDeidentification } from '../../electron/features/privacy'
import { refundsHandlers } from '../../electron/features/refunds'
import { createReleaseVoucher } from '../../electron/features/vouchers/release-voucher'
import type { Draft } from '../../electron/journal'
import type { OrderDocument } from '../../electron/sandbox/orders/document'
import type { LiveDesk } from '../support/live-desk'
import { seenOf } from '../support/sandbox-desk'
import { change, testStockHandlers } from '../support/stock-desk'
import type { TestClient } from '../unit/sandbox/support/client'

/** What of a desk the handlers need. */
type ScenarioDesk = Pick<LiveDesk, 'api' | 'journal'>

/** One kind of operation, on an order on which it is possible. */
export interface Scenario {
  readonly kind: string
  /** `order_external_reference` of the order. */
  readonly on: string
  readonly method: string
  /** Path of the one request that changes something, `*` for any run of characters. */
  readonly path: string
  /** Brings the order into the state that it needs. */
  prepare?(server: TestClient, reference: string): Promise<void>
  /** Has the very handler that the window calls record and send it. Answers its id. */
  run(desk: ScenarioDesk, profile: string, order: OrderDocument): Promise<string>
}

const caller = { windowId: 1 }
const reason = 'The guest is ill'

/** Which order, and how the person saw it. */
const about = (profile: string, order: OrderDocument) => ({
  profile,
  order: order.order_reference,
  seen: seenOf(order),
})

const depsOf = (desk: ScenarioDesk) => ({ api: desk.api, journal: desk.journal(), now: Date.now })

type Receipt = Result<{ operations: string[] }, object>

async function idOf(answer: Receipt | Promise<Receipt>): Promise<string> {
  const taken = await answer
  if (!taken.ok) throw new Error(`not taken: ${JSON.stringify(taken.error)}`)
  return taken.value.operations[0] ?? ''
}

export const scenarios: readonly Scenario[] = [
  {
    kind: 'cancel-order',
    on: 'DEMO-TERMS-FREE',
    method: 'DELETE',
    path: '/orders/*',
    run: (desk, profile, order) =>
      idOf(
        cancellationsHandlers(depsOf(desk)).cancelOrder(
          {
            ...about(profile, order),
            targets: [{ level: 'order' }],
            refundToGuest: true,
            reason,
          },
          caller,
        ),
      ),
  },
  {
    kind: 'refund-payment',
    on: 'DEMO-SPLIT',
    method: 'DELETE',
    path: '/payments',
    run: (desk, profile, order) => {
      const payment = order.order_payments?.find(({ payment_type }) => payment_type === 'CAPTURE')
      return idOf(
        refundsHandlers(depsOf(desk)).refundPayment(
          {
            ...about(profile, order),
            payment: payment?.payment_id ?? '',
            reason,
            seen: { ...seenOf(order), remaining: payment?.payment_amount ?? '', currency: 'EUR' },
          },
          caller,
        ),
      )
    },
  },
  {
    kind: 'refund-selection',
    on: 'DEMO-SPLIT',
    method: 'DELETE',
    path: '/payments',
    run: (desk, profile, order) => {
      const captures = order.order_payments?.filter(({ payment_type }) => payment_type === 'CAPTURE') ?? []
      return idOf(
        refundsHandlers(depsOf(desk)).refundSelection(
          {
            ...about(profile, order),
            target: { by: 'order_reference', id: order.order_reference },
            reason,
            seen: {
              ...seenOf(order),
              remaining: order.order_pricing.price_total,
              currency: 'EUR',
              payments: captures.map(({ payment_id }) => payment_id ?? ''),
            },
          },
          caller,
        ),
      )
    },
  },
  {
    kind: 'amend-order',
    on: 'DEMO-TERMS-FREE',
    method: 'PUT',
    path: '/orders/*',
    run: (desk, profile, order) =>
      idOf(
        amendmentsHandlers(depsOf(desk)).amendOrder(
          {
            ...about(profile, order),
            fields: [
              {
                path: ['order_external_reference'],
                seen: order.order_external_reference ?? '',
                wanted: 'WEB-2',
              },
            ],
          },
          caller,
        ),
      ),
  },
  {
    kind: 'edit-contact',
    on: 'DEMO-KWD',
    method: 'PUT',
    path: '/contacts/*',
    run: (desk, profile, order) => {
      const contact = order.order_contacts?.find(({ contact_uid }) => contact_uid)
      return idOf(
        contactsHandlers(depsOf(desk)).editContact(
          {
            profile,
            order: order.order_reference,
            contact: contact?.contact_uid ?? '',
            fields: [
              {
                path: ['contact_email'],
                seen: contact?.contact_email ?? null,
                wanted: 'amara.new@example.com',
              },
            ],
            seen: { ...seenOf(order), contactVersion: Number(contact?.contact_version) },
          },
          caller,
        ),
      )
    },
  },
  {
    kind: 'update-contact',
    on: 'DEMO-KWD',
    method: 'PUT',
    path: '/contacts/*',
    run: (desk, profile, order) => {
      const contact = order.order_contacts?.find(({ contact_uid }) => contact_uid)
      const seen = contact?.contact_email ?? null
      return idOf(
        contactsHandlers(depsOf(desk)).updateContact(
          {
            ...{ profile, contact: contact?.contact_uid ?? '' },
            fields: [{ path: ['contact_email'], seen, wanted: 'amara.new@example.com' }],
            seen: { contactVersion: Number(contact?.contact_version) },
          },
          caller,
        ),
      )
    },
  },
  {
    kind: 'push-contact',
    on: 'DEMO-CONTACT-REVISED',
    method: 'PUT',
    path: '/contacts/*',
    run: async (desk, profile, order) => {
      const contact = order.order_contacts?.[0]?.contact_uid ?? ''
      const read = await desk.api.for(profile).contacts.get(contact)
      if (!read.ok) throw new Error(read.error.code)
      const revision = revisionOf(read.value)
      if (!revision) throw new Error('the contact has no revision')
      const request = { ...about(profile, order), contact }
      const draft = draftPush(order, revision, request, Date.now())
      if (!draft.ok) throw new Error(draft.error.code)
      const taken = await desk.journal().submit([draft.value])
      return idOf(taken.ok ? { ok: true, value: { operations: [...taken.value] } } : taken)
    },
  },
  {
    kind: 'repoint-order',
    on: 'DEMO-KWD',
    method: 'PUT',
    path: '/orders/*',
    run: async (desk, profile, order) => {
      const { contacts } = desk.api.for(profile)
      const from = order.order_contacts?.find(({ contact_uid }) => contact_uid)?.contact_uid ?? ''
      const bookers = await contacts.list({ contact_type: 'BOOKER' })
      if (!bookers.ok) throw new Error(bookers.error.code)
      const other = bookers.value.value.data?.items?.find(({ contact_uid }) => contact_uid !== from)
      const to = String(other?.contact_uid ?? '')
      const read = await contacts.get(to)
      const revision = read.ok ? revisionOf(read.value) : undefined
      if (!revision) throw new Error('there is no other contact')
      const draft = draftRepoint(order, revision, { ...about(profile, order), from, to }, Date.now())
      if (!draft.ok) throw new Error(draft.error.code)
      const taken = await desk.journal().submit([draft.value])
      return idOf(taken.ok ? { ok: true, value: { operations: [...taken.value] } } : taken)
    },
  },
  {
    kind: 'send-tickets',
    on: 'DEMO-TERMS-FREE',
    method: 'PUT',
    path: '/orders/*',
    run: (desk, profile, order) =>
      idOf(
        amendmentsHandlers(depsOf(desk)).sendTickets(
          {
            ...about(profile, order),
            recipient: bookerOf(order),
          },
          caller,
        ),
      ),
  },
  {
    kind: 'send-payment-email',
    on: 'DEMO-DEPOSIT',
    method: 'POST',
    path: '/payments/email',
    run: (desk, profile, order) =>
      idOf(
        paymentsHandlers(depsOf(desk)).sendPaymentEmail(
          {
            ...about(profile, order),
            recipient: bookerOf(order),
          },
          caller,
        ),
      ),
  },
  {
    kind: 'record-payment',
    on: 'DEMO-SPLIT',
    method: 'POST',
    path: '/payments',
    prepare: (server, reference) => giveEverythingBack(server, reference),
    run: (desk, profile, order) => {
      const amount = order.order_pricing.price_total
      const received = { amount, currency: 'EUR', method: 'BANK_TRANSFER' as const, date: '2026-11-20' }
      return idOf(
        paymentsHandlers(depsOf(desk)).recordPayment(
          { profile, order: order.order_reference, received, seen: { ...seenOf(order), due: amount } },
          caller,
        ),
      )
    },
  },
  {
    kind: 'release-voucher',
    on: 'DEMO-NOT-RELEASED',
    method: 'GET',
    path: '/orders/*/voucher',
    run: (desk, profile, order) =>
      idOf(
        createReleaseVoucher(depsOf(desk))(
          { profile, order: order.order_reference, reason, seen: seenOf(order) },
          caller,
        ),
      ),
  },
  {
    kind: 'deidentify-order',
    on: 'DEMO-PROMO',
    method: 'PUT',
    path: '/orders/*/deidentify',
    run: async (desk, profile, seen) => {
      const { order_reference } = seen
      const readAt = Date.now()
      const order = await readOrder(desk, profile, order_reference)
      const asked = { profile, order: order_reference, request, seen: seenOf(seen) }
      return submitted(desk, draftDeidentification(order, asked, readAt))
    },
  },
  {
    kind: 'erase-contact',
    on: 'DEMO-PROMO',
    method: 'PUT',
    path: '/contacts/*',
    run: async (desk, profile, order) => {
      const readAt = Date.now()
      const uid = order.order_contacts?.[0]?.contact_uid ?? ''
      const read = await desk.api.for(profile).contacts.get(uid)
      if (!read.ok) throw new Error(read.error.code)
      const [contact] = read.value.value.data?.items ?? []
      return submitted(
        desk,
        draftContactErasure({ newest: { ...contact }, earlier: [] }, { profile, request, uid }, readAt),
      )
    },
  },
  {
    kind: 'cancel-payment',
    on: 'DEMO-PROMO',
    method: 'DELETE',
    path: '/payments',
    prepare: async (server, reference) => {
      await giveEverythingBack(server, reference)
      const payment = { payment_object_type: 'ADYEN_LINK', payment_merchant_reference: linkOf(reference) }
      const { status, text } = await server.send('POST', `/payments?order_reference=${reference}`, {
        data: { payment },
      })
      if (status >= 300) throw new Error(`${status} ${text}`)
    },
    run: (desk, profile, order) => {
      const payment = order.order_payments?.find(
        (one) => one.payment_merchant_reference === linkOf(order.order_reference),
      )
      return idOf(
        refundsHandlers(depsOf(desk)).cancelPayment(
          {
            ...about(profile, order),
            payment: payment?.payment_id ?? '',
            reason,
            seen: { ...seenOf(order), remaining: payment?.payment_amount ?? '', currency: 'EUR' },
          },
          caller,
        ),
      )
    },
  },
  {
    kind: 'set-stock',
    // It is about no order: any will do.
    on: 'DEMO-KWD',
    method: 'PUT',
    path: '/products/stock/*',
    run: async (desk, profile) => {
      const { api, journal, now } = depsOf(desk)
      const handlers = testStockHandlers({ api, journal, now })
      const listed = await handlers.listStock({ profile }, caller)
      if (!listed.ok) throw new Error(`not read: ${JSON.stringify(listed.error)}`)
      const row = listed.value.rows?.find(({ label }) => label === 'DEMO Plenty')
      if (!row) throw new Error('there is no such row of stock')
      const changes = [change(row, (row.available ?? 0) + 50)]
      const saved = await handlers.saveStock({ profile, account: listed.value.account, changes }, caller)
      if (!saved.ok) throw new Error(`not taken: ${JSON.stringify(saved.error)}`)
      const { lines } = await journal.store.batches.lines(saved.value.batch, { offset: 0, limit: 1 })
      const id = lines[0]?.entries[0]?.id
      if (id === undefined) throw new Error(`not taken: ${JSON.stringify(lines[0]?.detail)}`)
      return id
    },
  },
]

const request = '6f1d6e1c-3c63-4f0e-9f7a-2d1f6a3b9c10'

async function readOrder(desk: ScenarioDesk, profile: string, reference: string) {
  const read = await desk.api.for(profile).orders.get(reference, { fresh: true })
  if (!read.ok) throw new Error(read.error.code)
  return read.value.value.data.order
}

const submitted = async (desk: ScenarioDesk, draft: Draft): Promise<string> => {
  const journal = desk.journal()
  await journal.ready()
  const answer = await journal.submit([draft])
  if (!answer.ok) throw new Error(`not taken: ${JSON.stringify(answer.error)}`)
  return answer.value[0] ?? ''
}

const linkOf = (reference: string): string => `LINK-${reference}`

/** Leaves all of an order to be paid. */
export async function giveEverythingBack(server: TestClient, reference: string): Promise<void> {
  await server.send('DELETE', `/payments?order_reference=${reference}`)
}

const bookerOf = (order: OrderDocument): string =>
  order.order_contacts?.find(({ contact_type }) => contact_type === 'BOOKER')?.contact_email ?? ''
