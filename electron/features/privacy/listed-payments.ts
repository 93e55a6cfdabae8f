import type { AppError } from '@shared/kernel/app-error'
import type { OrderReference } from '@shared/kernel/ids'
import { ok, type Result } from '@shared/kernel/result'
import { entriesOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import { type ProfileApi, readPage } from '../../api'
import { isRefused } from './is-refused'

const pageSize = 200
/** No order has more; a server that goes on for ever is not followed. */
const mostPages = 20

/**
 * An order with the payments that the list of payments has of it, as `payments`: payer and what the payment provider said may
 * stand there though the order itself does not show them. An account that may not see the list has nothing to compare.
 */
export async function withListedPayments(
  { payments }: Pick<ProfileApi, 'payments'>,
  reference: OrderReference,
  order: unknown,
): Promise<Result<unknown, AppError>> {
  const listed: unknown[] = []
  for (let number = 1; number <= mostPages; number++) {
    const filters = { order_reference: reference, items_per_page: pageSize, page: number }
    const page = await payments.list(filters)
    if (!page.ok) {
      if (!isRefused(page.error)) return page
      break
    }
    const data = fieldsOf(fieldsOf(page.value.value).data)
    const items = entriesOf(data.items)
    // Whatever was asked, what is of another order is not held against this one.
    listed.push(...items.filter((item) => textOf(fieldsOf(item).payment_order_reference) === reference))
    if (readPage({ data: { ...data, items } }, number).isLast) break
  }
  return ok(listed.length === 0 ? order : { ...fieldsOf(order), payments: listed })
}
