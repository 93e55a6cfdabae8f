import { Button, Popover } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/format'
import { ErrorBody, ErrorTitle } from '../../ui/error-notice'
import { deskClock } from './refresh-button'
import classes from './stale-orders.module.css'

interface StaleOrdersProps {
  readonly error: unknown
  /** When the rows in sight were read; milliseconds since 1970 UTC. */
  readonly fetchedAt: number | undefined
  readonly onRetry: () => void
}

/** Reading again failed: one line below the rows, which stay and are said to be old. */
export function StaleOrders({ error, fetchedAt, onRetry }: StaleOrdersProps) {
  const { t } = useTranslation('orders')
  const { locale } = useFormat()
  return (
    <div role="alert" className={classes.stale}>
      <IconAlertTriangle size={16} aria-hidden className={classes.icon} />
      <ErrorTitle error={error} />
      {fetchedAt === undefined ? null : (
        <span>{t('failed.stale', { time: deskClock(fetchedAt, locale) })}</span>
      )}
      <Popover position="top-end" width={420} trapFocus returnFocus>
        <Popover.Target>
          <Button variant="subtle" color="gray" fw={400} size="compact-xs">
            {t('failed.details')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <ErrorBody error={error} />
        </Popover.Dropdown>
      </Popover>
      <Button variant="default" size="compact-xs" onClick={onRetry}>
        {t('failed.retry')}
      </Button>
    </div>
  )
}
