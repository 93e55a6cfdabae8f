import type { OrderRow } from '@shared/features/orders'
import { ok } from '@shared/kernel/result'
import { expect, test } from 'vitest'
import { searchMirror } from '../../../../../electron/features/privacy/search-mirror'
import type { MirrorStore } from '../../../../../electron/mirror'

const subject = { name: undefined, emails: ['ann@example.com'], phones: [], references: [] }
const rows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => ({ reference: `R${from + at}` }) as OrderRow)

/** A mirror whose lists of 700 orders are given up so many times before they can be read on; no other way leads there. */
function losing(times: number) {
  const asked: number[] = []
  let list = 0
  const store = {
    query: async () => ({ list: ++list, rows: rows(0, 500) }),
    rows: async ({ from }: { from: number }) => {
      asked.push(from)
      return list <= times ? 'gone' : { rows: rows(from, Math.max(from, Math.min(from + 500, 700))) }
    },
    order: async () => undefined,
  }
  const found = () => searchMirror({ opened: async () => ok(store as unknown as MirrorStore) }, 'p', subject)
  return { found, asked }
}

test('a list that is given up while it is read is asked for again, and read to its end', async () => {
  const { found, asked } = losing(2)
  expect(await found()).toMatchObject({ place: { state: 'searched', looked: 700 } })
  expect(asked).toEqual([500, 500, 500, 700])
})

test('one that is given up each time is not told as searched', async () => {
  const { found } = losing(3)
  expect(await found()).toMatchObject({ place: { state: 'partly', looked: 0 } })
})
