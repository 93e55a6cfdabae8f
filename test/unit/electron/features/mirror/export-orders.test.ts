import { createHash } from 'node:crypto'
import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ExportKind, ExportLayout, MirrorQuery } from '@shared/features/mirror'
import { ok } from '@shared/kernel/result'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createExport, type ExportDeps } from '../../../../../electron/features/mirror/export-orders'
import type { ChooseSavePath } from '../../../../../electron/platform/save-dialog'
import { StoreError } from '../../../../../electron/platform/store-client'
import type { JournalFile } from '../../../../../electron/store/journal/journal-file'
import { layoutOf } from '../../../../support/export-layout'
import { openTestJournal, privacyStoreOver } from '../../../../support/journal'
import { mirrorInProcess } from '../../../../support/mirror-in-process'
import { pageOf, smallOrder } from '../../../../support/mirror-orders'

/** A disk that is full cannot be had here: what is written goes to a device that answers as one does. */
async function onFullDisk(work: () => unknown): Promise<unknown> {
  const { createWriteStream } = fs
  fs.createWriteStream = (part) => {
    writeFileSync(part, 'what still had room')
    return createWriteStream('/dev/full')
  }
  syncBuiltinESMExports()
  try {
    return await work()
  } finally {
    fs.createWriteStream = createWriteStream
    syncBuiltinESMExports()
  }
}

const profile = 'canal-tours'
const caller = { windowId: 1 }
const now = Date.parse('2026-11-22T12:00:00Z')
const query: MirrorQuery = {
  filters: { statuses: ['ORDER_CONFIRMED'] },
  sort: { by: 'created', direction: 'asc' },
}

let folder: string
let path: string
let store: ReturnType<typeof mirrorInProcess>
let journal: JournalFile
let handlers: ReturnType<typeof createExport>
let quit: () => Promise<void>
const report = vi.fn<ExportDeps['report']>()
const chooseSavePath = vi.fn<ChooseSavePath>()
const progress = vi.fn<ExportDeps['progress']>()
const showFile = vi.fn<ExportDeps['showFile']>()

/** Orders made before are still being read. */
let olderComing: number | undefined
let leftOut: true | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-orders-'))
  path = join(folder, 'orders.csv')
  store = mirrorInProcess(join(folder, 'mirror', 'mirror.db'))
  journal = openTestJournal()
  chooseSavePath.mockReset().mockImplementation(async () => path)
  progress.mockReset()
  showFile.mockReset()
  report.mockReset()
  let clock = now
  olderComing = undefined
  leftOut = undefined
  handlers = createExport({
    mirrors: {
      opened: async () => ok(store),
      state: async () => ({
        ...{ state: 'fresh', inMemory: false, orders: 3, isFilled: true, retentionMonths: 13 },
        through: Date.parse('2026-11-22T11:59:00Z'),
        ...{ olderComing, leftOut },
      }),
    },
    chooseSavePath,
    accountOf: () => 'tours',
    journal: { open: async () => {}, store: { privacy: privacyStoreOver(journal) } },
    profileName: () => 'Canal Tours BV',
    progress,
    showFile,
    beforeQuit: (stop) => {
      quit = stop
    },
    report,
    // Windows are told of every part.
    now: () => (clock += 250),
  })
})
afterEach(() => {
  store.stop()
  journal.close()
  rmSync(folder, { recursive: true })
})

/** Paths that the journal remembers. */
const listed = () => journal.privacy.lists({ profile: 'another', account: 'tours' }).map(({ path: at }) => at)

/** Orders of 10.50 each. */
async function take(count: number): Promise<void> {
  for (let from = 0; from < count; from += 1000) {
    const orders = Array.from({ length: Math.min(1000, count - from) }, (_, at) =>
      smallOrder({
        order_reference: `ORDRREF${String(from + at).padStart(5, '0')}`,
        order_created: new Date(1_770_000_000_000 + (from + at) * 1000).toISOString(),
        order_external_reference: 'x'.repeat(200),
        order_pricing: { price_total: '10.50' },
        order_bookings: [{ booking_reference: `B${from + at}`, product_currency_code: 'EUR' }],
      }),
    )
    await store.take({ text: pageOf(orders), askedAt: 1 })
  }
}

