import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { ChartCard } from './chart-card'
import { shortDay, weekWords } from './day-words'
import type { Figure } from './figures'
import { onlyCancelled } from './narrow'
import type { OverviewPart } from './overview-part'
import { useWeeks } from './use-weeks'

/** How many of the orders of each week are cancelled now. */
export function CancellationRate({ overview, narrow, cancelled, onShow }: OverviewPart) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const { locale } = format
  const { weeks, earlier, later } = useWeeks(overview.weeks)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const figures = weeks.map(({ monday, week }): Figure => {
    const { orders = 0, cancelled: gone = 0 } = week ?? {}
    const ofWeek = narrow.week(monday)
    const show = gone > 0 ? () => onShow(onlyCancelled(ofWeek, cancelled)) : undefined
    return {
      key: monday,
      tick: shortDay(monday, locale),
      title: weekWords(monday, locale),
      sizes: { rate: orders === 0 ? 0 : gone / orders },
      cells: [
        { text: orders === 0 ? '–' : percent.format(gone / orders) },
        { text: format.count(gone), pick: show },
        { text: format.count(orders), pick: orders > 0 ? () => onShow(ofWeek) : undefined },
      ],
      pick: show,
    }
  })
  return (
    <ChartCard
      title={t('cancellations.title')}
      definition={t('cancellations.definition')}
      of={t('week')}
      columns={[t('cancellations.rate'), t('cancellations.cancelled'), t('orders')]}
      series={[{ name: 'rate', label: t('cancellations.rate'), color: 'var(--gh-accent)' }]}
      figures={figures}
      formatSize={(size) => percent.format(size)}
      most={1}
      empty={t('cancellations.empty')}
      earlier={earlier}
      later={later}
    />
  )
}
