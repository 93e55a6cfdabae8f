import type { StockRow } from '@shared/features/stock'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridEditing } from '../../grid/editing/grid-editing'
import { useFormat } from '../../lib/format'
import { toastNote } from '../../ui/toasts'
import { fillDown } from './fill-down'
import { readBlock, wantedOfBlock } from './pasted-block'
import type { StockDesk } from './stock-desk'
import { availableColumn } from './use-stock-columns'

interface EditingOptions {
  readonly desk: StockDesk
  readonly isReadOnly: boolean
  /** Most pieces of a row that the person allows. */
  readonly limit: number | undefined
  /** The rows with a tick, in the order on screen. */
  readonly selected: readonly StockRow[]
}

/** Of notes about what was pasted. */
const cause = 'stock pasted'

/** What keys and the clipboard do to the cells, beside typing. */
export function useStockEditing({
  desk,
  isReadOnly,
  limit,
  selected,
}: EditingOptions): GridEditing<StockRow> | undefined {
  const { t } = useTranslation('stock')
  const format = useFormat()
  return useMemo(() => {
    if (isReadOnly) return undefined
    return {
      onPaste: ({ text, rows, columns }) => {
        const block = readBlock(text, columns.indexOf(availableColumn))
        if ('problem' in block)
          return toastNote({ title: t(`paste.${block.problem}`), message: t('problem.kept'), cause })
        const { wanted, leftOut } = wantedOfBlock(block.cells, rows(block.cells.length), limit)
        desk.edit(wanted)
        if (leftOut.length === 0) return
        toastNote({
          cause,
          title: t('paste.leftOut', { count: leftOut.length, number: format.count(leftOut.length) }),
          message: leftOut
            .slice(0, 5)
            .map(({ line, why }) => t('paste.line', { line: format.count(line), why: t(`leftOut.${why}`) }))
            .join(' '),
        })
      },
      onKey: (keys, row) => {
        if (keys === 'Mod+Z') desk.undo()
        else if (keys === 'Mod+Shift+Z' || keys === 'Mod+Y') desk.redo()
        else if (keys === 'Delete') desk.edit([{ stock: row.id, now: row, wanted: undefined }])
        else if (keys === 'Mod+D') desk.edit(fillDown(selected, desk.editOf))
        else return false
        return true
      },
    }
  }, [desk, isReadOnly, limit, selected, t, format])
}
