import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { disposable, openDatabase } from '../../../../../electron/store/database'
import { layoutOf } from '../../../../support/export-layout'
import { openedMirror, smallOrder } from '../../../../support/mirror-orders'
import { temporaryFolder } from '../../../../support/temporary-folder'

let folder: string
let path: string
beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder, 'mirror.db')
})

const key = 'ab'.repeat(32)
const now = Date.parse('2026-06-01T12:00:00Z')
const everything = { filters: {}, sort: { by: 'created', direction: 'desc' } } as const
const order = (at: number) =>
  smallOrder({
    order_reference: `ORDRREF0000${at}`,
    order_created: new Date(now - at * 1000).toISOString(),
    order_channel: 'desk | "näïve"\nline',
    order_pricing: { price_total: '10.50' },
    order_bookings: [{ booking_reference: `B${at}`, product_currency_code: 'EUR' }],
  })

/** A mirror whose file held three orders and was changed by this script, as a bit that flips would. */
async function changed(script: string) {
  const before = await openedMirror({ path, key })
  await before.take([order(1), order(2), order(3)])
  await before.methods['mirror.open']({ key: '', now })
  const sql = openDatabase(path, key, disposable)
  sql.script(script)
  sql.close()
  return (await openedMirror({ path, key })).methods
}

type Methods = Awaited<ReturnType<typeof changed>>
const shown = (methods: Methods) => methods['mirror.query']({ query: everything, rows: 10 })
const opened = async (methods: Methods) => methods['mirror.order']({ reference: 'ORDRREF00002' })
const exported = (as: 'csv' | 'jsonl') => async (methods: Methods) => {
  const begun = await methods['mirror.beginExport']({ query: everything, as, layout: layoutOf(), now })
  return methods['mirror.nextOfExport']({ export: begun === 'gone' ? 0 : begun.export })
}

const oneTotal = "update orders set total = total + 1 where reference = 'ORDRREF00002'"
const oneDate = "update orders set over = over + 1 where reference = 'ORDRREF00002'"
const oneShown = `update shown set row = replace(row, '10.50', '10.51')
  where id = (select id from orders where reference = 'ORDRREF00002')`
const oneDocument = `update documents
  set doc = cast(substr(doc, 1, length(doc) - 1) || char((unicode(substr(doc, -1)) + 1) % 128) as blob)
  where id = (select id from orders where reference = 'ORDRREF00002')`
const exchanged = `create table other as select id, doc from documents;
  update documents set doc = (select o.doc from other o where o.id <> documents.id order by o.id limit 1)`

describe('another value than was written is told, and the file is begun anew:', () => {
  test.each<[string, string, (methods: Methods) => unknown]>([
    ['an amount that is added up, when its row is shown', oneTotal, shown],
    ['a date that is filtered by, when its row is shown', oneDate, shown],
    ['an amount that is shown', oneShown, shown],
    ['an amount that is shown, in a file', oneShown, exported('csv')],
    ['an amount that is added up, in a file', oneTotal, exported('csv')],
    ['an amount that is added up, in a file of documents', oneTotal, exported('jsonl')],
    ['a document', oneDocument, opened],
    ['a document, in a file', oneDocument, exported('jsonl')],
    ['the document of another order', exchanged, opened],
  ])('%s', async (_, script, look) => {
    const methods = await changed(script)
    await expect((async () => look(methods))()).rejects.toMatchObject({ name: 'DamageError' })
    expect(await methods['mirror.status']({})).toMatchObject({
      orders: 0,
      setAside: expect.stringMatching(/damaged/),
    })
    await methods['mirror.open']({ key: '', now })
  })
})

test('what is as it was written is shown and opened, whatever strangers wrote', async () => {
  const methods = await changed('select 1')
  const { rows } = await shown(methods)
  expect(rows.map(({ reference, total }) => [reference, total])).toEqual([
    ['ORDRREF00001', '10.50'],
    ['ORDRREF00002', '10.50'],
    ['ORDRREF00003', '10.50'],
  ])
  expect(rows[0]).not.toHaveProperty('check')
  expect(JSON.parse((await opened(methods))?.text ?? '')).toEqual(order(2))
  await methods['mirror.open']({ key: '', now })
})

test('orders that were written before there were checksums are read as they are', async () => {
  const methods = await changed(
    "update shown set row = json_remove(row, '$.check'); update documents set doc = substr(doc, 6)",
  )
  expect((await shown(methods)).rows).toHaveLength(3)
  expect(JSON.parse((await opened(methods))?.text ?? '')).toEqual(order(2))
  await methods['mirror.open']({ key: '', now })
})
