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
}

/** What a page like those of a fill takes. */
export interface Sample {
  /** Milliseconds. */
  readonly ms: number
  /** Orders that the server gives at once, whatever was asked for (rules.md #35). */
  readonly orders: number
}

/** A page that holds one order, or one such page, is small enough to be read in the main process. */
const glanceSchema = z.object({
  data: z.object({
    total_items: z.coerce.number().int().min(0).optional().catch(undefined),
    items_per_page: z.coerce.number().int().min(1).optional().catch(undefined),
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
): Promise<Result<Survey, AppError>> {
  const spans: Span[] = []
  let date: number | undefined
  for (const window of windows) {
    const answer = await ask(questionOf(window, 1))
    if (!answer.ok) return answer
    const { total, modified } = glance(answer.value.text)
    if (spans.length === 0) date = answer.value.date ?? modified
    spans.push(total === undefined ? window : { ...window, left: total })
  }
  return ok({ spans, orders: leftOf(spans), date })
}

/** Asks for the first page of a window as a fill does. */
export async function sample(
  { spans }: Survey,
  ask: (filters: OrderFilters) => Promise<Result<OrderPageAnswer, AppError>>,
  now: () => number,
  pageSize: number,
): Promise<Result<Sample, AppError>> {
  const fullest = [...spans].sort((one, other) => (other.left ?? 0) - (one.left ?? 0))[0]
  if (!fullest?.left) return ok({ ms: 0, orders: pageSize })
  const askedAt = now()
  const answer = await ask(questionOf(fullest, pageSize))
  if (!answer.ok) return answer
  const { given = 0, perPage = pageSize } = glance(answer.value.text)
  // Where there are fewer than fit on a page, the server says how many would.
  const orders = given > 0 && given < Math.min(fullest.left, pageSize) ? given : Math.min(perPage, pageSize)
  return ok({ ms: now() - askedAt, orders })
}

/** Orders that spans still have; `undefined` unless it is known of all of them. */
export function leftOf(spans: readonly Span[]): number | undefined {
  return spans.reduce<number | undefined>(
    (sum, { left }) => (sum === undefined || left === undefined ? undefined : sum + left),
    0,
  )
}

/** Orders that are kept in a second where the server is quick: with a million of them on two cores (docs/performance.md). */
const keptPerSecond = 400

/** What a fill would cost: by the pace, by how long answers take, or by how long it takes to keep them, whichever is longest. */
export function estimateOf(
  { spans }: Pick<Survey, 'spans'>,
  { ms, orders: perCall }: Sample,
  { pace }: Pick<SyncSettings, 'pace'>,
): FillEstimate {
  const known = spans.map(({ left = 0 }) => left)
  const orders = known.reduce((sum, left) => sum + left, 0)
  const calls = known.reduce((sum, left) => sum + Math.max(1, Math.ceil(left / perCall)), 0)
  const asking = calls * Math.max(1000 / pace.perSecond, ms / pace.atOnce)
  return { orders, calls, duration: Math.round(Math.max(asking, (orders / keptPerSecond) * 1000)) }
}

interface Glance {
  readonly total?: number | undefined
  readonly perPage?: number | undefined
  /** Orders that were sent. */
  readonly given?: number | undefined
  readonly modified?: number | undefined
}

function glance(text: string | undefined): Glance {
  try {
    const { data } = glanceSchema.parse(JSON.parse(text ?? ''))
    return {
      total: data.total_items,
      perPage: data.items_per_page,
      given: data.items?.length,
      modified: parseOffsetDateTime(data.items?.[0]?.order_modified)?.epochMs,
    }
  } catch {
    // It says nothing, then; the pages themselves are read with more care.
    return {}
  }
}
