import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../ui/error-notice'
import { LoadingBar } from '../../ui/loading-bar'
import classes from './order-action.module.css'

interface NotReadProps {
  readonly reading: boolean
  readonly error: unknown
  /** True when the error is of a command and not of a reading. */
  readonly command: boolean
  /** Said while there is no error. */
  readonly children: ReactNode
  readonly onReadAgain: () => void
  readonly onClose: () => void
}

/** What stands in a dialog while its subject is not there to decide on: it is being read, or why not and the way on. */
export function NotRead({ reading, error, command, children, onReadAgain, onClose }: NotReadProps) {
  const { t } = useTranslation('operations')
  return (
    <>
      <LoadingBar active={reading} />
      {error ? (
        <ErrorNotice
          error={error}
          command={command}
          actions={
            <Button variant="default" loading={reading} onClick={onReadAgain}>
              {t('action.readAgain')}
            </Button>
          }
        />
      ) : (
        <p className={classes.quiet}>{children}</p>
      )}
      <div className={classes.footer}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('action.close')}
        </Button>
      </div>
    </>
  )
}
