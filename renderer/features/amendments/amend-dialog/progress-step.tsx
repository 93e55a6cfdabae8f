import { Anchor, Button } from '@mantine/core'
import type { Order } from '@shared/api'
import type { Amendment } from '@shared/features/amendments'
import type { Operation } from '@shared/features/operations'
import type { OperationId, OrderReference, ProfileId } from '@shared/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { fromJournal } from '../../../lib/journal-error'
import { useStepFocus } from '../../../lib/use-step-focus'
import { ErrorNotice } from '../../../ui/error-notice'
import { LoadingBar } from '../../../ui/loading-bar'
import { OperationChip, operationOptions, UndoCountdown } from '../../operations'
import classes from './amend-dialog.module.css'
import { Outcome } from './outcome'

interface ProgressStepProps {
  readonly profile: ProfileId
  readonly reference: OrderReference
  readonly id: OperationId
  /** It was asked for before, and is not settled. */
  readonly earlier: boolean
  /** The order and what was asked for; absent for an earlier one. */
  readonly before: Order | undefined
  readonly amendment: Amendment | undefined
  /** Back to the form, on the order as it is now. */
  readonly onAgain: () => void
  readonly onClose: () => void
}

/** What became of the amendment, followed in the journal, and how the order differs from what was sent. */
export function ProgressStep(props: ProgressStepProps) {
  const { profile, reference, id, earlier, before, amendment, onAgain, onClose } = props
  const { t } = useTranslation('amendments')
  const query = useQuery(operationOptions(profile, id))
  const operation = query.data?.operation
  const heading = useStepFocus<HTMLHeadingElement>()
  return (
    <div>
      <LoadingBar active={!operation || isMoving(operation)} />
      {earlier ? (
        <p role="alert" className={classes.warning}>
          {t('amend.earlier')}
        </p>
      ) : null}
      <div className={classes.outcome} role="status">
        <h3 ref={heading} tabIndex={-1} className={classes.heading}>
          {operation ? t(`amend.progress.${operation.state}`) : t('amend.progress.queued')}
        </h3>
        {operation ? <OperationChip state={operation.state} /> : null}
      </div>
      {query.error ? <ErrorNotice error={query.error} /> : null}
      {operation ? <UndoCountdown profile={profile} operations={[operation]} /> : null}
      {operation?.error ? <ErrorNotice error={fromJournal(operation.error)} command /> : null}
      {operation?.state === 'done' && before && amendment && !earlier ? (
        <Outcome profile={profile} reference={reference} before={before} amendment={amendment} />
      ) : null}
      <div className={classes.footer}>
        <Anchor component={Link} href={`/operations/${id}`} onClick={onClose}>
          {t('amend.openOperation')}
        </Anchor>
        {operation?.state === 'failed' && !earlier ? (
          <Button variant="default" onClick={onAgain}>
            {t('amend.again')}
          </Button>
        ) : null}
        <Button variant="default" onClick={onClose}>
          {t('amend.close')}
        </Button>
      </div>
    </div>
  )
}

const isMoving = ({ state }: Operation) => state === 'queued' || state === 'sending' || state === 'unknown'
