import { Button } from '@mantine/core'
import type { Batch } from '@shared/features/batches'
import type { ProfileId } from '@shared/kernel/ids'
import { IconListDetails } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { DataGridHandle } from '../../../grid/data-grid-handle'
import { EmptyState } from '../../../ui/empty-state'
import { ErrorNotice } from '../../../ui/error-notice'
import { LoadingBar } from '../../../ui/loading-bar'
import { JournalNotice, OperationsTabs } from '../../operations'
import { useActiveProfile } from '../../profiles'
import classes from '../batches.module.css'
import { LineGrid } from '../line-grid'
import { batchPath, newBatchPath } from '../paths'
import { batchesOptions } from '../queries'
import { useBatchColumns } from './use-batch-columns'

const rowKey = ({ id }: Batch) => id

/** The batches of a profile, newest first. */
export function BatchesList({ profile: id }: { profile: ProfileId }) {
  const { t } = useTranslation('batches')
  const [, navigate] = useLocation()
  const { profile } = useActiveProfile()
  const grid = useRef<DataGridHandle>(null)
  const [selection, setSelection] = useState<string[]>([])
  const columns = useBatchColumns()
  const query = useQuery(batchesOptions(id))
  const rows = query.data?.batches
  const begin = () => navigate(newBatchPath)
  let instead: ReactNode
  if (query.isError && !rows) {
    instead = (
      <div className={classes.failed}>
        <ErrorNotice
          error={query.error}
          actions={
            <Button variant="default" onClick={() => void query.refetch()}>
              {t('list.retry')}
            </Button>
          }
        />
      </div>
    )
  } else if (rows?.length === 0) {
    instead = (
      <EmptyState title={t('list.empty')} action={{ label: t('start.open'), run: begin }}>
        {t(profile.readOnly ? 'list.readOnly' : 'list.howTo')}
      </EmptyState>
    )
  }
  return (
    <section className={classes.page}>
      <header className={classes.header}>
        <OperationsTabs current="batches" />
        <span className={classes.tools}>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconListDetails size={16} aria-hidden />}
            onClick={begin}
          >
            {t('start.open')}
          </Button>
        </span>
      </header>
      <JournalNotice />
      <LoadingBar active={query.isFetching && !query.isPending} />
      <div className={classes.lines}>
        <LineGrid
          profile={id}
          id="batches"
          label={t('list.title')}
          rows={rows}
          columns={columns}
          rowKey={rowKey}
          selection={selection}
          onSelectionChange={setSelection}
          onOpen={(batch) => navigate(batchPath(batch.id))}
          grid={grid}
          instead={instead}
        />
      </div>
    </section>
  )
}
