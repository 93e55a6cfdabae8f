import { Button } from '@mantine/core'
import type { Operation } from '@shared/features/operations'
import type { ProfileId } from '@shared/kernel/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ComponentType, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { noPlainEnter } from '../../../lib/no-plain-enter'
import { toAppError } from '../../../lib/present-error'
import { ErrorNotice } from '../../../ui/error-notice'
import type { HeldReviewProps } from '../held-review'
import { operationsKey } from '../queries'
import { UndoCountdown } from '../undo-countdown'
import { ChangedOrder, hasMoved } from './changed-order'
import classes from './detail.module.css'
import { MarkActions } from './mark-actions'

interface OperationActionsProps {
  readonly profile: ProfileId
  readonly operation: Operation
  /** What is shown before it is sent late, where its feature has something to show. */
  readonly review: ComponentType<HeldReviewProps> | undefined
}

/** What a person can do about an operation that is not settled: nothing here sends anything twice. */
export function OperationActions({ profile, operation, review: Review }: OperationActionsProps) {
  const [reviewing, setReviewing] = useState(false)
  return (
    <>
      <Actions
        profile={profile}
        operation={operation}
        {...(Review ? { onReview: () => setReviewing(true) } : {})}
      />
      {/* It stays when the operation is withdrawn for the one that it records anew. */}
      {Review && reviewing ? (
        <Review profile={profile} operation={operation} onClose={() => setReviewing(false)} />
      ) : null}
    </>
  )
}

interface ActionsProps {
  readonly profile: ProfileId
  readonly operation: Operation
  readonly onReview?: () => void
}

function Actions({ profile, operation, onReview }: ActionsProps) {
  const { t } = useTranslation('operations')
  const client = useQueryClient()
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSettled: () => client.invalidateQueries({ queryKey: operationsKey(profile) }),
  })
  const { id, state } = operation
  const isOpenOutcome = state === 'unknown' || state === 'at-supplier' || state === 'needs-review'
  if (!isOpenOutcome && state !== 'queued') return null
  if (operation.undoUntil !== undefined) return <UndoCountdown profile={profile} operations={[operation]} />
  return (
    <div className={classes.actions}>
      {isOpenOutcome ? (
        <Button
          variant="default"
          loading={act.isPending}
          onClick={() => act.mutate(() => ipc.operations.lookUpNow({ operation: id }))}
        >
          {t('detail.actions.lookUp')}
        </Button>
      ) : (
        <>
          {onReview ? (
            <Button variant="default" disabled={act.isPending} onClick={onReview}>
              {t('detail.actions.review')}
            </Button>
          ) : (
            <Button
              loading={act.isPending}
              // Plain Enter never moves money.
              onKeyDown={noPlainEnter}
              onClick={() => act.mutate(() => ipc.operations.sendQueued({ profile, operation: id }))}
            >
              {t('detail.actions.send')}
            </Button>
          )}
          <Button
            variant="default"
            disabled={act.isPending}
            onClick={() => act.mutate(() => ipc.operations.withdrawQueued({ operation: id }))}
          >
            {t('detail.actions.withdraw')}
          </Button>
        </>
      )}
      {state === 'needs-review' ? <MarkActions profile={profile} operation={operation} /> : null}
      {act.isError ? <ActionFailure error={act.error} operation={operation} /> : null}
    </div>
  )
}

function ActionFailure({ error, operation }: { error: unknown; operation: Operation }) {
  const { code, params = {} } = toAppError(error)
  return (
    <div>
      <ErrorNotice error={error} command />
      {hasMoved(code) ? <ChangedOrder operation={operation} params={params} /> : null}
    </div>
  )
}
