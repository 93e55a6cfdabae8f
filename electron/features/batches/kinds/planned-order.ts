import type { BatchAction, BatchKind, LineEffect } from '@shared/features/batches'
import type { AppError } from '@shared/kernel/app-error'
import type { OrderReference, ProfileId } from '@shared/kernel/ids'
import { countOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import type { OrderDocument } from '../../../api'
import type { LineDraft } from '../../../journal'
import type { PlannedTarget } from '../planned-target'

/** An order as the API answered it. */
export type ReadOrder = OrderDocument['value']['data']['order']

/** One order of a plan, with the lines that name it or bookings of it. */
export interface OrderToPlan {
  readonly profile: ProfileId
  readonly order: OrderReference
  readonly lines: readonly PlannedTarget[]
  /** When the reading was begun, milliseconds since 1970 UTC. */
  readonly readAt: number
}

/** What the action would do to a line, or why it is left out. */
export type LineVerdict = { readonly line: number } & (
  | { readonly effect: LineEffect }
  | { readonly why: string; readonly params?: AppError['params'] }
)

/** What the action would do to one order. */
export interface PlannedOrder {
  readonly verdicts: readonly LineVerdict[]
  /** One command: what it would send, in this order. */
  readonly drafts: readonly LineDraft[]
  /** Of all its lines together, in its currency; absent where nothing could be computed. */
  readonly money?: {
    readonly currency: string
    readonly fee?: { readonly low: string; readonly high: string }
    readonly refund?: { readonly low: string; readonly high: string }
  }
}

export type ActionOf<Kind extends BatchKind> = Extract<BatchAction, { kind: Kind }>

/** Every line of the order is left out for the same reason. */
export const leftOut = (
  { lines }: Pick<OrderToPlan, 'lines'>,
  { code, params }: Pick<AppError, 'code' | 'params'>,
): PlannedOrder => ({
  verdicts: lines.map(({ line }) => ({ line, why: code, ...(params ? { params } : {}) })),
  drafts: [],
})

/** Version and total of an order as just read: what its operations expect it to be when their turn comes. */
export function seenOf(order: unknown): { orderVersion: number | null; priceTotal: string | null } {
  const { order_version, order_pricing } = fieldsOf(order)
  return {
    orderVersion: countOf(order_version) ?? null,
    priceTotal: textOf(fieldsOf(order_pricing).price_total) ?? null,
  }
}

const isPart = ({ booking, payment }: PlannedTarget) => booking !== undefined || payment !== undefined

/** Lines that name a part of the order, of an action that only the order as a whole can have. */
export const splitByLevel = ({ lines }: Pick<OrderToPlan, 'lines'>) => ({
  whole: lines.find((line) => !isPart(line))?.line,
  parts: lines.filter(isPart).map(({ line }) => ({ line, why: 'ORDER_LEVEL_ONLY' })),
})
