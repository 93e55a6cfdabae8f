import { ActionIcon, Button, Checkbox, Popover, Tooltip } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './column-chooser.module.css'
import { arrangeColumns, type ColumnLayout } from './column-layout'

interface ColumnChooserProps {
  readonly columns: readonly { id: string; header: string; hidden?: boolean | undefined }[]
  readonly layout: readonly ColumnLayout[]
  /** An empty layout means the default one. */
  readonly onLayoutChange: (layout: ColumnLayout[]) => void
}

/** Shows and hides columns. Their order and width are changed in the header itself. */
export const ColumnChooser = memo(function ColumnChooser({
  columns,
  layout,
  onLayoutChange,
}: ColumnChooserProps) {
  const { t } = useTranslation('grid')
  const arranged = arrangeColumns(columns, layout)
  const headers = new Map(columns.map(({ id, header }) => [id, header]))
  const show = (id: string, shown: boolean) =>
    onLayoutChange(arranged.map((column) => (column.id === id ? { ...column, hidden: !shown } : column)))
  const onlyOne = arranged.filter(({ hidden }) => !hidden).length === 1
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={t('columns.open')}>
          <ActionIcon aria-label={t('columns.open')}>
            <IconColumns3 size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className={classes.chooser} aria-label={t('columns.open')}>
        {arranged.map(({ id, hidden }) => (
          <Checkbox
            key={id}
            label={headers.get(id)}
            checked={!hidden}
            disabled={!hidden && onlyOne}
            onChange={({ currentTarget }) => show(id, currentTarget.checked)}
          />
        ))}
        <Button variant="subtle" size="compact-xs" onClick={() => onLayoutChange([])}>
          {t('columns.reset')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
})
