import { Button, Group, TextInput } from '@mantine/core'
import {
  isSameName,
  longestViewName,
  type SavedView,
  type ViewContent,
  viewNameSchema,
} from '@shared/features/mirror'
import type { ProfileId } from '@shared/kernel/ids'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../ui/dialog'
import { ErrorNotice } from '../../../ui/error-notice'
import { useMirrorState } from '../mirror/use-mirror-state'
import { useViewActions } from './use-view-actions'

interface NameDialogProps {
  readonly profile: ProfileId
  readonly title: string
  readonly content: ViewContent
  /** The view that gets another name; absent for a new one. */
  readonly renamed?: SavedView | undefined
  readonly own: readonly SavedView[]
  readonly onSaved?: ((view: SavedView) => void) | undefined
  readonly onClose: () => void
}

/** Asks what a view is called, and keeps it so. */
export function NameDialog({ profile, title, content, renamed, own, onSaved, onClose }: NameDialogProps) {
  const { t } = useTranslation('orders')
  const { save } = useViewActions(profile)
  const { state: mirror } = useMirrorState(profile)
  const [name, setName] = useState(renamed?.name ?? '')
  const [problem, setProblem] = useState<string>()
  const problemOf = (): string | undefined => {
    if (name.trim() === '') return t('views.problem.empty')
    if (!viewNameSchema.safeParse(name).success) return t('views.problem.long', { most: longestViewName })
    const isTaken = own.some((view) => view.id !== renamed?.id && isSameName(view.name, name))
    return isTaken ? t('views.problem.taken', { name: name.trim() }) : undefined
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const found = problemOf()
    setProblem(found)
    if (found !== undefined) return
    const { text, filters, sort, columns } = content
    const view = { id: renamed?.id ?? crypto.randomUUID(), name: name.trim(), text, filters, sort, columns }
    save.mutate(view, {
      onSuccess: () => {
        onSaved?.(view)
        onClose()
      },
    })
  }
  return (
    <Dialog onClose={onClose} title={title} size="sm">
      <form onSubmit={submit} noValidate>
        <TextInput
          data-autofocus
          label={t('views.name')}
          description={
            renamed ? undefined : t(mirror?.inMemory ? 'views.saveHintInMemory' : 'views.saveHint')
          }
          value={name}
          error={problem}
          onChange={({ currentTarget }) => {
            setName(currentTarget.value)
            setProblem(undefined)
          }}
          onBlur={() => setProblem(name === '' ? undefined : problemOf())}
        />
        {save.error ? <ErrorNotice error={save.error} /> : null}
        <Group justify="flex-end" gap={8} mt={16}>
          <Button variant="default" onClick={onClose}>
            {t('views.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t(renamed ? 'views.renameConfirm' : 'views.saveConfirm')}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}
