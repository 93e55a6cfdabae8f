import { describe, expect, test } from 'vitest'
import { createLists } from '../../../../../electron/store/mirror/lists'
import { ListDropped } from '../../../../../electron/store/mirror/order-list'
import { createTurns } from '../../../../../electron/store/mirror/turns'
import { weekOf } from '../../../../../electron/store/mirror/weeks'

/**
 * Lists of `parts` ids each, and in which order their parts were made.
 * @param still what each part of a list gives way by
 */
function bench(still = async () => {}) {
  const made: string[] = []
  const lists = createLists(0, createTurns(), () => still)
  const begin = (name: string, parts = 4) =>
    lists.begin({
      name,
      make: function* () {
        for (let part = 1; part <= parts; part++) {
          made.push(`${name}${part}`)
          yield Float64Array.of(part)
        }
      },
      renew: (ids, written) => {
        made.push(`${name} with ${[...written]}`)
        return Float64Array.of(...ids, ...written)
      },
    })
  return { lists, made, begin }
}

test('the list that was begun last is made first, after the first rows of each', async () => {
  const { made, begin } = bench()
  const a = begin('a')
  const whole = a.list.whole()
  await begin('b').list.whole()
  expect(made).toEqual(['a1', 'b1', 'b2', 'b3', 'b4'])
  expect([...(await whole)]).toEqual([1, 2, 3, 4])
})

test('a list that nobody waits for gives way to pictures, and goes on at once when somebody does', async () => {
  const { made, begin } = bench(() => new Promise<void>(() => {}))
  const a = begin('a')
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(made).toEqual(['a1'])
  const whole = begin('b').list.whole()
  expect([...(await whole)]).toEqual([1, 2, 3, 4])
  expect(made).toEqual(['a1', 'b1', 'b2', 'b3', 'b4'])
  expect(a.list.total()).toBeUndefined()
})

test('a list that is looked at again goes before those begun since', async () => {
  const { lists, made, begin } = bench()
  const a = begin('a')
  begin('b')
  lists.look(a.number)
  await a.list.whole()
  expect(made).toEqual(['a1', 'b1', 'a2', 'a3', 'a4'])
})

test('a list that is only waited for to be added up is given up once a later one is whole; what is whole stays', async () => {
  const { lists, begin } = bench()
  const whole = begin('whole')
  await whole.list.whole()
  const left = begin('left')
  const sums = left.list.whole('if made')
  const wanted = begin('wanted')
  const waits = wanted.list.whole()
  const last = begin('last')
  await last.list.ended
  await expect(sums).rejects.toThrow(ListDropped)
  expect(lists.get(left.number)).toBeUndefined()
  expect([...(await waits)]).toEqual([1, 2, 3, 4])
  for (const { number } of [whole, wanted, last]) expect(lists.get(number)).toBeDefined()
})

test('a list that is given up ends at once, while others still have their turns', async () => {
  const { lists, made, begin } = bench()
  const left = begin('left')
  begin('other', 1000)
  let ended = false
  void left.list.ended.then(() => {
    ended = true
  })
  lists.clear()
  await Promise.resolve()
  await Promise.resolve()
  expect(ended).toBe(true)
  expect(made).toEqual(['left1', 'other1'])
})

describe('a list that was whole before orders were written', () => {
  test('is brought up to date, and was not begun anew', async () => {
    const { lists, made, begin } = bench()
    await begin('a').list.whole()
    lists.note([7, 8])
    const { list } = begin('a')
    expect(list.total()).toBe(6)
    expect([...(await list.whole())]).toEqual([1, 2, 3, 4, 7, 8])
    lists.note([9])
    expect([...(await begin('a').list.whole())]).toEqual([1, 2, 3, 4, 7, 8, 9])
    expect(made.slice(4)).toEqual(['a with 7,8', 'a with 9'])
  })

  test('counts what was written while it was made as written since', async () => {
    const { lists, begin } = bench()
    const { list } = begin('a')
    lists.note([7])
    await list.whole()
    expect([...(await begin('a').list.whole())]).toEqual([1, 2, 3, 4, 7])
  })

  test('is made anew after more was written than is looked at, after another query, and when it was not whole', async () => {
    const { lists, made, begin } = bench()
    await begin('a').list.whole()
    lists.note(Array.from({ length: 51 }, (_, id) => id))
    begin('a')
    begin('b')
    begin('b')
    expect(made.slice(4)).toEqual(['a1', 'b1', 'b1'])
  })

  test('keeps the sums of weeks in which nothing was written, and leaves the list before as it is', async () => {
    const { lists, begin } = bench()
    const sums = { orders: 1, byCurrency: [], unpriced: 1 }
    const before = begin('a')
    await before.list.whole()
    before.sums.set(weekOf(0), sums).set(weekOf(1e12), sums)
    lists.note([1e12])
    const { sums: kept } = begin('a')
    expect([...kept.keys()]).toEqual([weekOf(0)])
    expect([...(await before.list.whole())]).toEqual([1, 2, 3, 4])
    expect(before.sums.size).toBe(2)
  })
})

test('of one query the last two lists are held, so that a window can leave the one before; and those somebody waits for', async () => {
  const { lists, begin } = bench()
  const other = begin('b').number
  const waiting = begin('a')
  const waits = waiting.list.whole()
  const numbers = [begin('a').number, begin('a').number, begin('a').number]
  const held = [other, waiting.number, ...numbers].filter((number) => lists.get(number))
  expect(held).toEqual([other, waiting.number, ...numbers.slice(1)])
  expect([...(await waits)]).toEqual([1, 2, 3, 4])
})

test('windows that ask for the same share a list until something is written', async () => {
  const { lists, begin } = bench()
  const first = begin('a')
  await first.list.whole()
  expect(begin('a').number).toBe(first.number)
  lists.note([7])
  const second = begin('a').number
  expect(second).not.toBe(first.number)
  expect(begin('a').number).toBe(second)
})
