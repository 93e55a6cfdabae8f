import { Button, Tooltip } from '@mantine/core'
import { type BatchKind, batchKinds, changesNothing, maxLines } from '@shared/features/batches'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { toastError } from '../../../ui/toasts'
import { useActiveProfile } from '../../profiles'
import classes from './selection-actions.module.css'
import { useBeginPlan } from './use-begin-plan'

/** What can be done with all selected orders at once. Each leads to a preview first; nothing is sent from here. */
export function SelectionActions({ orders }: { orders: readonly string[] }) {
  const { t } = useTranslation('batches')
  const format = useFormat()
  const { profile } = useActiveProfile()
  if (orders.length === 0) return null
  const tooMany = orders.length > maxLines ? t('start.tooMany', { limit: format.count(maxLines) }) : undefined
  return (
    <fieldset className={classes.actions} aria-label={t('selection.label', { count: orders.length })}>
      {batchKinds
        .filter((kind) => !profile.readOnly || changesNothing(kind))
        .map((kind) => (
          <Action key={kind} kind={kind} orders={orders} obstacle={tooMany} />
        ))}
    </fieldset>
  )
}

interface ActionProps {
  readonly kind: BatchKind
  readonly orders: readonly string[]
  readonly obstacle: string | undefined
}

function Action({ kind, orders, obstacle }: ActionProps) {
  const { t } = useTranslation('batches')
  const { profile } = useActiveProfile()
  const begin = useBeginPlan(
    profile.id,
    kind,
    orders.map((order) => ({ order })),
  )
  const { error } = begin
  useEffect(() => {
    if (error) toastError(error)
  }, [error])
  return (
    <Tooltip label={obstacle} disabled={obstacle === undefined}>
      <Button
        variant="default"
        size="compact-xs"
        loading={begin.isRunning}
        aria-disabled={obstacle !== undefined}
        {...(obstacle && { 'data-disabled': true })}
        onClick={obstacle ? undefined : begin.run}
      >
        {t(`selection.${kind}`)}
      </Button>
    </Tooltip>
  )
}
