import { Button, Modal } from '@mantine/core'
import type { OrderPaymentRecord } from '@shared/features/orders'
import { type OperationId, type OrderReference, operationIdSchema, type ProfileId } from '@shared/kernel/ids'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { toAppError } from '../../../lib/present-error'
import { ErrorNotice } from '../../../ui/error-notice'
import { LoadingBar } from '../../../ui/loading-bar'
import { ChooseStep } from './choose-step'
import { ProgressStep } from './progress-step'
import classes from './refund-dialog.module.css'

interface RefundDialogProps {
  readonly profile: ProfileId
  readonly reference: OrderReference
  /** How a payment was made, in words. */
  readonly nameOf: (payment: OrderPaymentRecord) => string
  readonly onClose: () => void
}

/** The operation that is followed: the one just asked for, or one that was before and is not settled. */
interface Followed {
  readonly id: OperationId
  readonly earlier: boolean
}

/**
 * Giving one payment of an order back without cancelling anything: what is left by a fresh read, a choice, and what came
 * of it. Whoever asks while an earlier refund of the payment is unsettled is shown that one.
 */
export function RefundDialog(props: RefundDialogProps) {
  const { t } = useTranslation('refunds')
  const [followed, setFollowed] = useState<Followed>()
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('title', { order: props.reference })}
      size={680}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {followed ? (
        <ProgressStep profile={props.profile} {...followed} onClose={props.onClose} />
      ) : (
        <Deciding {...props} onFollow={setFollowed} />
      )}
    </Modal>
  )
}

function Deciding({
  profile,
  reference,
  nameOf,
  onClose,
  onFollow,
}: RefundDialogProps & { readonly onFollow: (followed: Followed) => void }) {
  const { t } = useTranslation('refunds')
  const fresh = useQuery({
    queryKey: ['orders', profile, 'before-refund', reference],
    queryFn: () => ipc.orders.getOrder({ profile, order: reference, fresh: true }),
    gcTime: 0,
    // What the person decides on does not move under their eyes; main compares it with the order once more.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const refund = useMutation({
    mutationFn: ipc.refunds.refundPayment,
    onSuccess: ({ operations: [id] }) => id && onFollow({ id, earlier: false }),
    onError: (error) => {
      const { code, params } = toAppError(error)
      const id = operationIdSchema.safeParse(params?.operation).data
      if (code === 'ALREADY_IN_PROGRESS' && id) onFollow({ id, earlier: true })
    },
  })
  const readAgain = () => {
    refund.reset()
    void fresh.refetch()
  }
  const error = refund.error ?? fresh.error
  return (
    <>
      <LoadingBar active={fresh.isFetching} />
      {error ? (
        <ErrorNotice
          error={error}
          command={refund.isError}
          actions={
            <Button variant="default" onClick={readAgain}>
              {t('readAgain')}
            </Button>
          }
        />
      ) : null}
      {fresh.data && !refund.isError ? (
        <ChooseStep
          order={fresh.data.order}
          nameOf={nameOf}
          // The button is out of reach from the first click on.
          sending={refund.isPending || refund.isSuccess || fresh.isFetching}
          onConfirm={(chosen) => refund.mutate({ profile, order: reference, ...chosen })}
          onClose={onClose}
        />
      ) : (
        <>
          {error ? null : <p className={classes.quiet}>{t('reading')}</p>}
          <div className={classes.footer}>
            <Button variant="default" onClick={onClose} data-autofocus>
              {t('close')}
            </Button>
          </div>
        </>
      )}
    </>
  )
}
