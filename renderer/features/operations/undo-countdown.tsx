import { Button } from '@mantine/core'
import type { Operation } from '@shared/features/operations'
import type { ProfileId } from '@shared/kernel/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../lib/ipc'
import { ErrorNotice } from '../../ui/error-notice'
import classes from './operations.module.css'
import { operationsKey } from './queries'
import { useSecondsUntil } from './use-seconds-until'

interface UndoCountdownProps {
  readonly profile: ProfileId
  /** The operations of one command; those that can no longer be undone are left alone. */
  readonly operations: readonly Operation[]
}

/** Counts down to the sending of what cannot be taken back afterwards, and takes it back. Nothing once it is sent. */
export function UndoCountdown({ profile, operations }: UndoCountdownProps) {
  const { t } = useTranslation('operations')
  const client = useQueryClient()
  const waiting = operations.filter(({ undoUntil }) => undoUntil !== undefined)
  const seconds = useSecondsUntil(Math.max(0, ...waiting.map(({ undoUntil = 0 }) => undoUntil)))
  const undo = useMutation({
    mutationFn: async () => {
      // From the last one on, so that none is sent because the one before it went.
      for (const { id } of waiting.toReversed()) await ipc.operations.withdrawQueued({ operation: id })
    },
    onSettled: () => client.invalidateQueries({ queryKey: operationsKey(profile) }),
  })
  if (waiting.length === 0 && !undo.isError) return null
  return (
    <div className={classes.undo}>
      {waiting.length === 0 ? null : (
        <>
          <span role="timer">{t('undo.sentIn', { count: seconds })}</span>
          <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate()}>
            {t('undo.undo')}
          </Button>
        </>
      )}
      {undo.isError ? <ErrorNotice error={undo.error} command /> : null}
    </div>
  )
}
