import { Anchor, Button } from '@mantine/core'
import type { Operation } from '@shared/features/operations'
import type { OperationId, ProfileId } from '@shared/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../../lib/format'
import { ErrorNotice } from '../../../ui/error-notice'
import { LoadingBar } from '../../../ui/loading-bar'
import { OperationChip, operationOptions, refundText, UndoCountdown } from '../../operations'
import classes from './refund-dialog.module.css'

interface ProgressStepProps {
  readonly profile: ProfileId
  readonly id: OperationId
  /** It was asked for before, and is not settled. */
  readonly earlier: boolean
  readonly onClose: () => void
}

/** What became of the refund, followed in the journal, and every way in which it is not what was left. */
export function ProgressStep({ profile, id, earlier, onClose }: ProgressStepProps) {
  const { t } = useTranslation('refunds')
  const query = useQuery(operationOptions(profile, id))
  const operation = query.data?.operation
  return (
    <div>
      <LoadingBar active={!operation || isMoving(operation)} />
      {earlier ? (
        <p role="alert" className={classes.warning}>
          {t('earlier')}
        </p>
      ) : null}
      {query.error ? <ErrorNotice error={query.error} /> : null}
      {operation ? <Outcome operation={operation} /> : null}
      {operation ? <UndoCountdown profile={profile} operations={[operation]} /> : null}
      <div className={classes.footer}>
        <Anchor component={Link} href={`/operations/${id}`} onClick={onClose}>
          {t('openOperation')}
        </Anchor>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('close')}
        </Button>
      </div>
    </div>
  )
}

function Outcome({ operation: { state, effect, error } }: { operation: Operation }) {
  const { t } = useTranslation('refunds')
  const format = useFormat()
  return (
    <>
      <div className={classes.outcome}>
        <p role="status">{t(`progress.${state}`)}</p>
        <OperationChip state={state} />
      </div>
      {effect.refunds.map((row, at) => (
        <p key={row.paymentId ?? at} className={classes.row}>
          {t('progress.row', { refund: refundText(row, format) })}
        </p>
      ))}
      {effect.differences.length > 0 ? (
        <p role="alert" className={classes.differs}>
          {t('progress.differs')}
        </p>
      ) : null}
      {error?.serverWords ? <p className={classes.warning}>{error.serverWords}</p> : null}
    </>
  )
}

const isMoving = ({ state }: Operation) => state === 'queued' || state === 'sending' || state === 'unknown'
