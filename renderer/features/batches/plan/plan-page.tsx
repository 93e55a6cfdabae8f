import { Button } from '@mantine/core'
import type { BatchPlan, PlanFinding, PlanId, PlanLine } from '@shared/features/batches'
import { planFindings } from '@shared/features/batches'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { DataGridHandle } from '../../../grid/data-grid-handle'
import { ipc } from '../../../lib/ipc'
import { useWindowTitle } from '../../../lib/window-title'
import { EmptyState } from '../../../ui/empty-state'
import { LoadFailed } from '../../../ui/load-failed'
import { LoadingBar } from '../../../ui/loading-bar'
import { ScreenTitle } from '../../../ui/screen'
import { useActiveProfile } from '../../profiles'
import classes from '../batches.module.css'
import { CopyReferences } from '../copy-references'
import { CountFilter } from '../count-filter'
import { LineGrid } from '../line-grid'
import { OtherProfile } from '../other-profile'
import { batchesPath, newBatchPath } from '../paths'
import { planLinesOptions, planOptions, readAll } from '../queries'
import { nameOrders } from '../reference-cell'
import { ExcludeLines } from './exclude-lines'
import { PlanPanel } from './plan-panel'
import { usePlanColumns } from './use-plan-columns'

/** A batch that is being prepared: what the references are of, and what would happen to each. Nothing is sent from the list. */
export function PlanPage({ plan: id }: { plan: PlanId }) {
  const { t } = useTranslation('batches')
  const [, navigate] = useLocation()
  const { profile } = useActiveProfile()
  const query = useQuery(planOptions(profile.id, id))
  const failed = query.error ? (
    <LoadFailed
      error={query.error}
      onRetry={() => void query.refetch()}
      actions={
        <>
          <Button variant="default" onClick={() => navigate(newBatchPath)}>
            {t('plan.again')}
          </Button>
          <Button variant="default" onClick={() => navigate(batchesPath)}>
            {t('list.open')}
          </Button>
        </>
      }
    />
  ) : undefined
  if (!query.data) return failed ?? <LoadingBar active />
  if (query.data.profile !== profile.id) return <OtherProfile profile={query.data.profile} />
  return <Plan plan={query.data} stale={failed} />
}

const rowKey = ({ line }: PlanLine) => String(line)

interface PlanProps {
  readonly plan: BatchPlan
  /** Why it could not be read again: what is shown is as it was read before. */
  readonly stale: ReactNode
}

function Plan({ plan, stale }: PlanProps) {
  const { t } = useTranslation('batches')
  const grid = useRef<DataGridHandle>(null)
  const [show, setShow] = useState<PlanFinding | 'all'>('all')
  const [selection, setSelection] = useState<string[]>([])
  const findings = useMemo(() => (show === 'all' ? undefined : [show]), [show])
  const query = useInfiniteQuery(planLinesOptions(plan.profile, plan.id, findings))
  const rows = useMemo(() => query.data?.pages.flatMap(({ lines }) => lines), [query.data])
  const columns = usePlanColumns(plan.kind, nameOrders(rows))
  const title = t(`title.${plan.kind}`, { count: plan.lines })
  useWindowTitle(title)
  const choices = [
    { value: 'all' as const, label: t('finding.all'), count: plan.lines },
    ...planFindings.flatMap((value) => {
      const count = plan.findings[value] ?? 0
      return count > 0 ? { value, label: t(`finding.${value}`), count } : []
    }),
  ]
  const isUnderWay = plan.stage === 'resolving' || plan.stage === 'planning'
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <ScreenTitle>{title}</ScreenTitle>
        <CountFilter label={t('plan.show')} value={show} choices={choices} onChange={setShow} />
        <span className={classes.tools}>
          <ExcludeLines plan={plan} rows={rows} selection={selection} onDone={() => setSelection([])} />
          <CopyReferences
            label={t('plan.copy')}
            disabled={isUnderWay}
            read={async () => {
              const lines = await readAll((offset) =>
                ipc.batches.listPlanLines({
                  plan: plan.id,
                  offset,
                  limit: 500,
                  ...(findings ? { findings } : {}),
                }),
              )
              return lines.map(({ reference }) => reference)
            }}
          />
        </span>
      </header>
      {stale}
      <LoadingBar active={isUnderWay} />
      <div className={classes.columns}>
        <div className={classes.lines}>
          <LineGrid
            profile={plan.profile}
            id={`batch-plan-${plan.kind}`}
            label={t('plan.lines')}
            rows={rows}
            columns={columns}
            rowKey={rowKey}
            selection={selection}
            onSelectionChange={setSelection}
            onNearEnd={() => query.hasNextPage && !query.isFetching && void query.fetchNextPage()}
            grid={grid}
            instead={
              query.isError && !rows ? (
                <LoadFailed error={query.error} onRetry={() => void query.refetch()} />
              ) : rows?.length === 0 ? (
                <EmptyState
                  title={t('plan.noneLeft')}
                  action={{ label: t('plan.showAll'), run: () => setShow('all') }}
                />
              ) : undefined
            }
          />
        </div>
        <PlanPanel plan={plan} />
      </div>
    </div>
  )
}
