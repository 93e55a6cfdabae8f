import { Button, Tooltip } from '@mantine/core'
import {
  type BatchKind,
  batchKinds,
  changesNothing,
  type GivenReference,
  maxLines,
} from '@shared/features/batches'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { toastError } from '../../../ui/toasts'
import { useActiveProfile } from '../../profiles'
import classes from './selection-actions.module.css'
import { useBeginPlan } from './use-begin-plan'

export type BulkKinds = readonly BatchKind[]

interface SelectionActionsProps {
  /** Of the selected rows; one that is there twice counts once. */
  readonly orders: readonly string[]
  /** What makes sense for these rows; everything without it. */
  readonly kinds?: BulkKinds
  /** The selected rows, where they are payments: then these are refunded, not all of their orders. */
  readonly payments?: readonly { readonly order: string; readonly payment: string }[]
}

/** What can be done with all selected orders at once. Each leads to a preview first; nothing is sent from here. */
export function SelectionActions({ orders: given, kinds = batchKinds, payments }: SelectionActionsProps) {
  const { t } = useTranslation('batches')
  const format = useFormat()
  const { profile } = useActiveProfile()
  const orders = [...new Set(given)]
  const counted = (count: number) => ({ count, number: format.count(count) })
  if (orders.length === 0) return null
  const label =
    payments === undefined
      ? t('selection.label', { count: orders.length })
      : t('selection.ofPayments', {
          payments: t('targets.payments', counted(payments.length)),
          orders: t('targets.orders', counted(orders.length)),
        })
  const tooMany = orders.length > maxLines ? t('start.tooMany', { limit: format.count(maxLines) }) : undefined
  return (
    <fieldset className={classes.actions} aria-label={label}>
      {kinds
        .filter((kind) => !profile.readOnly || changesNothing(kind))
        .map((kind) => (
          <Action
            key={kind}
            kind={kind}
            references={kind === 'refund' && payments ? payments : orders.map((order) => ({ order }))}
            obstacle={tooMany}
          />
        ))}
    </fieldset>
  )
}

interface ActionProps {
  readonly kind: BatchKind
  readonly references: readonly GivenReference[]
  readonly obstacle: string | undefined
}

function Action({ kind, references, obstacle }: ActionProps) {
  const { t } = useTranslation('batches')
  const { profile } = useActiveProfile()
  const begin = useBeginPlan(profile.id, kind, references)
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
