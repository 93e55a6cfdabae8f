import { Anchor, Button } from '@mantine/core'
import type { Operation } from '@shared/features/operations'
import type { OperationId, ProfileId } from '@shared/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ErrorNotice } from '../../../ui/error-notice'
import { LoadingBar } from '../../../ui/loading-bar'
import { OperationChip, operationOptions, UndoCountdown } from '../../operations'
import classes from './send-tickets-dialog.module.css'

interface ProgressStepProps {
  readonly profile: ProfileId
  readonly id: OperationId
  /** It was asked for before, and is not settled. */
  readonly earlier: boolean
  readonly onClose: () => void
}

/** What became of the request, followed in the journal. */
export function ProgressStep({ profile, id, earlier, onClose }: ProgressStepProps) {
  const { t } = useTranslation('amendments')
  const query = useQuery(operationOptions(profile, id))
  const operation = query.data?.operation
  const recipient = operation?.recipient ?? ''
  return (
    <div>
      <LoadingBar active={!operation || isMoving(operation)} />
      {earlier ? (
        <p role="alert" className={classes.warning}>
          {t('sendTickets.earlier')}
        </p>
      ) : null}
      {query.error ? <ErrorNotice error={query.error} /> : null}
      {operation ? (
        <div className={classes.outcome}>
          <p role="status">{t(`sendTickets.progress.${operation.state}`, { recipient })}</p>
          <OperationChip state={operation.state} />
        </div>
      ) : null}
      {operation ? <UndoCountdown profile={profile} operations={[operation]} /> : null}
      {operation?.error ? (
        <p className={classes.warning}>
          {[
            operation.error.serverWords ?? operation.error.message,
            ...(operation.error.serverDetails ?? []),
          ].join(' ')}
        </p>
      ) : null}
      <div className={classes.footer}>
        <Anchor component={Link} href={`/operations/${id}`} onClick={onClose}>
          {t('sendTickets.openOperation')}
        </Anchor>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('sendTickets.close')}
        </Button>
      </div>
    </div>
  )
}

const isMoving = ({ state }: Operation) => state === 'queued' || state === 'sending' || state === 'unknown'
