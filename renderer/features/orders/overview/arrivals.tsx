import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { bucketsOf } from './buckets'
import { ChartCard } from './chart-card'
import { fullDay, shortDay } from './day-words'
import type { Figure } from './figures'
import { onlyCancelled } from './narrow'
import type { OverviewPart } from './overview-part'
import { useStretch } from './use-stretch'

/** Five weeks. */
const daysInSight = 35

/** Orders by the day on which they travel, by the clock of the activity. */
export function Arrivals({ overview: { days }, narrow, cancelled, today, onShow }: OverviewPart) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const { locale } = format
  const byDay = new Map(days.map((day) => [day.day, day]))
  const buckets = bucketsOf([...byDay.keys()], 1)
  const { keys, earlier, later } = useStretch(buckets, daysInSight, buckets.nearest(today))
  const figures = keys.map((day): Figure => {
    const { orders = 0, cancelled: gone = 0 } = byDay.get(day) ?? {}
    const show = () => onShow(narrow.day(day))
    const showGone = () => onShow(onlyCancelled(narrow.day(day), cancelled))
    return {
      key: day,
      tick: shortDay(day, locale),
      title: fullDay(day, locale),
      sizes: { standing: orders - gone, gone },
      cells: [
        { text: format.count(orders), pick: orders > 0 ? show : undefined },
        { text: format.count(gone), pick: gone > 0 ? showGone : undefined },
      ],
      pick: orders > 0 ? show : undefined,
    }
  })
  return (
    <ChartCard
      title={t('arrivals.title')}
      definition={t('arrivals.definition')}
      of={t('arrivals.day')}
      columns={[t('orders'), t('arrivals.cancelled')]}
      series={[
        { name: 'standing', label: t('arrivals.standing'), color: 'var(--gh-accent)' },
        { name: 'gone', label: t('arrivals.gone'), color: 'var(--gh-cancelled-text)', striped: true },
      ]}
      stacked
      figures={figures}
      formatSize={wholeOnly(format.count)}
      empty={t('arrivals.empty')}
      earlier={earlier}
      later={later}
    />
  )
}

/** There is no half an order. */
const wholeOnly = (count: (value: number) => string) => (size: number) =>
  Number.isInteger(size) ? count(size) : ''
