import { useTranslation } from 'react-i18next'
import { LoadingBar } from '../../ui/loading-bar'
import { NotRead } from './not-read'
import type { OrderActionProps } from './order-action'
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
  if (error || !fresh.data) {
    return (
      <NotRead
        reading={fresh.isFetching}
        error={error}
        command={wasAsked}
        onReadAgain={readAgain}
        onClose={onClose}
      >
        {t('action.reading')}
      </NotRead>
    )
  }
  return (
    <>
      <LoadingBar active={fresh.isFetching} />
      {decide({
        order: fresh.data.order,
        sending: sending || fresh.isFetching,
        onConfirm: send,
        onClose,
      })}
    </>
  )
}
