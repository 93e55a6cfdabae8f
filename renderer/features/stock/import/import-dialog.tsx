import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { readFile } from '../../../lib/table-file/read-file'
import type { TableLimits, TableResult } from '../../../lib/table-file/table'
import { Dialog } from '../../../ui/dialog'
import { LoadingBar } from '../../../ui/loading-bar'
import classes from '../stock.module.css'
import type { ImportInto } from './import-into'
import { ImportTable } from './import-table'

interface ImportDialogProps {
  readonly file: File
  readonly into: ImportInto
  readonly onClose: () => void
}

/** What is read of a file: more than any account has, and no more than a window can hold. */
const limits: TableLimits = { rows: 200_000, text: 20_000_000, unpacked: 100_000_000 }

/** What a file would change, and which of its columns says so. */
export function ImportDialog({ file, into, onClose }: ImportDialogProps) {
  const { t } = useTranslation('stock')
  const { data } = useQuery({
    queryKey: ['stock', into.profile, 'import', useId()] as const,
    // Stopped when the dialog closes.
    queryFn: ({ signal }) => readFile(file, limits, signal).catch((): TableResult => ({ problem: 'BROKEN' })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    structuralSharing: false,
  })
  const problem = data && 'problem' in data ? data.problem : undefined
  return (
    <Dialog onClose={onClose} title={t('import.title')} size="xl">
      <LoadingBar active={!data} />
      {data && 'table' in data ? (
        <ImportTable table={data.table} file={file.name} into={into} onClose={onClose} />
      ) : (
        <p role="status" className={classes.sentence}>
          {problem
            ? t(`import.problem.${problem}`, { file: file.name })
            : t('import.reading', { file: file.name })}
        </p>
      )}
    </Dialog>
  )
}
