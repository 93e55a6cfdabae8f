import { ActionIcon, Button, Group, Radio, Stack, Text, Tooltip } from '@mantine/core'
import {
  type StockFileKind,
  type StockRow,
  type StockStanding,
  stockColumns,
  stockFileKinds,
  stockStandings,
} from '@shared/features/stock'
import type { ProfileId } from '@shared/kernel/ids'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from '../../grid/column'
import { arrangeColumns, type ColumnLayout } from '../../grid/column-layout'
import { useFormat } from '../../lib/format'
import { ipc } from '../../lib/ipc'
import { useShortcut } from '../../lib/shortcuts'
import { Dialog } from '../../ui/dialog'
import { toastDone, toastError } from '../../ui/toasts'
import { placesOf } from './places-of'

/** What is on screen. */
interface ShownStock {
  readonly profile: ProfileId
  readonly reading: string | undefined
  /** All rows, in the order of that reading. */
  readonly all: readonly StockRow[]
  readonly rows: readonly StockRow[]
  readonly columns: readonly GridColumn<StockRow>[]
  /** How a person has arranged them. */
  readonly layout: readonly ColumnLayout[]
  /** Changes that are not saved. */
  readonly changes: number
}

/** Saves the rows on screen as a file. */
export function ExportButton({ shown }: { shown: ShownStock }) {
  const { t } = useTranslation('stock')
  const [isOpen, setOpen] = useState(false)
  const isEmpty = shown.rows.length === 0 || shown.reading === undefined
  return (
    <>
      <Tooltip label={t('export.open')}>
        <ActionIcon aria-label={t('export.open')} disabled={isEmpty} onClick={() => setOpen(true)}>
          <IconDownload size={16} />
        </ActionIcon>
      </Tooltip>
      {isOpen ? <ExportDialog shown={shown} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function ExportDialog({ shown, onClose }: { shown: ShownStock; onClose: () => void }) {
  const { t } = useTranslation('stock')
  const format = useFormat()
  const [as, setAs] = useState<StockFileKind>('xlsx')
  const { profile, reading = '', all, rows, columns, layout, changes } = shown
  const counted = (count: number) => ({ count, number: format.count(count) })
  const save = useMutation({
    mutationFn: () => {
      const places = placesOf(rows, all)
      return ipc.stock.exportStock({
        ...{ profile, as, reading, columns: fileColumns(columns, layout) },
        words: Object.fromEntries(stockStandings.map((one) => [one, t(`standing.${one}`)])) as Record<
          StockStanding,
          string
        >,
        ...(places ? { rows: places } : {}),
      })
    },
    onSuccess: ({ savedAs, rows: count }) => {
      if (savedAs === undefined) return
      toastDone({ title: t('export.done', counted(count)), message: savedAs })
      onClose()
    },
    onError: (error) => toastError(error),
  })
  const submit = () => {
    if (!save.isPending) save.mutate()
  }
  useShortcut('submitForm', submit, { inDialog: true })
  return (
    <Dialog onClose={onClose} title={t('export.title')} size="md">
      <Stack gap={16}>
        <Radio.Group
          label={t('export.as')}
          value={as}
          onChange={(value) => setAs(stockFileKinds.find((kind) => kind === value) ?? as)}
        >
          <Stack gap={8} mt={4}>
            {stockFileKinds.map((kind) => (
              <Radio
                key={kind}
                value={kind}
                label={t(`export.kind.${kind}`)}
                description={t(`export.hint.${kind}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Text inherit>{t('export.what', counted(rows.length))}</Text>
        {changes > 0 ? <Text inherit>{t('export.notSaved', counted(changes))}</Text> : null}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            {t('export.cancel')}
          </Button>
          <Button data-autofocus loading={save.isPending} onClick={submit}>
            {t('export.save')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

/** The columns on screen, in their order; and the ID, by which a file finds its rows again. */
function fileColumns(columns: readonly GridColumn<StockRow>[], layout: readonly ColumnLayout[]) {
  const shown = arrangeColumns(columns, layout).filter(({ id, hidden }) => !hidden || id === 'id')
  return shown.flatMap(({ id }) => {
    const known = stockColumns.find((column) => column === id)
    const header = columns.find((column) => column.id === id)?.header
    return known && header !== undefined ? [{ id: known, header }] : []
  })
}
