import { readPieces, type StockColumnId, type StockProblem, type StockRow } from '@shared/features/stock'
import type { ProfileId } from '@shared/kernel/ids'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from '../../grid/column'
import { missing, useFormat } from '../../lib/format'
import { toastNote } from '../../ui/toasts'
import { AvailableCell } from './available-cell'
import { availableParts, stateParts } from './cell-parts'
import { type ProductNames, productName } from './product-names'
import { StateCell } from './state-cell'
import type { StockDesk } from './stock-desk'
import { useStockRules } from './use-stock-rules'

interface ColumnsOptions {
  readonly profile: ProfileId
  readonly desk: StockDesk
  readonly names: ProductNames
  /** Nothing can be typed. */
  readonly isReadOnly: boolean
}

/** The column that is typed into. */
export const availableColumn = 'available'

/** The columns of the stock list, in their first order. */
export function useStockColumns({
  profile,
  desk,
  names,
  isReadOnly,
}: ColumnsOptions): readonly GridColumn<StockRow>[] {
  const { t } = useTranslation('stock')
  const format = useFormat()
  const { rules, set } = useStockRules(profile)
  return useMemo(() => {
    const headers = t('columns', { returnObjects: true })
    const column = (
      id: StockColumnId,
      rest: Omit<GridColumn<StockRow>, 'id' | 'header'>,
    ): GridColumn<StockRow> => ({ id, header: headers[id], sortable: true, ...rest })
    const count = (value: number | null) => (value === null ? missing : format.count(value))
    const pieces = (id: 'total' | 'reserved' | 'booked') =>
      column(id, {
        raw: (row) => String(row[id] ?? ''),
        text: (row) => count(row[id]),
        // Nine digits and their commas; the longest heading in Dutch.
        width: { total: 94, reserved: 98, booked: 80 }[id],
        align: 'end',
      })
    const refuse = (problem: StockProblem) =>
      toastNote({ title: t(`problem.${problem}`), message: t('problem.kept'), cause: 'stock typed' })
    const typed = (row: StockRow, text: string) => {
      // What is emptied is taken back.
      if (text.trim() === '') return desk.edit([{ stock: row.id, now: row, wanted: undefined }])
      const read = readPieces(text, rules.limit)
      if ('problem' in read) return refuse(read.problem)
      desk.edit([{ stock: row.id, now: row, wanted: read.pieces }])
    }
    return [
      column('label', { raw: ({ label }) => label ?? '', width: 190, grows: true }),
      column('product', {
        raw: (row) => productName(row, names) ?? '',
        hint: ({ product }) => product,
        width: 150,
      }),
      column('productId', { raw: ({ product }) => product ?? '', width: 110, mono: true, hidden: true }),
      pieces('total'),
      pieces('reserved'),
      pieces('booked'),
      column(availableColumn, {
        raw: (row) => String(desk.editOf(row.id)?.wanted ?? row.available ?? ''),
        parts: (row) => availableParts(row, desk.editOf(row.id), count),
        cell: ({ row }) => <AvailableCell row={row} desk={desk} format={format} />,
        width: 140,
        align: 'end',
        edit: {
          can: ({ active }) => !isReadOnly && active !== false,
          begins: (key) => /^[\d+-]$/.test(key),
          onTyped: typed,
        },
      }),
      column('state', {
        raw: ({ active }) => (active === false ? t('standing.closed') : ''),
        parts: (row) => stateParts(row, { rules, result: desk.view().results.get(row.id), t }),
        cell: ({ row }) => <StateCell row={row} desk={desk} rules={rules} />,
        width: 130,
      }),
      column('low', {
        raw: ({ id }) => String(rules.lows[id] ?? ''),
        width: 84,
        align: 'end',
        sortable: false,
        headerHint: t('rules.rowHint'),
        edit: {
          can: () => true,
          begins: (key) => /^\d$/.test(key),
          onTyped: ({ id }, text) => {
            // What is emptied has no number of its own any more.
            const isEmptied = text.trim() === ''
            const read = readPieces(text, undefined)
            if ('problem' in read && !isEmptied) return refuse(read.problem)
            set({ rule: 'rowLow', stock: id, ...('pieces' in read ? { pieces: read.pieces } : {}) })
          },
        },
      }),
      column('modified', {
        raw: ({ modified }) => modified ?? '',
        text: ({ modified }) => format.recorded(modified),
        hint: ({ modified }) => modified,
        width: 172,
      }),
      column('modifiedBy', {
        raw: ({ modifiedBy, modifiedByEmail }) => modifiedBy ?? modifiedByEmail ?? '',
        hint: ({ modifiedByEmail }) => modifiedByEmail,
        width: 100,
      }),
      column('id', { raw: ({ id }) => id, width: 190, mono: true, hidden: true }),
    ]
  }, [t, format, desk, names, isReadOnly, rules, set])
}
