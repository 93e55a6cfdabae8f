import type { ordersOperations } from '@shared/features/orders'
import type { Handler } from '@shared/ipc/define'
import { appError, asCommonError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { countOf } from '@shared/kernel/tolerant'
import { type DistributorApi, readRaw } from '../../api'

type GetOrder = (typeof ordersOperations)['getOrder']

export interface GetOrderDeps {
  readonly api: DistributorApi
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
}

/**
 * Reads one order. An earlier version that the API answers with another one is refused: it would be shown under the
 * wrong number (v3.5 calls `order_version` not yet available).
 */
export function createGetOrder({ api, now }: GetOrderDeps): Handler<GetOrder> {
  return async ({ profile, order: reference, version, fresh }) => {
    const answer = await api.for(profile).orders.get(reference, {
      ...(version === undefined ? {} : { version }),
      ...(fresh === undefined ? {} : { fresh }),
    })
    if (!answer.ok) return err(asCommonError(answer.error))
    const { text, value, requestId } = answer.value
    const order = value.data?.order
    const raw = readRaw(text, ['data', 'order'])
    if (!order || raw === undefined) {
      return err(appError('UPSTREAM', 'getOrder: the answer holds no order', { requestId }))
    }
    if (version !== undefined && countOf(order.order_version) !== version) {
      return err(appError('VERSION_UNAVAILABLE', 'getOrder was answered with another version', { requestId }))
    }
    return ok({ order, raw, readAt: now() })
  }
}
