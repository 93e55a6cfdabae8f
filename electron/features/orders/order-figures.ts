import type { OperationEffect } from '@shared/features/operations'

/** The figures of an order as a journal entry keeps them. */
interface FiguresSnapshot {
  readonly orderVersion: number | null
  readonly orderStatus: string | null
  /** `order_pricing.price_total` as received. */
  readonly priceTotal: string | null
}

/** The order's figures as the Operations screen shows them. */
export const orderFigures = ({ orderVersion, orderStatus, priceTotal }: FiguresSnapshot) => ({
  ...(orderVersion === null ? {} : { orderVersion }),
  ...(orderStatus === null ? {} : { status: orderStatus }),
  ...(priceTotal === null ? {} : { total: priceTotal }),
})

/** What an operation did to an order that gave nothing back: its figures before and after. What is not known is left out. */
export function savedEffect(
  before: (FiguresSnapshot & { readonly currency: string | null }) | undefined,
  after: (FiguresSnapshot & { readonly currency: string | null }) | undefined,
  differences: OperationEffect['differences'] = [],
): OperationEffect {
  const currency = before?.currency ?? after?.currency
  return {
    ...(currency ? { currency } : {}),
    ...(before ? { before: orderFigures(before) } : {}),
    ...(after ? { after: orderFigures(after) } : {}),
    refunds: [],
    differences,
  }
}

/** Whether more than one change lies between two readings of an order: one operation is one version. */
export const hasJumped = (
  from: Pick<FiguresSnapshot, 'orderVersion'>,
  to: Pick<FiguresSnapshot, 'orderVersion'>,
): boolean =>
  from.orderVersion !== null && to.orderVersion !== null && to.orderVersion > from.orderVersion + 1
