import { Button } from '@mantine/core'
import type { BatchPlan, PlanLine } from '@shared/features/batches'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { toastError } from '../../../ui/toasts'

interface ExcludeLinesProps {
  readonly plan: BatchPlan
  readonly rows: readonly PlanLine[] | undefined
  /** Line numbers that are ticked. */
  readonly selection: readonly string[]
  readonly onDone: () => void
}

/** Leaves ticked lines out of the batch, or takes them in again. Lines of one order go together. */
export function ExcludeLines({ plan, rows = [], selection, onDone }: ExcludeLinesProps) {
  const { t } = useTranslation('batches')
  const exclude = useMutation({
    mutationFn: (excluded: boolean) =>
      ipc.batches.excludePlanLines({ plan: plan.id, lines: selection.map(Number), excluded }),
    onSuccess: onDone,
    onError: (error) => toastError(error),
  })
  if (plan.stage !== 'planned' || selection.length === 0) return null
  const ticked = new Set(selection)
  const isOut = rows.filter(({ line }) => ticked.has(String(line))).every(({ excluded }) => excluded)
  return (
    <Button
      variant="default"
      size="compact-xs"
      disabled={exclude.isPending}
      title={t('plan.together')}
      onClick={() => exclude.mutate(!isOut)}
    >
      {t(isOut ? 'plan.include' : 'plan.exclude', { count: selection.length })}
    </Button>
  )
}
