import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { savedVouchers } from '../../../../../electron/features/batches'
import type { JournalFile } from '../../../../../electron/store/journal/journal-file'
import { batchStoreOver, openTestJournal, privacyStoreOver } from '../../../../support/journal'

const order = 'PRI8841203977'
const tours = { profile: 'canal-tours', account: 'tours at the vendor' }
const deskTwo = { profile: 'desk-two', account: 'tours at the vendor' }
const trying = { profile: 'trying', account: 'tours in the test environment' }

let file: JournalFile
beforeEach(() => {
  file = openTestJournal()
})
afterEach(() => file.close())

/** A batch that saved the vouchers of one order each. */
function saved(owner: object, folder: string, orders: readonly string[], kind = 'vouchers') {
  const times = { createdAt: 1, since: 1, startsAt: 1, lines: orders.length }
  file.batches.create(
    {
      ...{ id: randomUUID(), profile: 'canal-tours', who: 'Amara', state: 'finished', ...times, ...owner },
      detail: { kind, folder, totals: [] },
    },
    orders.map((one, at) => ({
      ...{ line: at + 1, unsent: false, state: 'done' },
      detail: { reference: one, order: one, vouchers: [{ savedAs: `${one}.pdf` }, { booking: 'B-2' }] },
    })),
  )
}
/** Sorted: files have no order of their own. */
const found = async (owner: typeof tours, orders = [order]) => {
  const paths = await savedVouchers(
    { batches: batchStoreOver(file), privacy: privacyStoreOver(file) },
    owner,
    orders,
  )
  return [...paths].sort()
}

test('vouchers of an order are found in batches of every profile of the account, and in no other account', async () => {
  saved(tours, '/one', ['PRI0000000001', order])
  saved(deskTwo, '/two', [order])
  saved(trying, '/elsewhere', [order])
  saved(tours, '/no-vouchers', [order], 'amend')
  const own = [join('/one', `${order}.pdf`), join('/two', `${order}.pdf`)]
  expect(await found(tours)).toEqual(own)
  expect(await found(deskTwo)).toEqual(own)
  expect(await found(trying)).toEqual([join('/elsewhere', `${order}.pdf`)])
  expect(await found(tours, ['PRI0000000009'])).toEqual([])
})

test('one that was saved by itself is told with them, and each path once', async () => {
  saved(tours, '/one', [order])
  saved(deskTwo, '/one', [order])
  file.privacy.noteFile({ ...deskTwo, path: '/mine.pdf', order, at: 1 })
  expect(await found(tours)).toEqual(['/mine.pdf', join('/one', `${order}.pdf`)])
})

test('they are found however many batches there were since', async () => {
  saved(tours, '/first', [order])
  for (let more = 0; more < 510; more++) saved(tours, '/later', ['PRI0000000001'])
  expect(await found(tours)).toEqual([join('/first', `${order}.pdf`)])
})
