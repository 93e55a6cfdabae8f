import { ok } from '@shared/kernel/result'
import { expect, test } from 'vitest'
import type { OrderFilters, OrderPageAnswer } from '../../../../../electron/api'
import { defaultSyncSettings as settings } from '../../../../../electron/mirror/sync/settings'
import { estimateOf, sample } from '../../../../../electron/mirror/sync/survey'
import { value } from '../../../../support/batch-desk'

const spanOf = (left: number) => ({ from: 0, to: 1_000, at: 1, left })

/** A server that sends at most so many orders in an answer (rule 35), and what a page of it says. */
async function sampled(left: number, most: number, says = {}) {
  const ask = async ({ items_per_page = 1 }: OrderFilters) => {
    const items = Array.from({ length: Math.min(left, most, items_per_page) }, () => ({}))
    const text = JSON.stringify({ data: { total_items: left, items, ...says } })
    return ok({ text } as OrderPageAnswer)
  }
  const survey = { spans: [spanOf(5), spanOf(left)], orders: left + 5, date: undefined }
  let clock = 0
  return value(await sample(survey, ask, () => (clock += 400), settings.pageSize))
}

test('a server that gives fewer at once than it is asked for needs more requests (rule 35)', async () => {
  const page = await sampled(1_000_000, 10)
  expect(page).toEqual({ ms: 400, orders: 10 })
  expect(estimateOf({ spans: [spanOf(1_000_000)] }, page, settings).calls).toBe(100_000)
  expect(await sampled(1_000_000, 500)).toEqual({ ms: 400, orders: 100 })
})

test('where there are fewer orders than fit on a page, it is taken at its word', async () => {
  expect((await sampled(7, 100)).orders).toBe(100)
  expect((await sampled(7, 100, { items_per_page: 50 })).orders).toBe(50)
})

test('a window without orders is not asked again', async () => {
  const ask = async () => {
    throw new Error('was asked')
  }
  const survey = { spans: [spanOf(0)], orders: 0, date: undefined }
  expect(value(await sample(survey, ask, () => 0, 100)).ms).toBe(0)
})

test.each([
  ['by the pace where the server is quick and they are few', 1_000, 1, 1_000],
  ['by its answers where those are slow', 1_000, 4_000, 20_000],
  ['by keeping them where there are a million', 1_000_000, 1, 2_500_000],
])('a fill takes as long as it does %s', (_, orders, ms, duration) => {
  const estimate = estimateOf({ spans: [spanOf(orders)] }, { ms, orders: 100 }, settings)
  const kept = (orders / 400) * 1_000
  expect(estimate.duration).toBe(Math.max(duration, kept))
})
