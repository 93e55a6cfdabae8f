import {
  type amendmentsOperations,
  type OwnStep,
  toChangedOrder,
  wasChanged,
} from '@shared/features/amendments'
import { isSettled } from '@shared/features/operations'
import { wantedPageSize } from '@shared/features/orders'
import type { Handler } from '@shared/ipc/define'
import { asCommonError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { deskOffset, toRequestDateTime } from '@shared/kernel/time'
import { countOf, entriesOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import { z } from 'zod'
import type { DistributorApi } from '../../api'
import type { Entry, Journal } from '../../journal'
import { nextStartIndex } from '../orders'

type ListChangedElsewhere = (typeof amendmentsOperations)['listChangedElsewhere']

export interface ChangedElsewhereDeps {
  readonly api: DistributorApi
  readonly journal: Pick<Journal, 'ready' | 'store'>
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
}

const day = 24 * 60 * 60_000
/** Without a day from which on they were made, the API lists orders of the last three months (rules.md #152). */
const madeWithinDays = 2 * 365
/** More operations on one order are not asked for: what they did then counts as somebody else's. */
const operationsPerOrder = 200

/** Reads a page of orders that changed, and holds each against what the journal did to it. */
export function createListChangedElsewhere({
  api,
  journal,
  now,
}: ChangedElsewhereDeps): Handler<ListChangedElsewhere> {
  return async ({ profile, days, startIndex }) => {
    const ready = await journal.ready()
    if (!ready.ok) return ready
    const since = momentBefore(now(), days)
    const answer = await api.for(profile).orders.list({
      order_modified: since,
      order_created_from: momentBefore(now(), madeWithinDays),
      order_sort_by: 'ORDER_CREATED',
      order_sort_order: 'DESC',
      items_per_page: wantedPageSize,
      start_index: startIndex,
    })
    if (!answer.ok) return err(asCommonError(answer.error))
    const data = fieldsOf(fieldsOf(answer.value.value).data)
    const items = entriesOf(data.items)
    const rows = await Promise.all(
      items.filter(wasChanged).map(async (order) => {
        const reference = textOf(fieldsOf(order).order_reference)
        if (reference === undefined) return []
        const { entries } = await journal.store.list({ profile, order: reference, limit: operationsPerOrder })
        const unsettled = entries.some(({ state }) => !isSettled(state))
        return toChangedOrder(order, entries.flatMap(stepOf), unsettled) ?? []
      }),
    )
    const totalItems = countOf(data.total_items)
    const next = nextStartIndex(data, items.length, startIndex)
    return ok({
      orders: rows.flat(),
      lookedAt: items.length,
      since,
      ...(totalItems === undefined ? {} : { totalItems }),
      ...(next === undefined ? {} : { nextStartIndex: next }),
    })
  }
}

function momentBefore(now: number, days: number): string {
  const moment = now - days * day
  return toRequestDateTime(moment, deskOffset(moment))
}

const snapshotSchema = z.object({ orderVersion: z.number().int() })

/** The step of the order that an operation made, where it made one. */
function stepOf({ state, before, after, othersChanged }: Entry): OwnStep[] {
  const from = snapshotSchema.safeParse(before).data?.orderVersion
  const to = snapshotSchema.safeParse(after).data?.orderVersion
  if (state !== 'done' || from === undefined || to === undefined) return []
  return [{ from, to, othersChanged: othersChanged === true }]
}
