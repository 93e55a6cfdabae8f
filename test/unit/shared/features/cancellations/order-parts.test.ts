import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Order } from '@shared/api'
import { forecastCancellation } from '@shared/features/cancellations/forecast'
import { emptySelection, toTargets } from '@shared/features/cancellations/selection'
import { expect, test } from 'vitest'

const file = resolve(import.meta.dirname, '../../../../data/examples/order.response.json')
const { data } = JSON.parse(readFileSync(file, 'utf8')) as { data: { order: Order } }

test("the vendor's example order can be forecast; its redeemed tickets become no request", () => {
  const selection = { ...emptySelection, bookings: new Set(['BOOKING_REFERENCE_123']) }
  expect(toTargets(data.order, selection)).toEqual([])
  const forecast = forecastCancellation(data.order, selection, true, Date.parse('2025-06-01T00:00:00Z'))
  expect(forecast).toMatchObject({ computed: true, currency: 'USD', totalBefore: '12.00' })
})
