import { Button, Modal } from '@mantine/core'
import type { OperationId, OrderReference, ProfileId } from '@shared/kernel/ids'
import { operationIdSchema } from '@shared/kernel/ids'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { toAppError } from '../../../lib/present-error'
import { ErrorNotice } from '../../../ui/error-notice'
import { LoadingBar } from '../../../ui/loading-bar'
import { ConfirmStep } from './confirm-step'
import { ProgressStep } from './progress-step'
import classes from './send-tickets-dialog.module.css'

interface SendTicketsDialogProps {
  readonly profile: ProfileId
  readonly reference: OrderReference
  readonly onClose: () => void
}

/** The operation that is followed: the one just asked for, or one that was before and is not settled. */
interface Followed {
  readonly id: OperationId
  readonly earlier: boolean
}

/**
 * Sending the tickets of an order again: who gets them by a fresh read, a confirmation, and what came of it. Whoever asks
 * while an earlier one is unsettled is shown that one.
 */
export function SendTicketsDialog({ profile, reference, onClose }: SendTicketsDialogProps) {
  const { t } = useTranslation('amendments')
  const [followed, setFollowed] = useState<Followed>()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('sendTickets.title', { order: reference })}
      size={560}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('sendTickets.close') }}
    >
      {followed ? (
        <ProgressStep profile={profile} {...followed} onClose={onClose} />
      ) : (
        <Deciding profile={profile} reference={reference} onFollow={setFollowed} onClose={onClose} />
      )}
    </Modal>
  )
}

interface DecidingProps extends SendTicketsDialogProps {
  readonly onFollow: (followed: Followed) => void
}

function Deciding({ profile, reference, onFollow, onClose }: DecidingProps) {
  const { t } = useTranslation('amendments')
  const fresh = useQuery({
    queryKey: ['orders', profile, 'before-sending-tickets', reference],
    queryFn: () => ipc.orders.getOrder({ profile, order: reference, fresh: true }),
    gcTime: 0,
    // What the person decides on does not move under their eyes; main compares it with the order once more.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const send = useMutation({
    mutationFn: ipc.amendments.sendTickets,
    onSuccess: ({ operations: [id] }) => id && onFollow({ id, earlier: false }),
    onError: (error) => {
      const { code, params } = toAppError(error)
      const id = operationIdSchema.safeParse(params?.operation).data
      if (code === 'ALREADY_IN_PROGRESS' && id) onFollow({ id, earlier: true })
    },
  })
  const readAgain = () => {
    send.reset()
    void fresh.refetch()
  }
  const error = send.error ?? fresh.error
  return (
    <>
      <LoadingBar active={fresh.isFetching} />
      {error ? (
        <ErrorNotice
          error={error}
          command={send.isError}
          actions={
            <Button variant="default" onClick={readAgain}>
              {t('sendTickets.readAgain')}
            </Button>
          }
        />
      ) : null}
      {fresh.data && !send.isError ? (
        <ConfirmStep
          order={fresh.data.order}
          // The button is out of reach from the first click on.
          sending={send.isPending || send.isSuccess || fresh.isFetching}
          onConfirm={(seen) => send.mutate({ profile, order: reference, ...seen })}
          onClose={onClose}
        />
      ) : (
        <>
          {error ? null : <p className={classes.quiet}>{t('sendTickets.reading')}</p>}
          <div className={classes.footer}>
            <Button variant="default" onClick={onClose} data-autofocus>
              {t('sendTickets.close')}
            </Button>
          </div>
        </>
      )}
    </>
  )
}
