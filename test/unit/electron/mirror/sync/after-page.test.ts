import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterPage } from '../../../../../electron/mirror/sync/after-page'
import type { Span } from '../../../../../electron/mirror/sync/span'
import type { Taken } from '../../../../../electron/store/mirror/protocol'

const span: Span = { from: 0, to: 100_000, at: 1 }
const limit = 10_000

function taken(created: readonly number[], totalItems?: number, itemsPerPage?: number): Taken {
  return {
    items: created.length,
    unreadable: 0,
    changed: [],
    paging: {
      ...(totalItems === undefined ? {} : { totalItems }),
      ...(itemsPerPage === undefined ? {} : { itemsPerPage }),
    },
    ...(created.length === 0 ? {} : { created: { first: Math.min(...created), last: Math.max(...created) } }),
  }
}

describe('after a page', () => {
  test('the span is cut behind its oldest order, a second later, as several can be made in one', () => {
    expect(afterPage(span, taken([90_500, 80_700], 7), limit)).toEqual({
      rest: [{ from: 0, to: 81_000, at: 1, left: 5 }],
    })
  })

  test('nothing is left when it held the rest', () => {
    expect(afterPage(span, taken([90_500, 80_700], 2), limit)).toEqual({ rest: [] })
    expect(afterPage({ ...span, at: 6 }, taken([90_500, 80_700], 7), limit)).toEqual({ rest: [] })
    expect(afterPage(span, taken([], 0), limit)).toEqual({ rest: [] })
  })

  test('whose orders were all made in the newest second, the next one is asked for by position', () => {
    expect(afterPage(span, taken([99_900, 99_100], 7), limit)).toEqual({
      rest: [{ ...span, at: 3, left: 5 }],
    })
  })

  test('the position follows what came, not what was asked for (rule 35)', () => {
    const end = afterPage({ ...span, at: 11 }, taken([99_900, 99_500, 99_100], 70, 50), limit)
    expect(end.rest).toEqual([{ ...span, at: 14, left: 57 }])
  })

  test('without a total, a page that is not full is the last one', () => {
    expect(afterPage(span, taken([90_500, 80_700], undefined, 2), limit).rest).toHaveLength(1)
    expect(afterPage(span, taken([90_500], undefined, 2), limit).rest).toEqual([])
  })

  test('a total that is less than what came says nothing', () => {
    expect(afterPage(span, taken([90_500, 80_700], 0, 2), limit).rest).toHaveLength(1)
  })

  test('a rest that is longer than the API gives positions for is split', () => {
    const { rest } = afterPage(span, taken([90_500, 80_700], 32), 10)
    expect(rest).toHaveLength(3)
    expect([rest[0]?.to, rest.at(-1)?.from]).toEqual([81_000, 0])
  })

  test('more orders in one second than the API gives positions for: it is told, and what is older is read', () => {
    const end = afterPage({ ...span, at: 9 }, taken([99_900, 99_100], 17), 10)
    expect(end).toEqual({
      outOfReach: { second: 99_000, orders: 7 },
      rest: [{ from: 0, to: 99_000, at: 1, left: 7 }],
    })
    // Had that end been the same second still, it is left behind the next time.
    expect(afterPage({ from: 0, to: 99_000, at: 9 }, taken([99_000, 99_000], 17), 10).rest).toMatchObject([
      { to: 98_000 },
    ])
  })
})

/** A server that lists by creation, newest first; `inclusive`: whether the ends of a question count. */
function pageOf(orders: readonly Order[], { from, to, at }: Span, size: number, inclusive: boolean) {
  const within = orders.filter(({ created }) =>
    inclusive ? created >= from && created <= to : created > from && created < to,
  )
  const sorted = [...within].sort((a, b) => b.created - a.created)
  return { page: sorted.slice(at - 1, at - 1 + size), total: within.length }
}

interface Order {
  readonly id: number
  readonly created: number
}

test('every order is read, whatever their times, page sizes and meaning of the ends', () => {
  const moment = fc.integer({ min: 1, max: 99_999 })
  const wholeSecond = fc.integer({ min: 1, max: 99 }).map((at) => at * 1000)
  const crowded = fc.integer({ min: 50_000, max: 50_003 })
  const orders = fc
    .array(fc.oneof(moment, wholeSecond, crowded), { maxLength: 60 })
    .map((times) => times.map((created, id) => ({ id, created })))
  const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 })
  let whole = 0
  fc.assert(
    fc.property(
      orders,
      sizes,
      fc.boolean(),
      fc.integer({ min: 8, max: 80 }),
      (made, size, inclusive, most) => {
        const seen = new Set<number>()
        let spans: readonly Span[] = [span]
        let outOfReach = 0
        let step = 0
        for (; spans.length > 0 && step < 5_000; step++) {
          const [next = span, ...others] = spans
          if (next.at > most) throw new Error(`asked for position ${next.at} of ${most}`)
          const { page, total } = pageOf(made, next, size[step % size.length] ?? 1, inclusive)
          for (const { id } of page) seen.add(id)
          const times = page.map(({ created }) => created)
          const end = afterPage(next, taken(times, total), most)
          if (end.outOfReach) outOfReach += 1
          spans = [...end.rest, ...others]
        }
        expect(spans).toEqual([])
        if (outOfReach > 0) return
        whole += 1
        expect(seen.size).toBe(made.length)
      },
    ),
  )
  expect(whole).toBeGreaterThan(50)
})
