import type { OrderPageRequest, ordersOperations, SearchParameter } from '@shared/features/orders'
import type { Handler, ResultOf } from '@shared/ipc/define'
import { type AppError, appError, asCommonError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { type DistributorApi, heldCopy } from '../../api'
import { createLanes } from './lanes'
import { readOrderPage } from './order-page'
import { orderQuery } from './order-query'

type ListOrders = (typeof ordersOperations)['listOrders']
type Answer = ResultOf<ListOrders>

export interface ListOrdersDeps {
  readonly api: DistributorApi
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
}

/** Reads a page of orders; a search asks its parameters in turn until one finds something. */
export function createListOrders({ api, now }: ListOrdersDeps): Handler<ListOrders> {
  const lanes = createLanes()

  const readPage = async (
    request: OrderPageRequest,
    by: SearchParameter | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Answer> => {
    const copy = request.held && heldCopy(request.held, { data: {} })
    const { orders } = api.for(request.profile)
    const answer = await orders.list(orderQuery(request, by), { signal, copy })
    if (!answer.ok) return err(asCommonError(answer.error))
    if (answer.value === copy) return ok({ kind: 'unchanged', fetchedAt: now() })
    const search = by && request.search ? { by, text: request.search.text } : undefined
    return ok(readOrderPage(answer.value, { startIndex: request.startIndex, search }, now()))
  }

  /** The first parameter that finds something; nothing found is an empty page, not an error. */
  const search = async (request: OrderPageRequest, signal: AbortSignal | undefined): Promise<Answer> => {
    let nothing: Answer | undefined
    let refused: Answer | undefined
    for (const by of request.search?.ask ?? []) {
      const answer = await readPage(request, by, signal)
      if (!answer.ok) {
        if (!isRefusal(answer.error)) return answer
        // This API does not take the parameter, or not this value for it: another one may still find it.
        refused ??= answer
      } else if (answer.value.kind === 'unchanged' || answer.value.rows.length > 0) return answer
      else nothing = answer
    }
    return nothing ?? refused ?? err(appError('INVALID_INPUT', 'nothing to search by'))
  }

  const read = (request: OrderPageRequest, signal?: AbortSignal): Promise<Answer> =>
    request.search ? search(request, signal) : readPage(request, undefined, signal)

  return (request, caller) => {
    if (request.lane === undefined) return read(request)
    return lanes.run(`${caller.windowId} ${request.lane}`, async (signal) => {
      const answer = await read(request, signal)
      return signal.aborted ? err(appError('SUPERSEDED', 'a newer request took its place')) : answer
    })
  }
}

const isRefusal = ({ upstream }: AppError) => upstream?.status === 400 || upstream?.status === 422
