import { Anchor, Button } from '@mantine/core'
import type { CancellableOrder, CancellationForecast } from '@shared/features/cancellations'
import { isSettled, type Operation } from '@shared/features/operations'
import type { OperationId, OrderReference, ProfileId } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { LoadingBar } from '../../../ui/loading-bar'
import { OperationChip } from '../../operations'
import classes from './cancel-dialog.module.css'
import { Note } from './effect-summary'
import { Outcome } from './outcome'
import { useOperations } from './use-operations'

interface ProgressStepProps {
  readonly profile: ProfileId
  readonly reference: OrderReference
  readonly operations: readonly OperationId[]
  readonly before: CancellableOrder
  readonly forecast: CancellationForecast
  readonly onClose: () => void
}

/** What becomes of each request, and when all are settled what happened against what was forecast. */
export function ProgressStep({
  profile,
  reference,
  operations: ids,
  before,
  forecast,
  onClose,
}: ProgressStepProps) {
  const { t } = useTranslation('cancellations')
  const operations = useOperations(profile, ids)
  const running = operations.some((operation) => !operation || isMoving(operation))
  const settled = operations.every((operation) => operation && isSettled(operation.state))
  return (
    <div>
      <LoadingBar active={running} />
      <h3 className={classes.heading} role="status">
        {t(running ? 'progress.running' : settled ? 'progress.done' : 'progress.waiting')}
      </h3>
      <ul className={classes.entries}>
        {operations.map((operation, index) => (
          <li key={ids[index]}>
            <span>{operation ? <TargetName operation={operation} /> : reference}</span>
            {operation ? <OperationChip state={operation.state} /> : null}
          </li>
        ))}
      </ul>
      {operations.map((operation) =>
        operation?.error ? (
          <Note key={operation.id} warning>
            {[
              operation.error.serverWords ?? operation.error.message,
              ...(operation.error.serverDetails ?? []),
            ].join(' ')}
          </Note>
        ) : null,
      )}
      {operations.some((operation) => operation?.state === 'unknown') ? (
        <Note warning>{t('progress.unknown')}</Note>
      ) : null}
      {operations.some((operation) => operation?.state === 'at-supplier') ? (
        <Note>{t('progress.atSupplier')}</Note>
      ) : null}
      {settled ? (
        <Outcome profile={profile} reference={reference} before={before} forecast={forecast} />
      ) : null}
      <div className={classes.footer}>
        <Anchor component={Link} href="/operations" onClick={onClose}>
          {t('progress.openOperations')}
        </Anchor>
        {settled ? null : <span className={classes.quiet}>{t('progress.closeHint')}</span>}
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('choose.close')}
        </Button>
      </div>
    </div>
  )
}

/** On its way right now; what waits for a supplier or a look-up may take long and needs nobody to watch. */
const isMoving = ({ state }: Operation) => state === 'queued' || state === 'sending'

function TargetName({ operation: { target } }: { operation: Operation }) {
  const { t } = useTranslation('cancellations')
  if (!target || target.level === 'order') return t('progress.target.order')
  const reference = target.level === 'booking' ? target.bookingReference : target.transactionId
  const name = t(`progress.target.${target.level}`, { reference })
  return [target.product, target.ticket, name].filter(Boolean).join(' · ')
}
