import { Anchor, Button } from '@mantine/core'
import type { Operation } from '@shared/features/operations'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { fromJournal } from '../../lib/journal-error'
import { useStepFocus } from '../../lib/use-step-focus'
import { ErrorNotice } from '../../ui/error-notice'
import { LoadingBar } from '../../ui/loading-bar'
import { kindText, OperationChip, operationOptions, UndoCountdown } from '../operations'
import type { OrderActionProps } from './order-action'
import classes from './order-action.module.css'
import type { Followed } from './use-record'

type FollowStepProps = Pick<
  OrderActionProps<never>,
  'profile' | 'kind' | 'alike' | 'sentence' | 'outcome' | 'onClose'
> &
  Followed

/** What became of the operation, followed in the journal. */
export function FollowStep(props: FollowStepProps) {
  const { profile, id, kind, alike = [], earlier, sentence, outcome, onClose } = props
  const { t } = useTranslation('operations')
  const query = useQuery(operationOptions(profile, id))
  const operation = query.data?.operation
  const heading = useStepFocus<HTMLHeadingElement>()
  const isOwn = (one: Operation) => one.kind === kind || alike.includes(one.kind)
  // What stands in the way may be of another kind: the refund of a payment that is to be cancelled.
  const headingOf = (one: Operation) => (isOwn(one) ? sentence(one) : kindText(one.kind, t))
  return (
    <div>
      <LoadingBar active={!operation || isMoving(operation)} />
      {earlier ? (
        <p role="alert" className={classes.warning}>
          {t('action.earlier')}
        </p>
      ) : null}
      <div className={classes.outcome} role="status">
        <h3 ref={heading} tabIndex={-1} className={classes.heading}>
          {operation ? headingOf(operation) : t('action.recorded')}
        </h3>
        {operation ? <OperationChip state={operation.state} /> : null}
      </div>
      {query.error ? <ErrorNotice error={query.error} /> : null}
      {operation && isOwn(operation) ? outcome?.(operation) : null}
      {operation ? <UndoCountdown profile={profile} operations={[operation]} /> : null}
      {operation?.error ? <ErrorNotice error={fromJournal(operation.error)} command /> : null}
      <div className={classes.footer}>
        <Anchor component={Link} href={`/operations/${id}`} onClick={onClose}>
          {t('action.openOperation')}
        </Anchor>
        <Button variant="default" onClick={onClose}>
          {t('action.close')}
        </Button>
      </div>
    </div>
  )
}

const isMoving = ({ state }: Operation) => state === 'queued' || state === 'sending' || state === 'unknown'
