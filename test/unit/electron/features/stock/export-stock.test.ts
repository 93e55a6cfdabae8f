import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type StockRow, stockColumns } from '@shared/features/stock'
import { beforeEach, expect, test } from 'vitest'
import { createExportStock } from '../../../../../electron/features/stock/export-stock'
import { guessMapping } from '../../../../../renderer/features/stock/import/mapping'
import { readImport, StockIndex } from '../../../../../renderer/features/stock/import/read-import'
import { readFile } from '../../../../../renderer/lib/table-file/read-file'
import { caller } from '../../../../support/batch-desk'
import { temporaryFolder } from '../../../../support/temporary-folder'

let folder = ''
beforeEach(() => {
  folder = temporaryFolder()
})

const profile = '0b0e4f0c-8a5e-4d1e-9a3e-000000000001'
const row = (
  id: string,
  label: string,
  available: number | null,
  more: Partial<StockRow> = {},
): StockRow => ({
  ...{ id, label, product: '62503', total: 100, reserved: 4, booked: 6, available, active: true },
  ...more,
})
const hostile = '=cmd|\'/c calc\'!A1\t"quoted", two\r\nlines'
const rows = [
  row('20261001234567890123', 'Mug, blue', 90, {
    modified: '2026-11-20T10:00:00+01:00',
    modifiedBy: 'Sanne',
  }),
  row('20261001234567890124', hostile, 3),
  row('20261001234567890125', 'Closed', 12, { active: false }),
  row('20261001234567890126', 'Unknown', null, { product: '99' }),
]
const words = { closed: 'Gesloten', oversold: 'Te veel', soldOut: 'Uitverkocht', low: 'Laag' }

const exporter = (path: string | undefined) =>
  createExportStock({
    reader: {
      held: () => ({
        id: 'now',
        account: undefined,
        rows: new Map(rows.map((one) => [one.id, one])),
        withoutKey: 0,
      }),
    },
    titles: { known: (_, product) => (product === '62503' ? 'Evening cruise' : undefined) },
    rulesOf: () => ({ lows: { '20261001234567890124': 5 } }),
    chooseSavePath: async () => path,
    now: () => Date.parse('2026-11-22T12:00:00Z'),
  })
const columns = stockColumns.map((id) => ({ id, header: id === 'id' ? 'Stock ID' : id }))
const wanted = { profile, columns, words, reading: 'now' }

test('a CSV file has the rows as asked, what could be a formula made harmless', async () => {
  const path = join(folder, 'stock.csv')
  const answer = await exporter(path)({ ...wanted, as: 'csv', rows: [1, 3, 0] }, caller)
  expect(answer).toEqual({ ok: true, value: { savedAs: 'stock.csv', rows: 3 } })
  expect(readFileSync(path, 'utf8').split(/(?<!lin)\r\n(?!lines)/)).toEqual([
    '\uFEFFlabel,product,productId,total,reserved,booked,available,state,low,modified,modifiedBy,Stock ID',
    `"'=cmd|'/c calc'!A1\t""quoted"", two\r\nlines",Evening cruise,62503,100,4,6,3,Laag,5,,,20261001234567890124`,
    'Unknown,99,99,100,4,6,,,,,,20261001234567890126',
    '"Mug, blue",Evening cruise,62503,100,4,6,90,,,2026-11-20T10:00:00+01:00,Sanne,20261001234567890123',
    '',
  ])
})

test.each(['csv', 'xlsx'] as const)(
  'what is saved as %s is read back whole, and changes nothing',
  async (as) => {
    const path = join(folder, `stock.${as}`)
    expect(await exporter(path)({ ...wanted, as }, caller)).toMatchObject({ value: { rows: 4 } })
    const read = await readFile(new Blob([readFileSync(path)]), { rows: 1000, text: 1e6, unpacked: 1e7 })
    if ('problem' in read) throw new Error(read.problem)
    const index = new StockIndex(rows, { 62503: 'Evening cruise' })
    const shown = ({ available }: StockRow) => available
    const byId = guessMapping(read.table, index)
    expect(byId.columns).toMatchObject({ id: 11, label: 0, product: 1, available: 6 })
    const { id: _, ...others } = byId.columns
    for (const mapping of [byId, { ...byId, columns: others }]) {
      expect(readImport(read.table, { mapping, index, shown, limit: undefined })).toMatchObject({
        ...{ changes: [], same: 2, blank: 1 },
        leftOut: [{ why: 'CLOSED', value: '12' }],
      })
    }
  },
)

test('rows that are no longer those that main has are not written', async () => {
  const path = join(folder, 'stock.csv')
  const answer = await exporter(path)({ ...wanted, as: 'csv', reading: 'before' }, caller)
  expect(answer).toMatchObject({ ok: false, error: { code: 'STOCK_READ_AGAIN', changed: 'no' } })
  expect(readdirSync(folder)).toEqual([])
})

test('a person who declines gets no file, and is told of none', async () => {
  const answer = await exporter(undefined)({ ...wanted, as: 'xlsx' }, caller)
  expect(answer).toEqual({ ok: true, value: { rows: 0 } })
})

test('a disk that refuses is told, and leaves nothing behind', async () => {
  const answer = await exporter(join(folder, 'missing', 'stock.xlsx'))({ ...wanted, as: 'xlsx' }, caller)
  expect(answer).toMatchObject({ ok: false, error: { code: 'FILE_NOT_WRITTEN', changed: 'no' } })
  expect(readdirSync(folder)).toEqual([])
})
