import { Button, Progress } from '@mantine/core'
import type { BatchPlan } from '@shared/features/batches'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useFormat } from '../../../lib/format'
import { ipc, OperationError } from '../../../lib/ipc'
import { ErrorNotice } from '../../../ui/error-notice'
import { toastError } from '../../../ui/toasts'
import classes from '../batches.module.css'
import { batchesPath, newBatchPath } from '../paths'
import { ActionForm } from './action-form'
import { ConfirmPlan } from './confirm-plan'

/** The next thing to do with a plan: wait, say what is to be done, confirm it. */
export function PlanPanel({ plan }: { plan: BatchPlan }) {
  const { t } = useTranslation('batches')
  return (
    <section className={classes.panel} aria-label={t('panel.label')}>
      <PlanStep plan={plan} />
    </section>
  )
}

function PlanStep({ plan }: { plan: BatchPlan }) {
  const { t } = useTranslation('batches')
  const [, navigate] = useLocation()
  const [changing, setChanging] = useState(false)
  const { stage, error } = plan
  const isOver = stage === 'cancelled' || stage === 'failed'
  if (stage === 'resolving' || stage === 'planning') return <Reading plan={plan} />
  if (stage === 'started') {
    return (
      <>
        <p role="status">{t('panel.started')}</p>
        <Button variant="default" onClick={() => navigate(batchesPath)}>
          {t('list.open')}
        </Button>
      </>
    )
  }
  const notice = error ? <ErrorNotice error={new OperationError(error)} /> : null
  if (isOver && !plan.action) {
    return (
      <>
        {notice ?? <p role="status">{t('panel.stopped')}</p>}
        <Button variant="default" onClick={() => navigate(newBatchPath)}>
          {t('plan.again')}
        </Button>
      </>
    )
  }
  if (stage === 'planned' && !changing) {
    return <ConfirmPlan plan={plan} onChange={() => setChanging(true)} />
  }
  return (
    <>
      {isOver ? (notice ?? <p role="status">{t('panel.previewStopped')}</p>) : null}
      <ActionForm plan={plan} onAsked={() => setChanging(false)} />
    </>
  )
}

/** How far the reading is, and the way to end it. */
function Reading({ plan }: { plan: BatchPlan }) {
  const { t } = useTranslation('batches')
  const format = useFormat()
  const { done, total } = plan.progress
  const stop = useMutation({
    mutationFn: () => ipc.batches.cancelPlan({ plan: plan.id }),
    onError: (error) => toastError(error),
  })
  const words = t(plan.stage === 'planning' ? 'panel.planning' : 'panel.resolving', {
    done: format.count(done),
    total: format.count(total),
  })
  return (
    <>
      <p>{words}</p>
      <Progress aria-label={words} value={total === 0 ? 0 : (100 * done) / total} />
      <p className={classes.quiet}>{t('panel.nothingSent')}</p>
      <div className={classes.footer}>
        <Button variant="default" disabled={!stop.isIdle} onClick={() => stop.mutate()}>
          {t('panel.stop')}
        </Button>
      </div>
    </>
  )
}
