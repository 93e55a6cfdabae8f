import { orderPaymentState, type PaymentState } from '@shared/features/orders'
import type { AppError } from '@shared/kernel/app-error'
import type { OrderReference } from '@shared/kernel/ids'
import { ok, type Result } from '@shared/kernel/result'
import { entriesOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import { type ProfileApi, readPage } from '../../api'
import { isRefused } from './is-refused'

const pageSize = 200
/** No order has more; a server that goes on for ever is not followed. */
const mostPages = 20

/** An order with its payments from the list of payments. */
export interface OrderWithPayments {
  readonly order: unknown
  /** Whether it or the list shows any: without one, there is nothing to compare. */
  readonly hasPayments: boolean
  /** The list was read to its end. */
  readonly isWhole: boolean
}

/**
 * An order with the payments that the list of payments has of it, as `payments`: payer and what the payment provider said may
 * stand there though the order itself does not show them. An account that may not see the list gets the order as it is.
 */
export async function withListedPayments(
  { payments }: Pick<ProfileApi, 'payments'>,
  reference: OrderReference,
  order: unknown,
): Promise<Result<OrderWithPayments, AppError>> {
  const listed: unknown[] = []
  let isWhole = false
  let hasUnnamed = false
  for (let number = 1; number <= mostPages && !isWhole; number++) {
    const filters = { order_reference: reference, items_per_page: pageSize, page: number }
    const page = await payments.list(filters)
    if (!page.ok) {
      if (!isRefused(page.error)) return page
      break
    }
    const data = fieldsOf(fieldsOf(page.value.value).data)
    const items = entriesOf(data.items)
    // Whatever was asked, what is of another order is not held against this one.
    listed.push(...items.filter((item) => orderOf(item) === reference))
    hasUnnamed ||= items.some((item) => orderOf(item) === undefined)
    isWhole = readPage({ data: { ...data, items } }, number).isLast
  }
  return ok({
    order: listed.length === 0 ? order : { ...fieldsOf(order), payments: listed },
    hasPayments: listed.length > 0 || hasUnnamed || showsPayment(order),
    // One that does not say of which order it is may be of this one.
    isWhole: isWhole && !hasUnnamed,
  })
}

const orderOf = (payment: unknown) => textOf(fieldsOf(payment).payment_order_reference)

/** What an order says of itself where no payment went through Prio, or none that came to anything. */
const unpaid: ReadonlySet<PaymentState> = new Set([
  ...(['notRequired', 'external', 'venue', 'invoice'] as const),
  ...(['pending', 'processing', 'failed', 'unknown'] as const),
])

/** An account that may not see payments may still be told that a ticket was paid. */
const showsPayment = (order: unknown): boolean =>
  entriesOf(fieldsOf(order).order_payments).length > 0 || !unpaid.has(orderPaymentState(order))
