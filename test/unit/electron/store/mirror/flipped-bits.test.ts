import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { ExportKind } from '@shared/features/mirror'
import { beforeEach, expect, test } from 'vitest'
import { mirrorMethods } from '../../../../../electron/store/mirror/methods'
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
const count = 150
const references = Array.from({ length: count }, (_, at) => `ORDRREF${10_000 + at}`)
const orders = references.map((order_reference, at) =>
  smallOrder({
    order_reference,
    order_created: new Date(now - at * 7_000_000).toISOString(),
    order_pricing: { price_total: `${10 + at * 3}.50` },
    order_notes: [{ note_value: `wheelchair ${at}` }],
    order_bookings: [
      {
        booking_reference: `B${at}`,
        product_currency_code: at % 3 === 0 ? 'USD' : 'EUR',
        booking_travel_date: new Date(now + at * 9_000_000).toISOString(),
        product_title: `Canal cruise ${at % 7}`,
      },
    ],
  }),
)
const step = Number(process.env.STEP ?? 6083)
const everything = { filters: {}, sort: { by: 'created', direction: 'desc' } } as const

type Methods = ReturnType<typeof mirrorMethods>

async function exported(methods: Methods, as: ExportKind) {
  const begun = await methods['mirror.beginExport']({ query: everything, as, layout: layoutOf(), now })
  if (begun === 'gone') throw new Error('the list is gone')
  const parts: string[] = []
  for (;;) {
    const part = await methods['mirror.nextOfExport']({ export: begun.export })
    if (part === 'gone') throw new Error('the export is gone')
    parts.push(Buffer.from(part.bytes).toString())
    if (part.end) return { lines: parts.join('').split('\n'), totals: part.end.totals }
  }
}

/** Whatever a person sees, opens or exports of the orders. */
async function read(methods: Methods) {
  const { list, rows } = await methods['mirror.query']({ query: everything, rows: 500 })
  const documents = references.map((reference) => methods['mirror.order']({ reference }))
  const csv = await exported(methods, 'csv')
  const lines = await exported(methods, 'jsonl')
  return { rows, documents: await Promise.all(documents), csv, lines, list }
}

test('a bit that flips anywhere in the file never shows, opens or exports an order other than it was written', async () => {
  const { methods, take } = await openedMirror({ path, key })
  await take(orders)
  await methods['mirror.keep']({ name: 'views', value: '[]' })
  const whole = await read(methods)
  const sum = await methods['mirror.totals']({ list: whole.list })
  await methods['mirror.open']({ key: '', now })
  const bytes = readFileSync(path)
  const rowOf = new Map(whole.rows.map((row) => [row.reference, row]))

  const found = { told: 0, same: 0, otherSums: 0, wrong: [] as string[] }
  // No part of a page, so that every part of one has its turn.
  for (let at = 100; at < bytes.length; at += step) {
    for (const name of readdirSync(folder)) rmSync(join(folder, name))
    const flipped = Buffer.from(bytes)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
    writeFileSync(path, flipped)
    const again = mirrorMethods()
    const opened = await again['mirror.open']({ path, key, now })
    const seen = await read(again).catch(() => undefined)
    const { setAside } = await again['mirror.status']({})
    if (!opened.ok || setAside !== undefined) found.told++
    else if (!seen) found.wrong.push(`what cannot be read at ${at} is not taken for damage`)
    else {
      const isOther = seen.rows.some((row) => !isDeepStrictEqual(row, rowOf.get(row.reference)))
      if (isOther) found.wrong.push(`row at ${at}`)
      const otherDocument = seen.documents.some(
        (document, place) => document && document.text !== whole.documents[place]?.text,
      )
      if (otherDocument) found.wrong.push(`document at ${at}`)
      const isComplete = seen.rows.length === count
      if (isComplete && !isDeepStrictEqual(seen.csv.totals, whole.csv.totals))
        found.wrong.push(`totals of the file at ${at}`)
      const totals = await again['mirror.totals']({ list: seen.list })
      if (isComplete && isDeepStrictEqual(totals, sum)) found.same++
      else found.otherSums++
    }
    await again['mirror.open']({ key: '', now })
  }
  expect(found.wrong).toEqual([])
  expect(found.told).toBeGreaterThan(15)
})
