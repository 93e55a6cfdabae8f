import { Button } from '@mantine/core'
import type { ProfileId } from '@shared/kernel/ids'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onEvent } from '../../lib/events'
import { ipc } from '../../lib/ipc'
import { toastDone, toastError } from '../../ui/toasts'
import { type StateFilter, stateFilters } from './queries'

/** Saves the list as it is filtered, all of it, as a CSV file; while that goes on, says how far it is and stops it. */
export function ExportButton({ profile, filter }: { profile: ProfileId; filter: StateFilter }) {
  const { t } = useTranslation('operations')
  const [rows, setRows] = useState(0)
  useEffect(() => onEvent('journal.exporting', (at) => setRows(at.rows)), [])
  const save = useMutation({
    mutationFn: () => {
      const states = stateFilters[filter]
      return ipc.operations.exportOperations({ profile, ...(states ? { states: [...states] } : {}) })
    },
    onMutate: () => setRows(0),
    onSuccess: ({ savedAs, rows: count }) => {
      if (savedAs)
        toastDone({ title: t('export.done', { file: savedAs }), message: t('export.rows', { count }) })
    },
    onError: (error) => toastError(error),
  })
  if (save.isPending && rows > 0) {
    return (
      <Button size="compact-xs" variant="default" onClick={() => void ipc.operations.stopExport({})}>
        {t('export.stop', { count: rows })}
      </Button>
    )
  }
  return (
    <Button
      size="compact-xs"
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      disabled={save.isPending}
      onClick={() => save.mutate()}
    >
      {t('export.save')}
    </Button>
  )
}
