import { type Batch, type BatchId, type BatchLine, changesNothing } from '@shared/features/batches'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { DataGridHandle } from '../../../grid/data-grid-handle'
import { useFormat } from '../../../lib/format'
import { useShortcut } from '../../../lib/shortcuts'
import { useWindowTitle } from '../../../lib/window-title'
import { EmptyState } from '../../../ui/empty-state'
import { LoadFailed } from '../../../ui/load-failed'
import { LoadingBar } from '../../../ui/loading-bar'
import { ArrivedTitle } from '../../../ui/screen'
import { useActiveProfile } from '../../profiles'
import { BatchChip } from '../batch-chip'
import classes from '../batches.module.css'
import { CountFilter } from '../count-filter'
import { LineGrid } from '../line-grid'
import { OtherProfile } from '../other-profile'
import { batchesPath } from '../paths'
import { groups, type LineGroup, lineGroups, progressOf } from '../progress'
import { batchLinesOptions, batchOptions, differingOptions } from '../queries'
import { nameOrders } from '../reference-cell'
import { BatchFacts } from './batch-facts'
import { BatchNotice } from './batch-notice'
import { BatchProgress } from './batch-progress'
import { BatchSteering } from './batch-steering'
import { CopyLines } from './copy-lines'
import { useLineColumns } from './use-line-columns'

/** One batch: how far it is, what steers it, and what became of each line. */
export function BatchPage({ batch: id }: { batch: BatchId }) {
  const { profile } = useActiveProfile()
  const query = useQuery(batchOptions(profile.id, id))
  const batch = query.data?.batch
  const failed = query.error ? (
    <LoadFailed error={query.error} onRetry={() => void query.refetch()} />
  ) : undefined
  if (!batch) return failed ?? <LoadingBar active />
  if (batch.profile !== profile.id) return <OtherProfile profile={batch.profile} />
  return <OneBatch batch={batch} stale={failed} />
}

const rowKey = ({ line }: BatchLine) => String(line)

interface OneBatchProps {
  readonly batch: Batch
  /** Why it could not be read again: what is shown, and can be steered, is as it was read before. */
  readonly stale: ReactNode
}

function OneBatch({ batch, stale }: OneBatchProps) {
  const { t } = useTranslation('batches')
  const format = useFormat()
  const [, navigate] = useLocation()
  const grid = useRef<DataGridHandle>(null)
  const [show, setShow] = useState<LineGroup | 'all' | 'differing'>('all')
  const [selection, setSelection] = useState<string[]>([])
  const which = useMemo(() => whichOf(show), [show])
  const query = useInfiniteQuery(batchLinesOptions(batch.profile, batch.id, which))
  const compared = useQuery({
    ...differingOptions(batch.profile, batch.id),
    enabled: !changesNothing(batch.kind),
  })
  const differing = compared.data?.lines ?? 0
  const rows = useMemo(() => query.data?.pages.flatMap(({ lines }) => lines), [query.data])
  const columns = useLineColumns(batch.kind, nameOrders(rows))
  const title = t(`title.${batch.kind}`, { count: batch.lines })
  useWindowTitle(title)
  useShortcut('closeOperation', () => navigate(batchesPath))
  const progress = progressOf(batch)
  const choices = [
    { value: 'all' as const, label: t('group.all'), count: batch.lines },
    ...lineGroups.flatMap((value) =>
      progress[value] > 0 ? { value, label: t(`group.${value}`), count: progress[value] } : [],
    ),
    ...(differing > 0
      ? [{ value: 'differing' as const, label: t('group.differing'), count: differing }]
      : []),
  ]
  const openLine = ({ operations: [operation] }: BatchLine) => {
    if (operation) navigate(`/operations/${operation}`)
  }
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <ArrivedTitle>{title}</ArrivedTitle>
        <BatchChip state={batch.state} />
        <BatchSteering batch={batch} />
      </header>
      {stale}
      <BatchNotice batch={batch} />
      <BatchProgress batch={batch} differing={differing} />
      <BatchFacts batch={batch} />
      <div className={classes.header}>
        <CountFilter label={t('run.show')} value={show} choices={choices} onChange={setShow} />
        <span className={classes.tools}>
          <CopyLines batch={batch} />
        </span>
      </div>
      <div className={classes.lines}>
        <LineGrid
          profile={batch.profile}
          id={layoutOf(batch)}
          label={t('run.lines', { number: format.count(batch.lines) })}
          rows={rows}
          columns={columns}
          rowKey={rowKey}
          selection={selection}
          onSelectionChange={setSelection}
          onOpen={openLine}
          onNearEnd={() => query.hasNextPage && !query.isFetching && void query.fetchNextPage()}
          grid={grid}
          instead={
            query.isError && !rows ? (
              <LoadFailed error={query.error} onRetry={() => void query.refetch()} />
            ) : rows?.length === 0 ? (
              <EmptyState
                title={t('run.noneLeft')}
                action={{ label: t('plan.showAll'), run: () => setShow('all') }}
              />
            ) : undefined
          }
        />
      </div>
    </div>
  )
}

/** Under which the arrangement of columns is kept: those of orders, of files and of stock are others. */
const layoutOf = ({ kind }: Batch): string =>
  kind === 'stock' ? 'batch-stock' : changesNothing(kind) ? 'batch-files' : 'batch-lines'

const whichOf = (show: LineGroup | 'all' | 'differing') => {
  if (show === 'all') return {}
  return show === 'differing' ? { differing: true as const } : { states: groups[show] }
}
