import type { StockFigures } from '@shared/features/stock'
import { expect, test, vi } from 'vitest'
import {
  type DeskOwner,
  keepStockDesks,
  StockDesk,
  stockDeskOf,
} from '../../../../../renderer/features/stock/stock-desk'

const now: StockFigures = { total: 10, reserved: 0, booked: 0, available: 10, active: true }
const [batch, other] = ['batch-1', 'batch-2'] as const

/** A desk on which 5 and 6 were sent for rows a and b. */
function sent() {
  const held: boolean[] = []
  const desk = new StockDesk((holds) => held.push(holds))
  desk.edit([
    { stock: 'a', now, wanted: 5 },
    { stock: 'b', now, wanted: 6 },
  ])
  desk.saving(
    batch,
    new Map([
      ['a', { seen: now, wanted: 5 }],
      ['b', { seen: now, wanted: 6 }],
    ]),
  )
  return { desk, held }
}

/** A profile as far as a desk needs it. */
const owner = (id: string): DeskOwner => ({
  ...{
    id,
    environment: 'custom',
    baseAddress: 'https://vendor.example.com',
    clientId: id,
    distributorId: '1',
  },
})

test('work that is not saved holds the window, and what was sent does not', () => {
  const { held } = sent()
  expect(held).toEqual([true, false])
})

test('what was not saved is an edit again, and what was saved is none', () => {
  const { desk } = sent()
  desk.stands(
    batch,
    new Map([
      ['a', { state: 'done' }],
      ['b', { state: 'failed', why: 'STOCK_CHANGED' }],
    ]),
  )
  expect([...desk.view().history.edits]).toEqual([['b', { seen: now, wanted: 6 }]])
  expect(desk.view().followed).toEqual([])
})

test('a save with an outcome that is not known yet is followed on, beside those after it', () => {
  const { desk } = sent()
  desk.stands(
    batch,
    new Map([
      ['a', { state: 'done' }],
      ['b', { state: 'unknown' }],
    ]),
  )
  desk.edit([{ stock: 'c', now, wanted: 7 }])
  desk.saving(other, new Map([['c', { seen: now, wanted: 7 }]]))
  expect(desk.view()).toMatchObject({ batch: other, followed: [batch, other] })
  expect(desk.editOf('b')).toBeUndefined()
})

test('an earlier save says nothing any more of a row that was sent again', () => {
  const { desk } = sent()
  const first = new Map([
    ['a', { state: 'failed' }],
    ['b', { state: 'unknown' }],
  ] as const)
  desk.stands(batch, first)
  expect(desk.editOf('a')).toMatchObject({ wanted: 5 })
  desk.saving(other, new Map([['a', { seen: now, wanted: 5 }]]))
  desk.stands(batch, first)
  expect(desk.editOf('a')).toBeUndefined()
  expect(desk.view().results.get('a')).toEqual({ state: 'queued' })
  desk.stands(other, new Map([['a', { state: 'done' }]]))
  expect(desk.view().results.get('a')).toEqual({ state: 'done' })
  expect(desk.view().followed).toEqual([batch])
})

test('a save of an earlier run is taken up once, and leaves what this window typed', () => {
  const desk = new StockDesk()
  desk.edit([{ stock: 'a', now, wanted: 5 }])
  desk.follow([batch])
  desk.follow([batch])
  expect(desk.view()).toMatchObject({ batch, followed: [batch] })
  desk.stands(batch, new Map([['b', { state: 'done' }]]))
  expect(desk.view().results.get('b')).toEqual({ state: 'done' })
  expect(desk.editOf('a')).toMatchObject({ wanted: 5 })
})

test('the desk of a profile that was removed lets go of the window, and stays empty whatever comes back for it', () => {
  const { desk, held } = sent()
  desk.edit([{ stock: 'c', now, wanted: 7 }])
  expect(held.at(-1)).toBe(true)
  desk.end()
  expect(held.at(-1)).toBe(false)
  desk.stands(batch, new Map([['b', { state: 'failed', why: 'STOCK_CHANGED' }]]))
  desk.edit([{ stock: 'c', now, wanted: 7 }])
  expect(held.at(-1)).toBe(false)
  expect(desk.view()).toMatchObject({ history: { edits: new Map() }, sent: new Map(), followed: [] })
})

test('desks of other profiles keep their edits when one is removed, and a new profile finds none', () => {
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('removeEventListener', () => {})
  const [gone, stays] = [owner('canal-tours'), owner('museum')].map(stockDeskOf)
  for (const desk of [gone, stays]) desk?.edit([{ stock: 'a', now, wanted: 5 }])
  expect(keepStockDesks([owner('museum'), owner('never-seen')])).toEqual(new Map())
  expect(stockDeskOf(owner('museum'))).toBe(stays)
  expect(stays?.editOf('a')).toEqual({ seen: now, wanted: 5 })
  expect(gone?.view().history.edits.size).toBe(0)
  expect(stockDeskOf(owner('canal-tours'))).not.toBe(gone)
  expect(stockDeskOf(owner('canal-tours')).view().history.edits.size).toBe(0)
  vi.unstubAllGlobals()
})

test.each([
  ['client id', { clientId: 'another' }],
  ['distributor', { distributorId: '2' }],
  ['address', { baseAddress: 'https://elsewhere.example.com' }],
  ['environment', { environment: 'production' as const }],
])(
  'edits go with the account: with another %s the profile finds none, and it is said how many there were',
  (_of, change) => {
    vi.stubGlobal('addEventListener', () => {})
    vi.stubGlobal('removeEventListener', () => {})
    const before = stockDeskOf(owner('canal-tours'))
    before.edit([{ stock: 'a', now, wanted: 5 }])
    expect(keepStockDesks([{ ...owner('canal-tours'), ...change }])).toEqual(new Map([['canal-tours', 1]]))
    expect(before.editOf('a')).toBeUndefined()
    expect(stockDeskOf(owner('canal-tours')).view().history.edits.size).toBe(0)
    keepStockDesks([])
    vi.unstubAllGlobals()
  },
)

test('edits of one account are not shown to another one, also where the list of profiles was not heard of yet', () => {
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('removeEventListener', () => {})
  const before = stockDeskOf(owner('canal-tours'))
  before.edit([{ stock: 'a', now, wanted: 5 }])
  expect(stockDeskOf({ ...owner('canal-tours'), clientId: 'another' }).editOf('a')).toBeUndefined()
  expect(before.editOf('a')).toBeUndefined()
  keepStockDesks([])
  vi.unstubAllGlobals()
})

test('edits stay where something else of their profile changed', () => {
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('removeEventListener', () => {})
  const desk = stockDeskOf(owner('canal-tours'))
  desk.edit([{ stock: 'a', now, wanted: 5 }])
  const renamed = { ...owner('canal-tours'), name: 'Canal Tours BV', readOnly: true, secret: 'session' }
  expect(keepStockDesks([renamed])).toEqual(new Map())
  expect(stockDeskOf(renamed)).toBe(desk)
  expect(desk.editOf('a')).toEqual({ seen: now, wanted: 5 })
  keepStockDesks([])
  vi.unstubAllGlobals()
})
