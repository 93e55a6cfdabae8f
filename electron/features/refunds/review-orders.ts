import { wantedPageSize } from '@shared/features/orders'
import { judgeOrder, type refundsOperations, toPaymentRow } from '@shared/features/refunds'
import type { Handler } from '@shared/ipc/define'
import { asCommonError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { entriesOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import { readPage } from '../../api'
import type { ListPaymentsDeps } from './list-payments'

type ReviewOrders = (typeof refundsOperations)['reviewOrders']

/** Reads one page of orders and judges each; sizes and positions are those of the answer (rules.md #35). */
export function createReviewOrders({ api, now }: ListPaymentsDeps): Handler<ReviewOrders> {
  return async ({ profile, finding, createdFrom, createdTo, page }) => {
    const answer = await api.for(profile).orders.list({
      order_created_from: createdFrom,
      order_created_to: createdTo,
      order_sort_by: 'ORDER_CREATED',
      order_sort_order: 'DESC',
      items_per_page: wantedPageSize,
      page,
    })
    if (!answer.ok) return err(asCommonError(answer.error))
    const info = readPage(answer.value.value, page)
    const orders = entriesOf(answer.value.value.data.items)
    const judged = orders.map((order) => ({ order, judgement: judgeOrder(order, finding) }))
    const found = judged.filter(({ judgement }) => judgement === 'found')
    return ok({
      rows: found.flatMap(({ order }) => rowsOf(order)),
      looked: orders.length,
      found: found.length,
      unclear: judged.filter(({ judgement }) => judgement === 'unclear').length,
      ...(info.total === undefined ? {} : { total: info.total }),
      ...(info.isLast ? {} : { nextPage: page + 1 }),
      fetchedAt: now(),
    })
  }
}

/** The payments of an order as the list shows them; inside an order a record may leave its reference out. */
function rowsOf(order: unknown) {
  const { order_reference, order_payments } = fieldsOf(order)
  return entriesOf(order_payments).flatMap((payment) => {
    const row = toPaymentRow(payment)
    return row ? { ...row, order: row.order ?? textOf(order_reference) } : []
  })
}
