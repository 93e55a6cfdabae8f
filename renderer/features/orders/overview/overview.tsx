import { areOrdersComing, type MirrorState } from '@shared/features/mirror'
import { statusMeaning } from '@shared/features/orders'
import type { ProfileId } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { Temporal } from 'temporal-polyfill'
import { useFormat } from '../../../lib/format'
import { LoadFailed } from '../../../ui/load-failed'
import { LoadingBar } from '../../../ui/loading-bar'
import type { FilterValues } from '../filters/filter-values'
import type { useOrdersView } from '../use-orders-view'
import { Arrivals } from './arrivals'
import { CancellationRate } from './cancellation-rate'
import { GroupTotals } from './group-totals'
import { narrowing } from './narrow'
import classes from './overview.module.css'
import { Sales } from './sales'
import { TopProducts } from './top-products'
import { useOverview } from './use-overview'

export interface OrdersOverviewProps {
  readonly profile: ProfileId
  readonly view: ReturnType<typeof useOrdersView>
  readonly mirror: MirrorState
  /** Shows the orders that these filters leave. */
  readonly onShow: (filters: FilterValues) => void
}

/** What the orders of the current question come to: every figure leads to the orders that it was made of. */
export function OrdersOverview({ profile, view, mirror, onShow }: OrdersOverviewProps) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const isFilling = mirror.state === 'filling'
  const { data, error, isFetching, isPlaceholderData, counted, renew } = useOverview(profile, {
    query: view.mirrorQuery,
    isFilling,
  })
  const today = Temporal.Now.plainDateISO()
  if (!data) {
    if (error) return <LoadFailed error={error} onRetry={renew} />
    return (
      <div className={classes.overview}>
        <p role="status" className={classes.counting}>
          {counted > 0 ? t('counted', { number: format.count(counted) }) : t('counting')}
        </p>
        <div className={classes.skeleton} aria-hidden>
          <div className={classes.block} />
          <div className={classes.block} />
          <div className={classes.block} />
          <div className={classes.block} />
        </div>
      </div>
    )
  }
  const part = {
    overview: data,
    narrow: narrowing(view.filters, today),
    cancelled: data.groups.status.groups
      .map(({ key }) => key)
      .filter((status) => statusMeaning(status) === 'cancelled'),
    today: today.toString(),
    onShow,
  }
  return (
    // Figures of the question before lead nowhere.
    <section
      className={classes.overview}
      aria-label={t('title')}
      aria-busy={isFetching}
      inert={isPlaceholderData}
    >
      <LoadingBar active={isFetching} />
      {error ? <LoadFailed error={error} onRetry={renew} /> : null}
      {areOrdersComing(mirror) ? <p className={classes.note}>{t('partly')}</p> : null}
      <div className={classes.cards}>
        <Arrivals {...part} />
        <Sales {...part} />
        <TopProducts {...part} />
        <CancellationRate {...part} />
      </div>
      <GroupTotals {...part} />
    </section>
  )
}
