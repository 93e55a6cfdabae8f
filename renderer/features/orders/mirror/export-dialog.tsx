import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { type ExportKind, exportKinds, type mirrorOperations } from '@shared/features/mirror'
import type { OrderRow } from '@shared/features/orders'
import type { InputOf } from '@shared/ipc/define'
import type { ProfileId } from '@shared/kernel/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from '../../../grid/column'
import type { ColumnLayout } from '../../../grid/column-layout'
import type { RowSelection } from '../../../grid/long/row-selection'
import { useFormat } from '../../../lib/format'
import { Dialog } from '../../../ui/dialog'
import { exportLayout } from './export-layout'
import type { MirrorList } from './use-mirror-list'
import { choiceOf, useSelected } from './use-selected'

export interface ExportDialogProps {
  readonly profile: ProfileId
  readonly list: MirrorList
  /** As far as it holds for the question of the list. */
  readonly selection: RowSelection
  readonly columns: readonly GridColumn<OrderRow>[]
  /** How a person has arranged them. */
  readonly layout: readonly ColumnLayout[]
  readonly onExport: (wanted: InputOf<(typeof mirrorOperations)['exportOrders']>) => void
  readonly onClose: () => void
}

/** Asks which orders are saved and as what, and says that what was encrypted is then in a file that is not. */
export function ExportDialog(props: ExportDialogProps) {
  const { profile, list, selection, columns, layout, onExport, onClose } = props
  const { t } = useTranslation(['orders', 'mirror'])
  const format = useFormat()
  const total = list.source?.total ?? 0
  const { inList: selected = 0, notShown } = useSelected(profile, list, selection)
  const [asked, setAsked] = useState<'all' | 'selected'>('selected')
  const which = selected > 0 ? asked : 'all'
  const [as, setAs] = useState<ExportKind>('xlsx')
  const save = () => {
    const { data } = list.query
    if (!data) return
    onExport({
      ...{ profile, list: data.list, query: data.query, as },
      ...(which === 'selected' ? { choice: choiceOf(selection) } : {}),
      layout: exportLayout({ columns, arranged: layout, t }),
    })
  }
  return (
    <Dialog onClose={onClose} title={t('mirror:export.title')} size="md">
      <Stack gap={16}>
        {selected > 0 ? (
          <Radio.Group
            label={t('mirror:export.which')}
            value={which}
            onChange={(value) => setAsked(value === 'selected' ? 'selected' : 'all')}
          >
            <Stack gap={4} mt={4}>
              <Radio
                value="selected"
                label={t('mirror:export.selected', { number: format.count(selected) })}
                description={
                  notShown > 0
                    ? t('mirror:export.notShown', { count: notShown, number: format.count(notShown) })
                    : undefined
                }
              />
              <Radio value="all" label={t('mirror:export.all', { number: format.count(total) })} />
            </Stack>
          </Radio.Group>
        ) : null}
        <Radio.Group
          label={t('mirror:export.as')}
          value={as}
          onChange={(value) => setAs(exportKinds.find((kind) => kind === value) ?? as)}
        >
          <Stack gap={8} mt={4}>
            {exportKinds.map((kind) => (
              <Radio
                key={kind}
                value={kind}
                label={t(`mirror:export.kind.${kind}`)}
                description={t(`mirror:export.hint.${kind}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Text inherit>{t('mirror:export.beside')}</Text>
        <Text inherit>{t('mirror:export.personal')}</Text>
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            {t('mirror:export.cancel')}
          </Button>
          <Button data-autofocus disabled={!list.query.data} onClick={save}>
            {t('mirror:export.save')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
