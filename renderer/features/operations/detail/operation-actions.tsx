import { Button } from '@mantine/core'
import type { Operation } from '@shared/features/operations'
import type { ProfileId } from '@shared/kernel/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { ErrorNotice } from '../../../ui/error-notice'
import { operationsKey } from '../queries'
import { UndoCountdown } from '../undo-countdown'
import classes from './detail.module.css'
import { MarkActions } from './mark-actions'

/** What a person can do about an operation that is not settled: nothing here sends anything twice. */
export function OperationActions({ profile, operation }: { profile: ProfileId; operation: Operation }) {
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
          <Button
            loading={act.isPending}
            onClick={() => act.mutate(() => ipc.operations.sendQueued({ profile, operation: id }))}
          >
            {t('detail.actions.send')}
          </Button>
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
      {act.isError ? <ErrorNotice error={act.error} command /> : null}
    </div>
  )
}
