import type { MirrorQuery } from '@shared/features/mirror'
import { describe, expect, test } from 'vitest'
import { openedMirror, orderLike, pageOf, smallOrder } from '../../../../support/mirror-orders'

const newestFirst = { by: 'created', direction: 'desc' } as const
const query = (changes: Partial<MirrorQuery> = {}): MirrorQuery => ({
  filters: {},
  sort: newestFirst,
  ...changes,
})

type Opened = Awaited<ReturnType<typeof openedMirror>>

async function found({ methods }: Opened, changes: Partial<MirrorQuery> = {}): Promise<string[]> {
  const { rows } = await methods['mirror.query']({ query: query(changes), rows: 500 })
  return rows.map(({ reference }) => reference)
}

const made = (number: number, changes: Readonly<Record<string, unknown>> = {}) =>
  smallOrder({
    order_reference: `ORDRREF${String(number).padStart(5, '0')}`,
    order_created: new Date(1_770_000_000_000 + number * 1000).toISOString(),
    ...changes,
  })

describe('what is taken', () => {
  test('is a page of the list, all of it, with what it says of itself', async () => {
    const { methods, take } = await openedMirror()
    const taken = await take([made(1), made(2), { order_status: 'ORDER_CONFIRMED' }, made(3)])
    expect(taken).toEqual({
      items: 4,
      unreadable: 1,
      changed: ['ORDRREF00001', 'ORDRREF00002', 'ORDRREF00003'],
      paging: { totalItems: 4 },
      created: { first: 1_770_000_001_000, last: 1_770_000_003_000 },
      modified: Date.parse('2026-03-01T10:00:00+01:00'),
    })
    expect(await methods['mirror.status']({})).toMatchObject({ orders: 3 })
  })

  test('is one order as well, and is answered as it was received, to the digit', async () => {
    const { methods } = await openedMirror()
    const text =
      '{"data":{ "order" : {"order_reference":"ORDRREF1","order_created":"2026-03-01T10:00:00Z", "big":159118380521834001,"amount":20.50} }}'
    expect(await methods['mirror.take']({ text, askedAt: 7 })).toMatchObject({ ok: true })
    expect(await methods['mirror.order']({ reference: 'ORDRREF1' })).toEqual({
      text: '{"order_reference":"ORDRREF1","order_created":"2026-03-01T10:00:00Z", "big":159118380521834001,"amount":20.50}',
      askedAt: 7,
    })
    expect(await methods['mirror.order']({ reference: 'ORDRREF2' })).toBeUndefined()
  })

  test.each(['', 'no JSON', '[]', '{}', '{"data":null}', '{"data":{"kind":"product"}}'])(
    'is nothing of %j, and the state of the sync stays',
    async (text) => {
      const { methods } = await openedMirror()
      await methods['mirror.putState']({ state: 'before' })
      expect(await methods['mirror.take']({ text, askedAt: 1, state: 'after' })).toEqual({
        ok: false,
        error: 'unreadable',
      })
      expect(await methods['mirror.status']({})).toMatchObject({ orders: 0, state: 'before' })
    },
  )

  test('is refused when it goes on with a sync that was not begun in this file: it was begun anew meanwhile', async () => {
    const { methods } = await openedMirror()
    const page = { text: pageOf([made(1)]), askedAt: 1, state: 'so far' }
    expect(await methods['mirror.take'](page)).toEqual({ ok: false, error: 'begun-anew' })
    const { state, orders } = await methods['mirror.status']({})
    expect([state, orders]).toEqual([undefined, 0])
    await methods['mirror.putState']({ state: 'begun' })
    expect(await methods['mirror.take'](page)).toMatchObject({ ok: true, value: { items: 1 } })
    expect(await methods['mirror.status']({})).toMatchObject({ orders: 1, state: 'so far' })
  })

  test('twice changes nothing the second time but when it was asked for', async () => {
    const { methods, take } = await openedMirror()
    await take([made(1), made(2)], 10)
    expect(await take([made(1), made(2)], 20)).toMatchObject({ items: 2, changed: [] })
    expect(await methods['mirror.order']({ reference: 'ORDRREF00001' })).toMatchObject({ askedAt: 20 })
    expect(await methods['mirror.status']({})).toMatchObject({ orders: 2 })
  })

  test.each([
    ['version', { order_version: 2 }, { order_version: 1 }, [10, 20]],
    ['moment of the last change', { order_modified: '2026-03-02T00:00:00Z' }, {}, [10, 20]],
    ['moment of asking', { order_channel: 'NEW' }, { order_channel: 'OLD' }, [20, 10]],
  ])('later does not take the place of what is newer by its %s', async (_, newer, older, [first, second]) => {
    const mirror = await openedMirror()
    await mirror.take([made(1, newer)], first)
    const before = await mirror.methods['mirror.order']({ reference: 'ORDRREF00001' })
    expect(await mirror.take([made(1, older)], second)).toMatchObject({ changed: [] })
    expect(await mirror.methods['mirror.order']({ reference: 'ORDRREF00001' })).toEqual(before)
  })

  test('stands once however often it is on a page, in its newest version', async () => {
    const mirror = await openedMirror()
    await mirror.take([made(1, { order_version: 2, order_channel: 'NEW' }), made(1)])
    const { rows, total } = await mirror.methods['mirror.query']({ query: query(), rows: 10 })
    expect(total).toBe(1)
    expect(rows).toMatchObject([{ version: 2, channel: 'NEW' }])
  })

  test('goes to its new place when its moment of creation changes', async () => {
    const mirror = await openedMirror()
    await mirror.take([made(1), made(2), made(3)])
    await mirror.take([made(1, { order_version: 2, order_created: '2027-01-01T00:00:00Z' })])
    expect(await found(mirror)).toEqual(['ORDRREF00001', 'ORDRREF00003', 'ORDRREF00002'])
    expect(await mirror.methods['mirror.status']({})).toMatchObject({ orders: 3 })
  })

  test('keeps apart what was made in the same millisecond', async () => {
    const mirror = await openedMirror()
    const same = (reference: string) => smallOrder({ order_reference: reference })
    await mirror.take(['AAAAAAAA', 'BBBBBBBB', 'CCCCCCCC'].map(same))
    expect(await found(mirror)).toEqual(['CCCCCCCC', 'BBBBBBBB', 'AAAAAAAA'])
  })
})

