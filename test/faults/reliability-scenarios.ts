import type { Result } from '@shared/kernel/result'
import { createAmendOrder } from '../../electron/features/amendments/amend-order'
import { createSendTickets } from '../../electron/features/amendments/send-tickets'
import { createCancelOrder } from '../../electron/features/cancellations/cancel-order'
import { createSendPaymentEmail } from '../../electron/features/payments/send-payment-email'
import { createRefundPayment } from '../../electron/features/refunds/refund-payment'
import type { LiveDesk } from '../support/live-desk'
import type { SandboxOrder } from '../support/sandbox'

/** One kind of operation, on an order on which it is possible. */
export interface Scenario {
  readonly kind: string
  /** `order_external_reference` of the order. */
  readonly on: string
  readonly method: string
  /** Path of the one request that changes something, `*` for any run of characters. */
  readonly path: string
  /** Has the very handler that the window calls record and send it. Answers its id. */
  run(desk: LiveDesk, profile: string, order: SandboxOrder): Promise<string>
}

const caller = { windowId: 1 }
const reason = 'The guest is ill'

const seenOf = (order: SandboxOrder) => ({
  orderVersion: order.order_version,
  priceTotal: order.order_pricing.price_total,
})

const depsOf = (desk: LiveDesk) => ({ api: desk.api, journal: desk.journal(), now: Date.now })

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
        createCancelOrder(depsOf(desk))(
          {
            profile,
            order: order.order_reference,
            targets: [{ level: 'order' }],
            refundToGuest: true,
            reason,
            seen: seenOf(order),
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
        createRefundPayment(depsOf(desk))(
          {
            profile,
            order: order.order_reference,
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
    kind: 'amend-order',
    on: 'DEMO-TERMS-FREE',
    method: 'PUT',
    path: '/orders/*',
    run: (desk, profile, order) =>
      idOf(
        createAmendOrder(depsOf(desk))(
          {
            profile,
            order: order.order_reference,
            fields: [
              {
                path: ['order_external_reference'],
                seen: order.order_external_reference ?? '',
                wanted: 'WEB-2',
              },
            ],
            seen: seenOf(order),
          },
          caller,
        ),
      ),
  },
  {
    kind: 'send-tickets',
    on: 'DEMO-TERMS-FREE',
    method: 'PUT',
    path: '/orders/*',
    run: (desk, profile, order) =>
      idOf(
        createSendTickets(depsOf(desk))(
          {
            profile,
            order: order.order_reference,
            recipient: bookerOf(order),
            seen: seenOf(order),
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
        createSendPaymentEmail(depsOf(desk))(
          {
            profile,
            order: order.order_reference,
            recipient: bookerOf(order),
            seen: seenOf(order),
          },
          caller,
        ),
      ),
  },
]

const bookerOf = (order: SandboxOrder): string =>
  order.order_contacts?.find(({ contact_type }) => contact_type === 'BOOKER')?.contact_email ?? ''
