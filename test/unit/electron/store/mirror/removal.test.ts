import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { openMirror } from '../../../../../electron/store/mirror/mirror-file'
import { statement } from '../../../../../electron/store/sql'
import { openedMirror, pageOf, smallOrder } from '../../../../support/mirror-orders'
import { temporaryFolder } from '../../../../support/temporary-folder'

let folder: string
let path: string
beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder, 'mirror.db')
})

const day = 86_400_000
const now = Date.parse('2026-06-01T00:00:00Z')
const daysAgo = (days: number) => new Date(now - days * day).toISOString()

/** An order of somebody whose name nothing else has in it; travelled ten days after it was made. */
const orderOf = (reference: string, name: string, made: number, changes: object = {}) =>
  smallOrder({
    order_reference: reference,
    order_created: daysAgo(made),
    order_modified: daysAgo(made),
    order_contacts: [
      { contact_type: 'BOOKER', contact_name_first: name, contact_email: `${name}@example.com` },
    ],
    order_bookings: [{ booking_status: 'BOOKING_CONFIRMED', booking_travel_date: daysAgo(made - 10) }],
    ...changes,
  })

const ticketsOf = (...payments: string[]) => [
  {
    booking_status: 'BOOKING_CONFIRMED',
    booking_travel_date: daysAgo(490),
    product_type_details: payments.map((payment) => ({ product_type_payment_status: payment })),
  },
]

const found = async ({ methods }: Awaited<ReturnType<typeof openedMirror>>, text?: string) => {
  const query = {
    ...(text ? { text } : {}),
    filters: {},
    sort: { by: 'reference', direction: 'asc' },
  } as const
  return (await methods['mirror.query']({ query, rows: 500 })).rows.map(({ reference }) => reference)
}

describe('a purge', () => {
  test('removes what is settled, made and travelled before, and nothing else', async () => {
    const mirror = await openedMirror()
    const kept = {
      NEWER001: orderOf('NEWER001', 'Ann', 30),
      TRAVEL01: orderOf('TRAVEL01', 'Ann', 500, {
        order_bookings: [{ booking_status: 'BOOKING_CONFIRMED', booking_travel_date: daysAgo(1) }],
      }),
      VALID001: orderOf('VALID001', 'Ann', 500, {
        order_bookings: [{ booking_status: 'BOOKING_CONFIRMED', booking_valid_until: daysAgo(-50) }],
      }),
      PENDING1: orderOf('PENDING1', 'Ann', 500, { order_status: 'ORDER_PENDING' }),
      SUPPLIER: orderOf('SUPPLIER', 'Ann', 500, {
        order_bookings: [{ booking_status: 'BOOKING_PENDING_SUPPLIER', booking_travel_date: daysAgo(490) }],
      }),
      NEWWORD1: orderOf('NEWWORD1', 'Ann', 500, { order_status: 'ORDER_SOMETHING_NEW' }),
      REFUND01: orderOf('REFUND01', 'Ann', 500, {
        order_payments: [{ payment_type: 'REFUND', payment_status: 'IN_PROGRESS', payment_amount: '1.00' }],
      }),
      PAYMENT1: orderOf('PAYMENT1', 'Ann', 500, {
        order_payments: [{ payment_type: 'CAPTURE', payment_status: 'PENDING', payment_amount: '1.00' }],
      }),
      REFUSED1: orderOf('REFUSED1', 'Ann', 500, {
        order_payments: [{ payment_type: 'CAPTURE', payment_status: 'REFUSED', payment_amount: '1.00' }],
      }),
      HALFPAID: orderOf('HALFPAID', 'Ann', 500, { order_bookings: ticketsOf('PAID', 'PENDING') }),
    }
    const settled = [
      orderOf('SETTLED1', 'Bert', 500, {
        order_status: 'ORDER_CANCELLED',
        order_payments: [{ payment_type: 'CAPTURE', payment_status: 'REFUSED', payment_amount: '1.00' }],
      }),
      orderOf('SETTLED2', 'Bert', 500, { order_bookings: ticketsOf('PAID', 'REFUNDED') }),
      orderOf('SETTLED3', 'Bert', 500, { order_settlement_type: 'VENUE' }),
      orderOf('SETTLED4', 'Bert', 500, { order_settlement_type: 'INVOICE' }),
    ]
    const gone = Array.from({ length: 116 }, (_, at) => orderOf(`GONE${1000 + at}`, 'Bert', 450 + at))
    await mirror.take([...Object.values(kept), ...settled, ...gone])
    const before = now - 400 * day
    expect(await mirror.methods['mirror.purge']({ before, limit: 70 })).toEqual({ removed: 70, more: true })
    expect(await mirror.methods['mirror.purge']({ before, limit: 70 })).toEqual({ removed: 50, more: false })
    expect(await mirror.methods['mirror.purge']({ before, limit: 70 })).toEqual({ removed: 0, more: false })
    expect(await found(mirror)).toEqual(Object.keys(kept).sort())
    expect(await found(mirror, 'bert')).toEqual([])
    expect(await found(mirror, 'ann')).toHaveLength(10)
    expect(await mirror.methods['mirror.status']({})).toMatchObject({ orders: 10 })
  })

  test('of an unencrypted copy leaves no trace in the file, in the log or in the index', async () => {
    // Without a key the pages lie open, as they do for whoever has it.
    const mirror = await openedMirror({ path, key: '' })
    await mirror.take([orderOf('KEPT0001', 'Annabel', 1), orderOf('GONE0001', 'Qzwilhelmina', 500)])
    const holding = (text: string) =>
      readdirSync(folder).filter((file) =>
        new RegExp(text, 'i').test(readFileSync(join(folder, file), 'latin1')),
      )
    expect(holding('Qzwilhelmina')).not.toEqual([])
    expect(await mirror.methods['mirror.purge']({ before: now - 400 * day, limit: 5 })).toMatchObject({
      removed: 1,
    })
    for (const word of ['Qzwilhelmina', 'qzw', 'ilhelmina', 'GONE0001'])
      expect(holding(word), word).toEqual([])
    expect(holding('Annabel')).not.toEqual([])
  })

  test('leaves no word of it in the index', async () => {
    const mirror = await openedMirror({ path, key: 'ab'.repeat(32) })
    await mirror.take([orderOf('KEPT0001', 'Annabel', 1), orderOf('GONE0001', 'Qzwilhelmina', 500)])
    await mirror.methods['mirror.remove']({ references: ['GONE0001', 'NOTTHERE'] })
    // Lets go of the file.
    await mirror.methods['mirror.open']({ key: '', now })
    const opened = openMirror({ path, key: 'ab'.repeat(32), now })
    if (!opened.ok) throw new Error(opened.error)
    const { sql } = opened.value
    sql.script("create virtual table temp.terms using fts5vocab('main', 'words', 'row')")
    const terms = sql.all(statement('select cast(term as blob) as term from terms', {}, { term: 'utf8' }), {})
    expect(terms.map(({ term }) => term)).toContain('annabel')
    expect(terms.filter(({ term }) => /qz|gone/.test(term))).toEqual([])
    sql.close()
  })
})

