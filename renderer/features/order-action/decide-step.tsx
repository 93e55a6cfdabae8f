import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../ui/error-notice'
import { LoadingBar } from '../../ui/loading-bar'
import type { OrderActionProps } from './order-action'
import classes from './order-action.module.css'
import { useFreshOrder } from './use-fresh-order'
import { type Followed, useRecord } from './use-record'

type DecideStepProps<Chosen> = OrderActionProps<Chosen> & {
  readonly onFollow: (followed: Followed) => void
}

/** Reads the order afresh and lets the person decide; an error of either leads back to the read. */
export function DecideStep<Chosen>(props: DecideStepProps<Chosen>) {
  const { profile, reference, kind, record, decide, onFollow, onClose } = props
  const { t } = useTranslation('operations')
  const fresh = useFreshOrder(profile, reference, `before-${kind}`)
  const { send, sending, wasAsked, reset, ...asked } = useRecord({ record, onFollow })
  const error = asked.error ?? fresh.error
  const readAgain = () => {
    reset()
    void fresh.refetch()
  }
  return (
    <>
      <LoadingBar active={fresh.isFetching} />
      {error ? (
        <ErrorNotice
          error={error}
          command={wasAsked}
          actions={
            <Button variant="default" onClick={readAgain}>
              {t('action.readAgain')}
            </Button>
          }
        />
      ) : null}
      {fresh.data && !error ? (
        decide({
          order: fresh.data.order,
          sending: sending || fresh.isFetching,
          onConfirm: send,
          onClose,
        })
      ) : (
        <>
          {error ? null : <p className={classes.quiet}>{t('action.reading')}</p>}
          <div className={classes.footer}>
            <Button variant="default" onClick={onClose} data-autofocus>
              {t('action.close')}
            </Button>
          </div>
        </>
      )}
    </>
  )
}
