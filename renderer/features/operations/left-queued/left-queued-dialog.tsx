import { Button, Group, Modal } from '@mantine/core'
import type { Operation } from '@shared/features/operations'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { noPlainEnter } from '../../../lib/no-plain-enter'
import classes from './left-queued.module.css'
import { LeftQueuedLine } from './left-queued-line'

/** What becomes of one: `undefined` when it was done, else why not. */
export type Decide = (operation: Operation) => Promise<void>

const send: Decide = async ({ id, profile }) =>
  void (await ipc.operations.sendQueued({ profile, operation: id }))
const takeBack: Decide = async ({ id }) => void (await ipc.operations.withdrawQueued({ operation: id }))

/** What was left queued, each to be sent, taken back or left for later. Nothing is sent that is not as it was confirmed. */
export function LeftQueuedDialog({ operations }: { operations: readonly Operation[] }) {
  const { t } = useTranslation('operations')
  const client = useQueryClient()
  const [failures, setFailures] = useState<ReadonlyMap<string, unknown>>(new Map())
  const again = () => client.invalidateQueries({ queryKey: ['operations'] })
  const decide = useMutation({
    mutationFn: async ({ chosen, how }: { chosen: readonly Operation[]; how: Decide }) => {
      // One after the other: each is read anew before it is sent.
      for (const operation of chosen) {
        const failure = await how(operation).then(
          () => undefined,
          (error: unknown) => ({ error }),
        )
        setFailures((known) => {
          const next = new Map(known)
          next.delete(operation.id)
          return failure ? next.set(operation.id, failure.error) : next
        })
      }
    },
    onSettled: again,
  })
  const later = useMutation({ mutationFn: () => ipc.operations.putOffLeftQueued({}), onSettled: again })
  const run = (chosen: readonly Operation[], how: Decide) => decide.mutate({ chosen, how })
  const busy = decide.isPending
  return (
    <Modal
      opened
      size="xl"
      onClose={() => later.mutate()}
      // One way out by that name is enough: the one that says it.
      withCloseButton={false}
      title={t('left.title', { count: operations.length })}
    >
      <p className={classes.lead}>{t('left.lead')}</p>
      <ul className={classes.lines}>
        {operations.map((operation) => (
          <LeftQueuedLine
            key={operation.id}
            operation={operation}
            failure={failures.get(operation.id)}
            busy={busy}
            onSend={() => run([operation], send)}
            onTakeBack={() => run([operation], takeBack)}
          />
        ))}
      </ul>
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" data-autofocus onClick={() => later.mutate()}>
          {t('left.later')}
        </Button>
        {operations.length > 1 ? (
          <>
            <Button variant="default" disabled={busy} onClick={() => run(operations, takeBack)}>
              {t('left.takeBackAll')}
            </Button>
            <Button
              loading={busy}
              // Plain Enter never moves money.
              onKeyDown={noPlainEnter}
              onClick={() => run(operations, send)}
            >
              {t('left.sendAll')}
            </Button>
          </>
        ) : null}
      </Group>
    </Modal>
  )
}
