import type { Operation, OperationEffect, OperationField } from '@shared/features/operations'
import { stockFiguresSchema } from '@shared/features/stock'
import type { Entry } from '../../journal'
import { type StockIntent, stockIntentSchema } from './stock-definition'

/** What a change of stock was to do and did, for the Operations screen. What was purged is left out. */
export interface StockDescription {
  readonly stock?: Operation['stock']
  readonly changes?: Operation['changes']
  readonly effect: OperationEffect
  readonly fields?: readonly OperationField[]
}

const noMoney: OperationEffect = { refunds: [], differences: [] }

export function describeStock(entry: Entry): StockDescription {
  const intent = stockIntentSchema.safeParse(entry.intent).data
  if (!intent) return { effect: noMoney }
  const read = entry.state === 'needs-review' ? entry.after : entry.found
  const now = stockFiguresSchema.safeParse(read).data
  const { stock, label, product, seen, wanted } = intent
  return {
    stock: {
      id: stock,
      ...(label === undefined ? {} : { label }),
      ...(product === undefined ? {} : { product }),
    },
    changes: [
      {
        path: availablePath,
        kind: 'changed',
        ...(seen.available === null ? {} : { before: String(seen.available) }),
        after: String(wanted),
      },
    ],
    effect: noMoney,
    ...(now || entry.state === 'needs-review' ? { fields: fieldsOf(intent, now) } : {}),
  }
}

const availablePath = [{ field: 'stock_items_available' }]

/** What was to change, and what else counts as having moved. */
function fieldsOf({ seen, wanted }: StockIntent, now: StockIntent['seen'] | undefined): OperationField[] {
  const row = (field: string, before: number | null, is: number | null | undefined): OperationField => ({
    path: [{ field }],
    ...(before === null ? {} : { before: String(before) }),
    ...(is === null || is === undefined ? {} : { now: String(is) }),
  })
  return [
    { ...row('stock_items_available', seen.available, now?.available), wanted: String(wanted) },
    row('stock_items_reserved', seen.reserved, now?.reserved),
    row('stock_items_booked', seen.booked, now?.booked),
  ]
}
