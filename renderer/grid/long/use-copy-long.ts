import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Format, useFormat } from '../../lib/format'
import { endProgress, toastDone, toastError, toastNote, toastProgress } from '../../ui/toasts'
import type { GridColumn } from '../column'
import { type CopyColumn, headingsAsTsv, rowsAsTsv, rowsBelowAsTsv } from '../copy-rows'
import type { GridRefs } from '../grid-refs'
import { columnsOnScreen, focusedValue, useCopy } from '../use-copy-rows'
import { type LongRows, type Slot, slotRow } from './long-rows'
import { ListMoved, readSelected } from './read-selected'
import { type RowSelection, selectedCount } from './row-selection'

/** Most rows that are copied: a spreadsheet has little more, and all of them are in memory at once. */
const mostRows = 100_000
const toastId = 'copy-rows'
/** Milliseconds after which it is said how far it is. */
const patience = 400

interface CopyLongOptions<Row> {
  readonly rows: LongRows<Row>
  readonly rowKey: (row: Row) => string
  readonly columns: readonly GridColumn<Row>[]
  readonly selection: RowSelection
  /** How many rows of the list are selected, where they were counted. */
  readonly selectedInList: number | undefined
}

/**
 * Copies like `useCopyRows`. Selected rows that are not here are read first, in blocks, and the clipboard gets them once
 * they all are; up to then it holds what it held.
 */
export function useCopyLong<Row>(refs: GridRefs<Slot<Row>>, options: CopyLongOptions<Row>) {
  const { rows, columns, selection } = options
  const { t } = useTranslation('grid')
  const format = useFormat()
  const running = useRef<AbortController | undefined>(undefined)

  const copyMany = async (onScreen: readonly CopyColumn<Row>[], count: number) => {
    running.current?.abort()
    const stop = new AbortController()
    running.current = stop
    const begun = Date.now()
    const tell = (read: number, of: number) => {
      if (Date.now() - begun < patience || stop.signal.aborted) return
      toastProgress({
        id: toastId,
        title: t('copy.running', { number: format.count(count) }),
        message: t('copy.progress', { read: format.count(read), of: format.count(of) }),
        onClose: () => stop.abort(),
      })
    }
    try {
      const copied = await readText(options, { onScreen, signal: stop.signal, onProgress: tell })
      if (stop.signal.aborted) return
      await navigator.clipboard.writeText(copied.text)
      toastDone({ title: t('copy.done', { count: copied.count, number: format.count(copied.count) }) })
    } catch (error) {
      if (error instanceof ListMoved) toastNote({ title: t('copy.moved'), cause: 'copy' })
      else if (!stop.signal.aborted) toastError(error)
    } finally {
      if (running.current === stop) endProgress(toastId)
    }
  }

  return useCopy(refs, (api) => {
    const count = options.selectedInList ?? selectedCount(selection, rows.source()?.total ?? 0)
    if (count === 0) return focusedValue(api, columns, slotRow)
    if (count > mostRows) {
      toastNote({ ...tooMany(count, { t, format }), cause: 'copy' })
      return 'later'
    }
    const onScreen = columnsOnScreen(api, columns)
    const here = rowsHere(rows, selection)
    if (here) return rowsAsTsv(here, onScreen)
    void copyMany(onScreen, count)
    return 'later'
  })
}

function tooMany(
  count: number,
  { t, format }: { t: ReturnType<typeof useTranslation<'grid'>>['t']; format: Format },
) {
  return {
    title: t('copy.tooMany', { number: format.count(count) }),
    message: t('copy.limit', { limit: format.count(mostRows) }),
  }
}

/** The selected rows in the order of the list, where all of them are here. */
function rowsHere<Row>(rows: LongRows<Row>, selection: RowSelection): Row[] | undefined {
  if (selection.kind === 'all-but') return undefined
  const places = selection.keys.map((key) => rows.indexOf(key))
  if (!places.every((place) => place !== undefined)) return undefined
  return places.sort((a, b) => a - b).flatMap((place) => rows.rowAt(place) ?? [])
}

async function readText<Row>(
  { rows, rowKey, selection }: CopyLongOptions<Row>,
  rest: {
    readonly onScreen: readonly CopyColumn<Row>[]
    readonly signal: AbortSignal
    readonly onProgress: (read: number, of: number) => void
  },
): Promise<{ text: string; count: number }> {
  const { onScreen, signal, onProgress } = rest
  const source = rows.source()
  const parts = [headingsAsTsv(onScreen)]
  let count = 0
  if (source) {
    for await (const some of readSelected({ source, selection, rowKey, signal, onProgress })) {
      parts.push(rowsBelowAsTsv(some, onScreen))
      count += some.length
    }
  }
  return { text: parts.join('\n'), count }
}
