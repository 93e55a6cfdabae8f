import { Button, Group, Textarea } from '@mantine/core'
import type { Operation } from '@shared/features/operations'
import type { ProfileId } from '@shared/kernel/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { useOnce } from '../../../lib/use-once'
import { Dialog } from '../../../ui/dialog'
import { ErrorNotice } from '../../../ui/error-notice'
import { operationsKey } from '../queries'

interface MarkDialogProps {
  readonly profile: ProfileId
  readonly operation: Operation
  /** What the person says; main asks once more in a dialog of its own. */
  readonly happened: boolean
  readonly onClose: () => void
}

const shortest = 3

/** Asks how the person knows, before main asks whether they are sure. */
export function MarkDialog({ profile, operation, happened, onClose }: MarkDialogProps) {
  const { t } = useTranslation('operations')
  const client = useQueryClient()
  const [why, setWhy] = useState('')
  const mark = useOnce(
    useMutation({
      mutationFn: () => ipc.operations.markOutcome({ operation: operation.id, happened, why }),
      onSuccess: onClose,
      onSettled: () => client.invalidateQueries({ queryKey: operationsKey(profile) }),
    }),
  )
  return (
    <Dialog
      onClose={onClose}
      title={t(happened ? 'detail.review.happened' : 'detail.review.notHappened')}
      size="sm"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          mark.run()
        }}
      >
        <Textarea
          data-autofocus
          autosize
          minRows={2}
          maxLength={500}
          label={t('detail.review.why')}
          description={t('detail.review.whyHint')}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        {mark.error ? <ErrorNotice error={mark.error} /> : null}
        <Group justify="flex-end" gap={8} mt={16}>
          <Button variant="default" onClick={onClose}>
            {t('detail.review.cancel')}
          </Button>
          <Button type="submit" loading={mark.isRunning} disabled={why.trim().length < shortest}>
            {t('detail.review.settle')}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}
