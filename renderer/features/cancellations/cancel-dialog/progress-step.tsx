import { Anchor, Button } from '@mantine/core'
import type { CancellableOrder, CancellationForecast } from '@shared/features/cancellations'
import type { Operation } from '@shared/features/operations'
import type { OperationId, OrderReference, ProfileId } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { fromJournal } from '../../../lib/journal-error'
import { useStepFocus } from '../../../lib/use-step-focus'
import { ErrorNotice } from '../../../ui/error-notice'
import { LoadingBar } from '../../../ui/loading-bar'
import { OperationChip, UndoCountdown } from '../../operations'
import classes from './cancel-dialog.module.css'
import { Note } from './effect-summary'
import { Outcome } from './outcome'
import { progressOf } from './progress-state'
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
export function ProgressStep(props: ProgressStepProps) {
  const { profile, reference, operations: ids, before, forecast, onClose } = props
  const { t } = useTranslation('cancellations')
  const operations = useOperations(profile, ids)
  const known = operations.filter((operation) => operation !== undefined)
  const progress = progressOf(operations)
  const settled = progress === 'done' || progress === 'partly' || progress === 'notDone'
  const heading = useStepFocus<HTMLHeadingElement>()
  return (
    <div>
      <LoadingBar active={progress === 'running'} />
      <div role="status">
        <h3 ref={heading} tabIndex={-1} className={classes.heading}>
          {t(`progress.heading.${progress}`)}
        </h3>
      </div>
      <ul className={classes.entries}>
        {operations.map((operation, index) => (
          <li key={ids[index]}>
            <span>{operation ? <TargetName operation={operation} /> : reference}</span>
            {operation ? <OperationChip state={operation.state} /> : null}
          </li>
        ))}
      </ul>
      <UndoCountdown profile={profile} operations={known} />
      <Remarks operations={known} />
      {progress === 'notDone' ? <p>{t('progress.nothingChanged')}</p> : null}
      {progress === 'done' || progress === 'partly' ? (
        <Outcome
          profile={profile}
          reference={reference}
          before={before}
          forecast={progress === 'done' ? forecast : undefined}
        />
      ) : null}
      <div className={classes.footer}>
        <Anchor component={Link} href="/operations" onClick={onClose}>
          {t('progress.openOperations')}
        </Anchor>
        {settled ? null : <span className={classes.quiet}>{t('progress.closeHint')}</span>}
        <Button variant="default" onClick={onClose}>
          {t('choose.close')}
        </Button>
      </div>
    </div>
  )
}

/** What there is to say beside the states; of the errors each kind once. */
function Remarks({ operations }: { operations: readonly Operation[] }) {
  const { t } = useTranslation('cancellations')
  const has = (state: Operation['state']) => operations.some((operation) => operation.state === state)
  const errors = new Map(operations.flatMap(({ error }) => (error ? [[error.code, error]] : [])))
  return (
    <>
      {[...errors.values()].map((error) => (
        <ErrorNotice key={error.code} error={fromJournal(error)} command />
      ))}
      {has('unknown') && errors.size === 0 ? <Note warning>{t('progress.unknown')}</Note> : null}
      {has('at-supplier') ? <Note>{t('progress.atSupplier')}</Note> : null}
      {has('needs-review') ? <Note warning>{t('progress.needsReview')}</Note> : null}
      {operations.some(({ held }) => held) ? <Note warning>{t('progress.held')}</Note> : null}
    </>
  )
}

function TargetName({ operation: { target } }: { operation: Operation }) {
  const { t } = useTranslation('cancellations')
  if (!target || target.level === 'order') return t('progress.target.order')
  const reference = target.level === 'booking' ? target.bookingReference : target.transactionId
  const name = t(`progress.target.${target.level}`, { reference })
  return [target.product, target.ticket, name].filter(Boolean).join(' · ')
}
