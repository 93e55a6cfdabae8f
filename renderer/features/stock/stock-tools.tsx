import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type StockDesk, useDesk } from './stock-desk'

interface StockToolsProps {
  readonly desk: StockDesk
  readonly isReadOnly: boolean
  /** No step is left of the button that was pressed. */
  readonly onLast: () => void
}

/** Takes steps back and makes them again. */
export function StockTools({ desk, isReadOnly, onLast }: StockToolsProps) {
  const { t } = useTranslation('stock')
  const canUndo = useDesk(desk, ({ history }) => history.past.length > 0)
  const canRedo = useDesk(desk, ({ history }) => history.future.length > 0)
  if (isReadOnly) return null
  const undo = () => {
    desk.undo()
    if (desk.view().history.past.length === 0) onLast()
  }
  const redo = () => {
    desk.redo()
    if (desk.view().history.future.length === 0) onLast()
  }
  return (
    <>
      <Tooltip label={t('tools.undo')}>
        <ActionIcon aria-label={t('tools.undo')} disabled={!canUndo} onClick={undo}>
          <IconArrowBackUp size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('tools.redo')}>
        <ActionIcon aria-label={t('tools.redo')} disabled={!canRedo} onClick={redo}>
          <IconArrowForwardUp size={16} />
        </ActionIcon>
      </Tooltip>
    </>
  )
}
