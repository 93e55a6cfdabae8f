import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './long-grid.module.css'

/** Says that rows in sight could not be read; the others stay. */
export function RowsFailed({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('grid')
  return (
    <div role="alert" className={classes.failed}>
      <IconAlertTriangle size={16} aria-hidden />
      {t('failed.title')}
      <Button variant="default" size="compact-xs" onClick={onRetry}>
        {t('failed.retry')}
      </Button>
    </div>
  )
}
