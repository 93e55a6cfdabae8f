import { wantedPageSize } from '@shared/features/orders'
import {
  type PaymentKey,
  type PaymentPageRequest,
  paymentKeysFor,
  type refundsOperations,
  toPaymentRow,
} from '@shared/features/refunds'
import type { Handler, ResultOf } from '@shared/ipc/define'
import { appError, asCommonError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { countOf, entriesOf, fieldsOf } from '@shared/kernel/tolerant'
import type { DistributorApi } from '../../api'
import { nextStartIndex } from '../orders'

type ListPayments = (typeof refundsOperations)['listPayments']
type Answer = ResultOf<ListPayments>

export interface ListPaymentsDeps {
  readonly api: DistributorApi
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
}

/** Reads a page of payments; a search asks its keys in turn until one finds something. */
export function createListPayments({ api, now }: ListPaymentsDeps): Handler<ListPayments> {
  const readPage = async (request: PaymentPageRequest, key?: PaymentKey): Promise<Answer> => {
    const filters = {
      start_index: request.startIndex,
      items_per_page: wantedPageSize,
      ...(key && { [key]: request.search?.trim() }),
    }
    const answer = await api.for(request.profile).payments.list(filters)
    return answer.ok
      ? ok(readPaymentPage(answer.value.value, request.startIndex, now()))
      : err(asCommonError(answer.error))
  }

  return async (request) => {
    if (request.search === undefined) return readPage(request)
    let last: Answer | undefined
    for (const key of paymentKeysFor(request.search)) {
      last = await readPage(request, key)
      if (last.ok ? last.value.rows.length > 0 : !isUnknownKey(last.error)) return last
    }
    return last ?? err(appError('INVALID_INPUT', 'too short for a reference'))
  }
}

/** The server knows no payment by this key; by another it may. */
const isUnknownKey = ({ code }: { code: string }) => code === 'NOT_FOUND' || code === 'INVALID_INPUT'

function readPaymentPage(document: unknown, startIndex: number, fetchedAt: number) {
  const data = fieldsOf(fieldsOf(document).data)
  const items = entriesOf(data.items)
  const rows = items.flatMap((item) => toPaymentRow(item) ?? [])
  return {
    rows,
    unreadable: items.length - rows.length,
    totalItems: countOf(data.total_items),
    nextStartIndex: nextStartIndex(data, items.length, startIndex),
    fetchedAt,
  }
}
