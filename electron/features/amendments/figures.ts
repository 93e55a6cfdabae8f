import type { SavedOrder } from './order-snapshot'

/** The order's figures as the Operations screen shows them. */
export const figures = ({ orderVersion, orderStatus, priceTotal }: SavedOrder) => ({
  ...(orderVersion === null ? {} : { orderVersion }),
  ...(orderStatus === null ? {} : { status: orderStatus }),
  ...(priceTotal === null ? {} : { total: priceTotal }),
})
