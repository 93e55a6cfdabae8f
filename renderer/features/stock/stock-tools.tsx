import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type StockDesk, useDesk } from './stock-desk'

interface StockToolsProps {
  readonly desk: StockDesk
  readonly isReadOnly: boolean
}

/** Takes steps back and makes them again. */
export function StockTools({ desk, isReadOnly }: StockToolsProps) {
  const { t } = useTranslation('stock')
  const canUndo = useDesk(desk, ({ history }) => history.past.length > 0)
  const canRedo = useDesk(desk, ({ history }) => history.future.length > 0)
  if (isReadOnly) return null
  return (
    <>
      <Tooltip label={t('tools.undo')}>
        <ActionIcon aria-label={t('tools.undo')} disabled={!canUndo} onClick={desk.undo}>
          <IconArrowBackUp size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('tools.redo')}>
        <ActionIcon aria-label={t('tools.redo')} disabled={!canRedo} onClick={desk.redo}>
          <IconArrowForwardUp size={16} />
        </ActionIcon>
      </Tooltip>
    </>
  )
}
