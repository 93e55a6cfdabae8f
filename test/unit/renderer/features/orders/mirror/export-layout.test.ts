import { exportLayoutSchema } from '@shared/features/mirror'
import { type OrderRow, paymentStates } from '@shared/features/orders'
import i18next from 'i18next'
import { expect, test } from 'vitest'
import { exportLayout } from '../../../../../../renderer/features/orders/mirror/export-layout'
import type { GridColumn } from '../../../../../../renderer/grid/column'
import { startI18n } from '../../../../../../renderer/lib/i18n'
import mirror from '../../../../../../resources/locales/en/mirror.json'
import orders from '../../../../../../resources/locales/en/orders.json'

await startI18n('en')
const t = i18next.getFixedT<['orders', 'mirror']>('en', ['orders', 'mirror'])

const column = (id: string, rest: Partial<GridColumn<OrderRow>> = {}): GridColumn<OrderRow> => ({
  ...{ id, header: `The ${id}`, raw: () => '', width: 100 },
  ...rest,
})
const columns = [
  column('reference'),
  column('guest'),
  column('total'),
  column('channel', { hidden: true }),
  column('notInFiles'),
]
const idsOf = (arranged: Parameters<typeof exportLayout>[0]['arranged']) =>
  exportLayout({ columns, arranged, t }).columns.map(({ id }) => id)

test('the columns on screen are written, under their headings; what no file has is left out', () => {
  expect(exportLayout({ columns, arranged: [], t }).columns).toEqual([
    { id: 'reference', header: 'The reference' },
    { id: 'guest', header: 'The guest' },
    { id: 'total', header: 'The total' },
  ])
})

test('they stand in the order and the choice that a person has given them', () => {
  const arranged = [
    { id: 'total' },
    { id: 'guest', hidden: true },
    { id: 'channel', hidden: false },
    { id: 'reference' },
  ]
  expect(idsOf(arranged)).toEqual(['total', 'channel', 'reference'])
})

test('every state of payment has its word, and so do the columns beside others', () => {
  const layout = exportLayout({ columns, arranged: [], t })
  expect(exportLayoutSchema.parse(layout)).toEqual(layout)
  expect(Object.keys(layout.payments).sort()).toEqual([...paymentStates].sort())
  expect(layout.payments.paid).toBe(orders.payment.paid)
  expect(layout.beside).toEqual({ currency: orders.columns.currency, offset: mirror.export.offset })
  expect(layout.ticketKindMissing).toBe(orders.ticketKindMissing)
})
