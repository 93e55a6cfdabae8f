import { Button, Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { toAppError } from '../../../lib/present-error'
import { EmptyState } from '../../../ui/empty-state'
import { ErrorNotice } from '../../../ui/error-notice'
import classes from './order-page.module.css'

/** Stands where the order will be, before anything was read of it. */
export function OrderSkeleton({ reference }: { reference: string }) {
  const { t } = useTranslation('order')
  return (
    <div aria-busy className={classes.skeleton}>
      <h1 className={classes.reference}>{reference}</h1>
      <span className={classes.spoken} role="status">
        {t('states.loading')}
      </span>
      {[40, 60, 95, 100, 90, 70].map((width) => (
        <Skeleton key={width} height={14} width={`${width}%`} radius="sm" />
      ))}
    </div>
  )
}

interface UnavailableProps {
  readonly reference: string
  readonly error: unknown
  readonly onRetry: () => void
}

/** An order that could not be read, and of which nothing was read before. */
export function OrderUnavailable({ reference, error, onRetry }: UnavailableProps) {
  const { t } = useTranslation('order')
  if (toAppError(error).code === 'NOT_FOUND') {
    return (
      <EmptyState
        title={t('states.notFound', { reference })}
        action={{ label: t('states.retry'), run: onRetry }}
      >
        {t('states.notFoundReason')}
      </EmptyState>
    )
  }
  return (
    <div className={classes.failed}>
      <h1 className={classes.reference}>{reference}</h1>
      <ErrorNotice error={error} actions={<RetryButton onRetry={onRetry} />} />
    </div>
  )
}

export function RetryButton({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('order')
  return (
    <Button variant="default" onClick={onRetry}>
      {t('states.retry')}
    </Button>
  )
}
