import type { OrderRow } from '@shared/features/orders'
import { isGap } from '@shared/features/privacy'
import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { expect, test } from 'vitest'
import { searchMirror } from '../../../../../electron/features/privacy/search-mirror'
import type { MirrorStore, Mirrors } from '../../../../../electron/mirror'
import { StoreError } from '../../../../../electron/platform/store-client'

const subject = { name: undefined, emails: ['ann@example.com'], phones: [], references: [] }
const mirrorsWith = (opened: Mirrors['opened'], state: 'off' | 'fresh' = 'fresh') => ({
  opened,
  state: async () => ({ state, inMemory: false, orders: 0, isFilled: false, retentionMonths: 13 }),
})
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
  const found = () =>
    searchMirror(
      mirrorsWith(async () => ok(store as unknown as MirrorStore)),
      'p',
      subject,
    )
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

const closed: Mirrors['opened'] = async () => err(appError('NO_MIRROR', 'there is none'))
const lost: Mirrors['opened'] = async () => {
  throw new StoreError('lost', 'the store ended')
}

test.each([
  ['is not kept is no gap in what was searched', mirrorsWith(closed, 'off'), 'NO_MIRROR', false],
  ['is kept and cannot be opened is one', mirrorsWith(closed), 'MIRROR_NOT_OPEN', true],
  ['does not answer is one', mirrorsWith(lost), 'STORE_LOST', true],
])('a copy that %s', async (_, mirrors, why, gap) => {
  const { place } = await searchMirror(mirrors, 'p', subject)
  expect(place).toEqual({ place: 'mirror', state: 'not-searched', why, looked: 0 })
  expect(isGap(place)).toBe(gap)
})
