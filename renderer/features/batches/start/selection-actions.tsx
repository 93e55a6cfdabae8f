import { Button, Tooltip } from '@mantine/core'
import { maxLines, type OfferedKind, offeredKinds } from '@shared/features/batches'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { toastError } from '../../../ui/toasts'
import { useActiveProfile } from '../../profiles'
import { batchKindsFor } from '../kinds-for'
import classes from './selection-actions.module.css'
import { useBeginPlan } from './use-begin-plan'

export type BulkKinds = readonly OfferedKind[]

/** Orders that are selected without being here: so many, read when something is to be done with them. */
export interface OrdersToRead {
  readonly count: number
  readonly read: () => Promise<readonly string[]>
}

interface SelectionActionsProps {
  /** Of the selected rows; one that is there twice counts once. */
  readonly orders: readonly string[] | OrdersToRead
  /** What makes sense for these rows; everything without it. */
  readonly kinds?: BulkKinds
  /** The selected rows, where they are payments: then these are refunded, not all of their orders. */
  readonly payments?: readonly { readonly order: string; readonly payment: string }[]
}

/** What can be done with all selected orders at once. Each leads to a preview first; nothing is sent from here. */
export function SelectionActions({ orders: given, kinds = offeredKinds, payments }: SelectionActionsProps) {
  const { t } = useTranslation('batches')
  const format = useFormat()
  const { profile } = useActiveProfile()
  const { beginPlan, running } = useBeginPlan(profile.id, { onError: toastError })
  const orders = toRead(given)
  const counted = (count: number) => ({ count, number: format.count(count) })
  if (orders.count === 0) return null
  const label =
    payments === undefined
      ? t('selection.label', { count: orders.count })
      : t('selection.ofPayments', {
          payments: t('targets.payments', counted(payments.length)),
          orders: t('targets.orders', counted(orders.count)),
        })
  const tooMany = orders.count > maxLines ? t('start.tooMany', { limit: format.count(maxLines) }) : undefined
  return (
    <fieldset className={classes.actions} aria-label={label}>
      {batchKindsFor(profile, kinds).map((kind) => (
        <Action
          key={kind}
          kind={kind}
          isRunning={running === kind}
          onClick={() =>
            beginPlan(kind, async () =>
              kind === 'refund' && payments ? payments : (await orders.read()).map((order) => ({ order })),
            )
          }
          obstacle={tooMany}
        />
      ))}
    </fieldset>
  )
}

function toRead(orders: readonly string[] | OrdersToRead): OrdersToRead {
  if ('read' in orders) return orders
  const once = [...new Set(orders)]
  return { count: once.length, read: async () => once }
}

interface ActionProps {
  readonly kind: OfferedKind
  readonly isRunning: boolean
  readonly onClick: () => void
  readonly obstacle: string | undefined
}

function Action({ kind, isRunning, onClick, obstacle }: ActionProps) {
  const { t } = useTranslation('batches')
  return (
    <Tooltip label={obstacle} disabled={obstacle === undefined}>
      <Button
        variant="default"
        size="compact-xs"
        loading={isRunning}
        aria-disabled={obstacle !== undefined}
        {...(obstacle && { 'data-disabled': true })}
        onClick={obstacle ? undefined : onClick}
      >
        {t(`selection.${kind}`)}
      </Button>
    </Tooltip>
  )
}
