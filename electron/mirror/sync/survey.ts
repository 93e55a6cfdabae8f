import type { FillEstimate } from '@shared/features/mirror'
import type { AppError } from '@shared/kernel/app-error'
import { ok, type Result } from '@shared/kernel/result'
import { parseOffsetDateTime } from '@shared/kernel/time'
import { z } from 'zod'
import type { OrderFilters, OrderPageAnswer } from '../../api'
import { questionOf } from './question'
import type { SyncSettings } from './settings'
import type { Span } from './span'

/** What the server says of windows before any of them is read. */
export interface Survey {
  /** The windows, each with what is in it where the server says so. */
  readonly spans: readonly Span[]
  /** Orders in all of them; `undefined` unless all are known. */
  readonly orders: number | undefined
  /** The server's time before anything was read, milliseconds since 1970 UTC. */
  readonly date: number | undefined
  /** What the slowest answer took, in milliseconds. */
  readonly slowestMs: number
}

/** A page that holds one order is small enough to be read in the main process. */
const glanceSchema = z.object({
  data: z.object({
    total_items: z.coerce.number().int().min(0).optional().catch(undefined),
    items: z
      .array(z.object({ order_modified: z.string().optional().catch(undefined) }))
      .optional()
      .catch(undefined),
  }),
})

/** Asks for one order of each window, one after the other. */
export async function survey(
  windows: readonly Span[],
  ask: (filters: OrderFilters) => Promise<Result<OrderPageAnswer, AppError>>,
  now: () => number,
): Promise<Result<Survey, AppError>> {
  const spans: Span[] = []
  let date: number | undefined
  let slowestMs = 0
  for (const window of windows) {
    const askedAt = now()
    const answer = await ask(questionOf(window, 1))
    if (!answer.ok) return answer
    slowestMs = Math.max(slowestMs, now() - askedAt)
    const { total, modified } = glance(answer.value.text)
    if (spans.length === 0) date = answer.value.date ?? modified
    spans.push(total === undefined ? window : { ...window, left: total })
  }
  return ok({ spans, orders: leftOf(spans), date, slowestMs })
}

/** Orders that spans still have; `undefined` unless it is known of all of them. */
export function leftOf(spans: readonly Span[]): number | undefined {
  return spans.reduce<number | undefined>(
    (sum, { left }) => (sum === undefined || left === undefined ? undefined : sum + left),
    0,
  )
}

/** What a fill would cost: by the pace, or by how long answers take if that is longer. */
export function estimateOf(
  { spans, slowestMs }: Survey,
  { pageSize, pace }: Pick<SyncSettings, 'pageSize' | 'pace'>,
): FillEstimate {
  const known = spans.map(({ left = 0 }) => left)
  const calls = known.reduce((sum, orders) => sum + Math.max(1, Math.ceil(orders / pageSize)), 0)
  const perCall = Math.max(1000 / pace.perSecond, slowestMs / pace.atOnce)
  return {
    orders: known.reduce((sum, orders) => sum + orders, 0),
    calls,
    duration: Math.round(calls * perCall),
  }
}

function glance(text: string | undefined): { total?: number | undefined; modified?: number | undefined } {
  try {
    const { data } = glanceSchema.parse(JSON.parse(text ?? ''))
    return {
      total: data.total_items,
      modified: parseOffsetDateTime(data.items?.[0]?.order_modified)?.epochMs,
    }
  } catch {
    // It says nothing, then; the pages themselves are read with more care.
    return {}
  }
}