describe('orders whose removal is asked for twice at once', () => {
  test('are gone, and everything else stays', async () => {
    const mirror = await openedMirror({ path, key: 'ab'.repeat(32) })
    const gone = Array.from({ length: 120 }, (_, at) => `GONE${1000 + at}`)
    await mirror.take([orderOf('KEPT0001', 'Ann', 3), ...gone.map((name) => orderOf(name, 'Bert', 500))])
    const remove = (references: string[]) => mirror.methods['mirror.remove']({ references })
    const answers = await Promise.all([remove(gone), remove(gone), remove([...gone, 'KEPT0001'])])
    expect(answers.reduce((sum, { removed }) => sum + removed, 0)).toBe(121)
    expect(await found(mirror)).toEqual([])
    const purge = mirror.methods['mirror.purge']
    await mirror.take([orderOf('KEPT0001', 'Ann', 3), ...gone.map((name) => orderOf(name, 'Bert', 500))])
    await Promise.all([purge({ before: now - 400 * day, limit: 500 }), remove(gone)])
    expect(await found(mirror)).toEqual(['KEPT0001'])
    const status = await mirror.methods['mirror.status']({})
    expect(status.orders).toBe(1)
    expect(status).not.toHaveProperty('setAside')
    expect(readdirSync(folder).filter((file) => file.includes('damaged'))).toEqual([])
  })
})

describe('an order whose personal data was replaced at the API', () => {
  test('loses it here with the next reading, in the file and in the log', async () => {
    const mirror = await openedMirror({ path, key: '' })
    await mirror.take([orderOf('ORDER001', 'Qzwilhelmina', 3)])
    await mirror.take([orderOf('ORDER001', 'Anonymous', 3, { order_version: 2, order_redacted: true })])
    expect(await found(mirror, 'qzwilhelmina')).toEqual([])
    expect(await found(mirror, 'anonymous')).toEqual(['ORDER001'])
    for (const file of readdirSync(folder))
      expect(readFileSync(join(folder, file), 'latin1')).not.toMatch(/qzwilhelmina/i)
  })

  test('does not get it back from an answer of before that comes late, of the same version', async () => {
    const mirror = await openedMirror({ path, key: '' })
    await mirror.take([orderOf('ORDER001', 'Anonymous', 3, { order_redacted: true })], 1000)
    await mirror.take([orderOf('ORDER001', 'Qzwilhelmina', 3)], 2000)
    expect(await found(mirror, 'qzwilhelmina')).toEqual([])
    expect(await found(mirror, 'anonymous')).toEqual(['ORDER001'])
  })
})

test('an encrypted file, its log included, holds no name, no e-mail and no reference in the clear', async () => {
  const mirror = await openedMirror({ path })
  const text = pageOf(
    Array.from({ length: 300 }, (_, at) => orderOf(`ORDER${1000 + at}`, 'Qzwilhelmina', at)),
  )
  await mirror.methods['mirror.take']({ text, askedAt: 1, state: 'window of Qzwilhelmina' })
  const files = readdirSync(folder)
  expect(files).toContain('mirror.db-wal')
  for (const file of files)
    expect(readFileSync(join(folder, file), 'latin1')).not.toMatch(/qzw|order1|example|sqlite/i)
})
