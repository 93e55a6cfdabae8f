import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from './error-notice'
import classes from './load-failed.module.css'

interface LoadFailedProps {
  readonly error: unknown
  /** Absent where reading again cannot help. */
  readonly onRetry?: () => void
  /** Other ways on. */
  readonly actions?: ReactNode
}

/** In place of what could not be read: why, and the way to read it again. */
export function LoadFailed({ error, onRetry, actions }: LoadFailedProps) {
  const { t } = useTranslation('errors')
  return (
    <div className={classes.failed}>
      <ErrorNotice
        error={error}
        actions={
          <>
            {onRetry ? (
              <Button variant="default" onClick={onRetry}>
                {t('retry')}
              </Button>
            ) : null}
            {actions}
          </>
        }
      />
    </div>
  )
}
