import { expect, test } from 'vitest'
import { createLists } from '../../../../../electron/store/mirror/lists'
import { ListDropped } from '../../../../../electron/store/mirror/order-list'
import { createTurns } from '../../../../../electron/store/mirror/turns'

/** Lists of `parts` ids each, and in which order their parts were made. */
function bench() {
  const made: string[] = []
  const lists = createLists(0, createTurns())
  const begin = (name: string, parts = 4) =>
    lists.begin(
      (function* () {
        for (let part = 1; part <= parts; part++) {
          made.push(`${name}${part}`)
          yield Float64Array.of(part)
        }
      })(),
    )
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
