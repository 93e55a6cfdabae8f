import type { OverviewQuestion } from '@shared/features/mirror'
import { describe, expect, test } from 'vitest'
import { openedMirror, smallOrder } from '../../../../../support/mirror-orders'

const question: OverviewQuestion = { filters: {}, zone: 'Europe/Amsterdam' }

/** So many orders that they are not counted in one go. */
const many = Array.from({ length: 3000 }, (_, n) =>
  smallOrder({
    order_reference: `ORDRREF${n}`,
    order_created: new Date(Date.UTC(2026, 2, 1) + n * 60_000).toISOString(),
    order_bookings: [
      { product_id: n % 3 === 0 ? 'P-1' : 'p 2', product_title: n < 10 ? 'Old name' : `Tour ${n % 3}` },
    ],
  }),
)

type Desk = Awaited<ReturnType<typeof openedMirror>>

async function ask({ methods }: Desk, asked = question, between = async () => {}) {
  for (let times = 1; ; times++) {
    const answer = await methods['mirror.overview']({ question: asked })
    if (answer.state === 'done') return { ...answer.overview, times }
    await between()
  }
}

describe('an overview of the local copy', () => {
  test('is told by the latest names of products, the one with most orders first', async () => {
    const desk = await openedMirror()
    await desk.take(many.slice(0, 100))
    const { groups } = await ask(desk)
    expect(groups.product.groups.map(({ key, title, orders }) => [key, title, orders])).toEqual([
      ['p 2', 'Tour 2', 66],
      ['P-1', 'Tour 0', 34],
    ])
  })

  test('of nothing is empty', async () => {
    const desk = await openedMirror()
    expect(await ask(desk)).toMatchObject({ orders: 0, byCurrency: [], days: [], weeks: [] })
    await desk.take(many.slice(0, 3))
    expect(await ask(desk, { ...question, text: 'nobody' })).toMatchObject({ orders: 0, days: [] })
  })

  test('says how far it is, and lets others have their turn', async () => {
    const desk = await openedMirror()
    await desk.take(many)
    const first = desk.methods['mirror.overview']({ question })
    const query = { filters: {}, sort: { by: 'created', direction: 'desc' } } as const
    const listed = desk.methods['mirror.query']({ query, rows: 1 })
    expect(await Promise.race([first, Promise.resolve(listed).then(() => 'the list')])).toBe('the list')
    expect((await ask(desk)).orders).toBe(many.length)
  })

  test('is held until an order changes or is removed', async () => {
    const desk = await openedMirror()
    await desk.take(many)
    const counted = async () => {
      const answer = await desk.methods['mirror.overview']({ question })
      return answer.state === 'done' ? answer.overview.orders : undefined
    }
    await ask(desk)
    expect(await counted()).toBe(3000)
    expect((await ask(desk, { ...question, zone: 'UTC' })).orders).toBe(3000)

    await desk.take([{ ...many[0], order_status: 'ORDER_CANCELLED', order_version: 2 }], 2000)
    const changed = await ask(desk)
    expect(changed.weeks.reduce((sum, { cancelled }) => sum + cancelled, 0)).toBe(1)
    await desk.methods['mirror.remove']({ references: ['ORDRREF0', 'ORDRREF1'] })
    expect((await ask(desk)).orders).toBe(2998)
  })

  test('comes to its end although orders come in all the time', async () => {
    const desk = await openedMirror()
    await desk.take(many)
    let version = 1
    const { orders } = await ask(desk, question, async () => {
      await desk.take([{ ...many[5], order_version: ++version }], version)
    })
    expect(orders).toBe(3000)
  })
})
