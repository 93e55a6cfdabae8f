import { hasStockMoved, type StockRow } from '@shared/features/stock'
import { useTranslation } from 'react-i18next'
import { type Format, missing } from '../../lib/format'
import type { StockEdit } from './edits'
import classes from './stock.module.css'
import { type StockDesk, useDesk } from './stock-desk'

interface AvailableCellProps {
  readonly row: StockRow
  readonly desk: StockDesk
  /** Given, as cells come and go by the hundred while a list is scrolled. */
  readonly format: Format
}

/** What can be sold: as the server has it, or what it was and what it is to become. */
export function AvailableCell({ row, desk, format }: AvailableCellProps) {
  const edit = useDesk(desk, ({ history }) => history.edits.get(row.id))
  const pieces = (value: number | null) => (value === null ? missing : format.count(value))
  if (edit) return <EditedCell row={row} edit={edit} pieces={pieces} />
  return <span className={classes.pieces}>{pieces(row.available)}</span>
}

interface EditedCellProps {
  readonly row: StockRow
  readonly edit: StockEdit
  readonly pieces: (value: number | null) => string
}

function EditedCell({ row, edit, pieces }: EditedCellProps) {
  const { t } = useTranslation('stock')
  const hasMoved = hasStockMoved(edit.seen, row)
  return (
    <span
      className={classes.edited}
      data-moved={hasMoved || undefined}
      title={hasMoved ? t('cell.moved', { now: pieces(row.available) }) : undefined}
    >
      <del className={classes.before}>{pieces(edit.seen.available)}</del>
      <span aria-hidden> → </span>
      <ins className={classes.wanted}>{pieces(edit.wanted)}</ins>
      {hasMoved ? (
        <span className={classes.moved}> ({t('cell.now', { now: pieces(row.available) })})</span>
      ) : null}
    </span>
  )
}
