import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { toastDone, toastError } from '../../ui/toasts'

interface CopyReferencesProps {
  readonly label: string
  /** All of them, read when asked for. */
  readonly read: () => Promise<readonly string[]>
  readonly disabled?: boolean
}

/** Copies references, one a line, as they were given. */
export function CopyReferences({ label, read, disabled }: CopyReferencesProps) {
  const { t } = useTranslation('batches')
  const copy = useMutation({
    mutationFn: async () => {
      const references = await read()
      await navigator.clipboard.writeText(references.join('\n'))
      return references.length
    },
    onSuccess: (count) => toastDone({ title: t('copied', { count }) }),
    onError: (error) => toastError(error),
  })
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      leftSection={<IconCopy size={14} aria-hidden />}
      disabled={disabled || copy.isPending}
      onClick={() => copy.mutate()}
    >
      {label}
    </Button>
  )
}
