import type { CatalogueProduct } from './types'

/** Where guests of a product can be picked up (rule 130): the centre first, and the main station. */
export function pickupPoints(product: CatalogueProduct) {
  if (!product.pickup) return []
  const { city } = product.supplier
  return [
    {
      pickup_point_id: `${product.id}-P1`,
      pickup_point_name: `Hotel pick-up, ${city} centre`,
      pickup_point_type: 'FIXED',
      pickup_point_times: ['08:15', '13:15'],
    },
    {
      pickup_point_id: `${product.id}-P2`,
      pickup_point_name: `Main station, ${city}`,
      pickup_point_type: 'MEETING_POINT',
      pickup_point_times: ['08:45'],
    },
  ]
}

/** A chosen pickup point as a booking holds it; undefined when the product has no such point or time. */
export function bookedPickup(
  product: CatalogueProduct,
  id: string = `${product.id}-P1`,
  time: string | undefined = undefined,
) {
  const point = pickupPoints(product).find((each) => each.pickup_point_id === id)
  const { pickup_point_times: times = [], ...rest } = point ?? {}
  const chosen = time ?? times[0]
  if (!point || chosen === undefined || !times.includes(chosen)) return undefined
  return {
    product_pickup_point_id: id,
    product_pickup_point: { ...rest, pickup_point_time: chosen },
  }
}
