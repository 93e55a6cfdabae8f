import { diffOrder } from '@shared/features/orders'
import type { OrderReference, ProfileId } from '@shared/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { ErrorNotice } from '../../../ui/error-notice'
import { LoadingBar } from '../../../ui/loading-bar'
import { ChangeList } from '../../order-words'
import classes from './detail.module.css'

interface ChangesBetweenProps {
  readonly profile: ProfileId
  readonly order: OrderReference
  /** Versions of the order; without both of them there is nothing to compare. */
  readonly from: number | undefined
  readonly to: number | undefined
  readonly currency: string
}

/** Everything that changed in the order from one version to another, read once somebody asks for it. */
export function ChangesBetween({ from, to, ...shared }: ChangesBetweenProps) {
  const { t } = useTranslation('operations')
  const [open, setOpen] = useState(false)
  if (from === undefined || to === undefined || from === to) return null
  return (
    <details className={classes.between} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('detail.changed.all', { from, to })}</summary>
      {open ? <Changes {...shared} from={from} to={to} /> : null}
    </details>
  )
}

type ChangesProps = ChangesBetweenProps & { readonly from: number; readonly to: number }

function Changes({ profile, order, from, to, currency }: ChangesProps) {
  const { t } = useTranslation('operations')
  const query = useQuery({
    queryKey: ['orders', profile, 'between', order, from, to],
    queryFn: async () => {
      const [before, after] = await Promise.all(
        [from, to].map((version) => ipc.orders.getOrder({ profile, order, version })),
      )
      return diffOrder(before?.order, after?.order)
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (query.error) return <ErrorNotice error={query.error} />
  if (!query.data) return <LoadingBar active />
  if (query.data.length === 0) return <p className={classes.note}>{t('detail.changed.nothing')}</p>
  return <ChangeList changes={query.data} currency={currency} />
}
