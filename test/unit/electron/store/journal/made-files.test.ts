import { afterEach, beforeEach, expect, test } from 'vitest'
import type { JournalFile } from '../../../../../electron/store/journal/journal-file'
import { openTestJournal } from '../../../../support/journal'

const order = 'PRI8841203977'
const tours = { profile: 'canal-tours', account: 'tours at the vendor' }
/** A second profile for the same account, and one that works elsewhere. */
const deskTwo = { profile: 'desk-two', account: 'tours at the vendor' }
const trying = { profile: 'trying', account: 'tours in the test environment' }
const request = { who: 'Bo', why: 'request 17', at: 9_000 }

let file: JournalFile
beforeEach(() => {
  file = openTestJournal()
})
afterEach(() => file.close())

const note = (owner: object, path: string, of: string | null = order) =>
  file.privacy.noteFile({
    ...{ profile: 'canal-tours', path, at: 1 },
    ...(of === null ? {} : { order: of }),
    ...owner,
  })
const files = (owner: { profile: string; account?: string }) => file.privacy.files(owner, [order])

test('a file is known of its order to every profile that works as the same account, and to no other', () => {
  note(tours, '/one.pdf')
  note(deskTwo, '/two.pdf')
  note(trying, '/elsewhere.pdf')
  note(tours, '/other.pdf', 'PRI0000000001')
  for (const owner of [tours, deskTwo]) expect(files(owner)).toEqual(['/one.pdf', '/two.pdf'])
  expect(files(trying)).toEqual(['/elsewhere.pdf'])
  expect(files({ profile: 'removed', account: 'tours at the vendor' })).toHaveLength(2)
})

test('exactly what is read is forgotten with the order: what another account made of that reference stays known', () => {
  note(tours, '/one.pdf')
  note(deskTwo, '/two.pdf')
  note(trying, '/elsewhere.pdf')
  note(tours, '/other.pdf', 'PRI0000000001')
  expect(file.purge(order, { ...request, owner: deskTwo })).toMatchObject({ ok: true })
  expect(files(tours)).toEqual([])
  expect(files(deskTwo)).toEqual([])
  expect(files(trying)).toEqual(['/elsewhere.pdf'])
  expect(file.privacy.files(tours, ['PRI0000000001'])).toEqual(['/other.pdf'])
})

test('a profile keeps its files when its credentials change', () => {
  note(tours, '/one.pdf')
  const renewed = { profile: 'canal-tours', account: 'tours with another key' }
  expect(files(renewed)).toEqual(['/one.pdf'])
  file.purge(order, { ...request, owner: renewed })
  expect(files(tours)).toEqual([])
})

test('a list is of no order: every profile of the account is told of it, and no order takes it along', () => {
  note(tours, '/voucher.pdf')
  note(tours, '/first.csv', null)
  file.privacy.noteFile({ ...deskTwo, path: '/later.csv', at: 2 })
  note(trying, '/elsewhere.csv', null)
  file.purge(order, { ...request, owner: tours })
  const own = [
    { path: '/later.csv', at: 2 },
    { path: '/first.csv', at: 1 },
  ]
  for (const owner of [tours, deskTwo]) expect(file.privacy.lists(owner)).toEqual(own)
  file.privacy.forgetFile('/later.csv')
  expect(file.privacy.lists(tours)).toEqual([{ path: '/first.csv', at: 1 }])
  expect(file.privacy.lists(trying)).toEqual([{ path: '/elsewhere.csv', at: 1 }])
})

test('one whose account nobody noted, as before format 8, is told to all and forgotten once', () => {
  note({}, '/early.pdf')
  for (const owner of [tours, trying]) expect(files(owner)).toEqual(['/early.pdf'])
  file.purge(order, { ...request, owner: trying })
  expect(files(tours)).toEqual([])
})