/** No export is through before it is told to stop. */
function readSlowly(): void {
  const next = store.nextOfExport
  vi.spyOn(store, 'nextOfExport').mockImplementation(async (number) => {
    await sleep(100)
    return next(number)
  })
}

const ask = (changes: { as?: ExportKind; list?: number; layout?: ExportLayout; query?: MirrorQuery } = {}) =>
  handlers.exportOrders(
    { profile, query, as: 'csv', layout: layoutOf(['reference', 'total']), ...changes },
    caller,
  )
/** Long enough that the file has several parts. */
const wide = layoutOf(['reference', 'externalReference'])
const files = () => readdirSync(folder).filter((name) => name !== 'mirror')
const summary = () => JSON.parse(readFileSync(`${path}.summary.json`, 'utf8'))

describe('exporting orders', () => {
  test('writes the file, and beside it what is in it: question, moment, count, totals and digest', async () => {
    await take(3)
    expect(await ask()).toEqual({ ok: true, value: { savedAs: 'orders.csv', orders: 3 } })
    const bytes = readFileSync(path)
    expect(bytes.toString()).toBe(
      `\uFEFFreference,total,currency\r\n${[0, 1, 2].map((at) => `ORDRREF0000${at},10.50,EUR\r\n`).join('')}`,
    )
    expect(summary()).toEqual({
      file: 'orders.csv',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      kind: 'csv',
      profile: 'Canal Tours BV',
      writtenAt: expect.stringMatching(/^2026-11-22T.*[+-]\d\d:\d\d$/),
      asOf: expect.stringMatching(/^2026-11-22T.*:59:00[+-]\d\d:\d\d$/),
      complete: true,
      question: { text: null, filters: query.filters, sort: query.sort },
      selection: null,
      orders: 3,
      ordersReadWhileWritten: 0,
      ordersRemovedWhileWritten: 0,
      totals: [
        {
          ...{ currency: 'EUR', orders: 3, total: '31.50', fee: '0.00', refunded: '0.00' },
          ...{ ordersWithUnknownFee: 0, ordersWithUnknownRefund: 0 },
        },
      ],
      ordersWithoutTotal: 0,
    })
    expect(files()).toEqual(['orders.csv', 'orders.csv.summary.json'])
    expect(await store.files()).toEqual([{ path, at: expect.any(Number), kind: 'csv', orders: 3 }])
  })

  test('says that it may not be complete while older orders are being read, unless none of them would belong to it', async () => {
    await take(3)
    const completeWith = async (filters: MirrorQuery['filters']) => {
      expect(await ask({ query: { ...query, filters } })).toMatchObject({ ok: true })
      return summary().complete
    }
    const since = (from: string) => ({ created: { from } })
    olderComing = Date.parse('2026-01-01T00:00:00Z')
    expect(await completeWith({})).toBe(false)
    expect(await completeWith({ created: { to: '2026-03-01T00:00:00+00:00' } })).toBe(false)
    expect(await completeWith(since('2026-01-01T00:30:00+01:00'))).toBe(false)
    expect(await completeWith(since('2026-01-01T01:00:00+01:00'))).toBe(true)
  })

  test('says that it may not be complete where orders of the server could not be kept', async () => {
    await take(1)
    expect(await ask()).toMatchObject({ ok: true })
    expect(summary().complete).toBe(true)
    leftOut = true
    expect(await ask()).toMatchObject({ ok: true })
    expect(summary().complete).toBe(false)
  })

  test('proposes a name with the day, lets only the person read the file, and shows where it is', async () => {
    await take(1)
    await ask({ as: 'xlsx' })
    const proposal = { name: 'orders-2026-11-22.xlsx', kind: { name: 'Excel', extension: 'xlsx' } }
    expect(chooseSavePath).toHaveBeenCalledWith(proposal, caller)
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0)
    handlers.showOrdersExport({}, caller)
    expect(showFile).toHaveBeenCalledExactlyOnceWith(path)
  })

  test('asked for twice at once, as by a double click, is one: one dialog, one file', async () => {
    await take(1)
    const [first, second] = await Promise.all([ask(), ask()])
    expect(first).toMatchObject({ ok: true, value: { orders: 1 } })
    expect(second).toMatchObject({ ok: false, error: { code: 'ALREADY_EXPORTING' } })
    expect(chooseSavePath).toHaveBeenCalledOnce()
    expect(files()).toEqual(['orders.csv', 'orders.csv.summary.json'])
  })

  test('that the person declines reads nothing and writes nothing', async () => {
    await take(1)
    chooseSavePath.mockResolvedValue(undefined)
    expect(await ask()).toEqual({ ok: true, value: { orders: 0 } })
    expect(files()).toEqual([])
    handlers.showOrdersExport({}, caller)
    expect(showFile).not.toHaveBeenCalled()
  })

  test('that is stopped leaves nothing behind but what was there, and another can begin', async () => {
    await take(3000)
    writeFileSync(path, 'before')
    writeFileSync(`${path}.summary.json`, 'of before')
    readSlowly()
    const first = ask({ layout: wide })
    await vi.waitFor(() => expect(progress).toHaveBeenCalled())
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'ALREADY_EXPORTING' } })
    handlers.stopOrdersExport({}, caller)
    expect(await first).toEqual({ ok: true, value: { orders: 0 } })
    expect(files()).toEqual(['orders.csv', 'orders.csv.summary.json'])
    expect(readFileSync(path, 'utf8')).toBe('before')
    expect(readFileSync(`${path}.summary.json`, 'utf8')).toBe('of before')
    expect(await store.files()).toEqual([])
    expect(await ask()).toMatchObject({ ok: true, value: { orders: 3000 } })
    expect(summary()).toMatchObject({ orders: 3000 })
  })

  test('that is under way when the program ends leaves no part of a file behind', async () => {
    await take(3000)
    readSlowly()
    const asked = ask({ layout: wide })
    await vi.waitFor(() => expect(files().some((name) => name.endsWith('.part'))).toBe(true))
    await quit()
    expect(files()).toEqual([])
    expect(await asked).toEqual({ ok: true, value: { orders: 0 } })
    expect(await store.files()).toEqual([])
  })

  test('is remembered before its first byte is written, with what is beside it, and forgotten when it is through', async () => {
    await take(3000)
    readSlowly()
    const asked = ask({ layout: wide })
    await vi.waitFor(() => expect(files()).toHaveLength(1))
    const [part = ''] = files()
    const noted = (await store.files()).map(({ path: at, kind }) => [kind, basename(at).slice(0, -14)])
    expect(noted.sort()).toEqual([
      ['part', 'orders.csv'],
      ['part', 'orders.csv.summary.json'],
    ])
    expect((await store.files()).map(({ path: at }) => basename(at))).toContain(part)
    expect(listed().map((at) => basename(at))).toContain(part)
    await asked
    expect(await store.files()).toMatchObject([{ path, kind: 'csv' }])
    expect(listed()).toEqual([path])
  })

  test('begins by deleting what one that was killed left, unless it lies on a disk that is not there now', async () => {
    await take(3)
    const left = join(folder, 'killed.csv.0123abcd.part')
    const elsewhere = join(folder, 'stick', 'killed.csv.0123abcd.part')
    const finished = join(folder, 'before.csv')
    for (const file of [left, finished]) writeFileSync(file, 'a guest')
    for (const at of [left, elsewhere]) await store.noteFile({ path: at, at: 1, kind: 'part', orders: 0 })
    await store.noteFile({ path: finished, at: 2, kind: 'csv', orders: 1 })
    const paths = async () => (await store.files()).map((file) => file.path).sort()
    await ask()
    await vi.waitFor(async () => expect(await paths()).toEqual([finished, elsewhere, path].sort()))
    expect(files()).toEqual(['before.csv', 'orders.csv', 'orders.csv.summary.json'])
    mkdirSync(dirname(elsewhere))
    writeFileSync(elsewhere, 'a guest')
    await ask()
    await vi.waitFor(async () => expect(await paths()).toEqual([finished, path].sort()))
    expect(existsSync(elsewhere)).toBe(false)
  })

  test('that the mirror cannot remember is written once all the same, reported, and known to the journal', async () => {
    await take(3)
    vi.spyOn(store, 'noteFile').mockRejectedValue(new StoreError('failed', 'full'))
    expect(await ask()).toMatchObject({ ok: true, value: { orders: 3 } })
    expect(summary()).toMatchObject({ orders: 3 })
    expect(report.mock.calls).toEqual(Array(3).fill(['mirror.export-not-noted', {}]))
    expect(listed()).toEqual([path])
  })

  test('that the journal cannot remember is written once all the same, reported, and known to the mirror', async () => {
    await take(3)
    vi.spyOn(journal.privacy, 'noteFile').mockImplementation(() => {
      throw new StoreError('failed', 'read-only')
    })
    expect(await ask()).toMatchObject({ ok: true, value: { orders: 3 } })
    expect(summary()).toMatchObject({ orders: 3 })
    expect(report.mock.calls).toEqual(Array(3).fill(['mirror.export-not-noted', {}]))
    expect(await store.files()).toMatchObject([{ path, kind: 'csv' }])
  })

  test('where the disk refuses says so, leaves nothing behind, and remembers no file', async () => {
    await take(3)
    path = join(folder, 'not-there', 'orders.csv')
    expect(await ask()).toMatchObject({
      ok: false,
      error: { code: 'FILE_NOT_WRITTEN', params: { code: 'ENOENT' } },
    })
    path = join(folder, 'a-folder')
    mkdirSync(path)
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'FILE_NOT_WRITTEN' } })
    expect(files()).toEqual(['a-folder'])
    expect(existsSync(`${path}.summary.json`)).toBe(false)
  })

  test('whose summary cannot be written beside it leaves the list that was there', async () => {
    await take(3)
    writeFileSync(path, 'before')
    mkdirSync(`${path}.summary.json`)
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'FILE_NOT_WRITTEN' } })
    expect(readFileSync(path, 'utf8')).toBe('before')
    expect(files().sort()).toEqual(['orders.csv', 'orders.csv.summary.json'])
  })

  test.runIf(process.platform === 'linux')(
    'on a full disk says so, leaves what was there, and remembers no file',
    async () => {
      await take(3000)
      writeFileSync(path, 'before')
      expect(await onFullDisk(() => ask({ layout: wide }))).toMatchObject({
        ok: false,
        error: { code: 'FILE_NOT_WRITTEN', params: { code: 'ENOSPC' } },
      })
      expect(files()).toEqual(['orders.csv'])
      expect(readFileSync(path, 'utf8')).toBe('before')
      expect(await store.files()).toEqual([])
      expect(await ask({ layout: wide })).toMatchObject({ ok: true, value: { orders: 3000 } })
    },
  )

  test('makes a list anew that is no longer held, also when the store dies on the way', async () => {
    await take(3000)
    progress.mockImplementationOnce(() => store.kill())
    expect(await ask({ layout: wide, list: 12_345 })).toEqual({
      ok: true,
      value: { savedAs: 'orders.csv', orders: 3000 },
    })
    expect(readFileSync(path, 'utf8').trimEnd().split('\r\n')).toHaveLength(3001)
    expect(summary()).toMatchObject({ orders: 3000, totals: [{ total: '31500.00' }] })
    expect(files()).toEqual(['orders.csv', 'orders.csv.summary.json'])
  })

  test('gives up a list that is lost again and again, and leaves nothing behind', async () => {
    await take(3000)
    progress.mockImplementation(() => store.kill())
    expect(await ask({ layout: wide })).toMatchObject({ ok: false, error: { code: 'LIST_GONE' } })
    expect(files()).toEqual([])
  })
})