describe('a list', () => {
  test('is read by position, and tells its length and where an order stands', async () => {
    const { methods, take } = await openedMirror()
    await take(Array.from({ length: 700 }, (_, at) => made(at)))
    const { list, rows } = await methods['mirror.query']({ query: query(), rows: 3 })
    expect(rows.map(({ reference }) => reference)).toEqual(['ORDRREF00699', 'ORDRREF00698', 'ORDRREF00697'])
    const deep = await methods['mirror.rows']({ list, from: 690, count: 100 })
    expect(deep).toMatchObject({ total: 700 })
    expect(deep !== 'gone' && deep.rows.map(({ reference }) => reference)).toEqual(
      Array.from({ length: 10 }, (_, at) => `ORDRREF0000${9 - at}`),
    )
    expect(await methods['mirror.position']({ list, reference: 'ORDRREF00005' })).toEqual({ at: 694 })
    expect(await methods['mirror.position']({ list, reference: 'ORDRREF99999' })).toEqual({ at: undefined })
    expect(await methods['mirror.rows']({ list, from: 700, count: 10 })).toEqual({ rows: [], total: 700 })
  })

  test('is gone when newer ones took its place, and when orders of it are removed', async () => {
    const { methods, take } = await openedMirror()
    await take([made(1), made(2)])
    const first = await methods['mirror.query']({ query: query(), rows: 1 })
    for (let n = 0; n < 10; n++) await methods['mirror.query']({ query: query(), rows: 1 })
    expect(await methods['mirror.rows']({ list: first.list, from: 0, count: 1 })).toBe('gone')
    const last = await methods['mirror.query']({ query: query(), rows: 1 })
    expect(await methods['mirror.remove']({ references: ['ORDRREF00001', 'ORDRREF77777'] })).toEqual({
      removed: 1,
    })
    expect(await methods['mirror.rows']({ list: last.list, from: 0, count: 1 })).toBe('gone')
    expect(await methods['mirror.totals']({ list: last.list })).toBe('gone')
    expect(await methods['mirror.position']({ list: last.list, reference: 'ORDRREF00002' })).toBe('gone')
  })

  test("finds the API's own example by all that it is known by", async () => {
    const mirror = await openedMirror()
    const example = orderLike()
    await mirror.methods['mirror.take']({ text: pageOf([example]), askedAt: 1 })
    const { order_reference: reference } = example
    for (const text of [
      'john',
      'DOE john',
      'doe@exam',
      '+14155552671',
      '0014155552671',
      '415 555 2671',
      'Wheel requ',
    ])
      expect(await found(mirror, { text }), text).toEqual([reference])
    for (const text of ['johnny', 'doe jane', 'xohn']) expect(await found(mirror, { text }), text).toEqual([])
  })
})
