import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { ChartCard } from './chart-card'
import { shortDay, weekWords } from './day-words'
import type { Figure } from './figures'
import { onlyRefunded } from './narrow'
import type { OverviewPart } from './overview-part'
import { useWeeks } from './use-weeks'

/** What the orders of each week come to, and what was given back of them: one currency at a time. */
export function Sales({ overview, narrow, onShow }: OverviewPart) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const { locale } = format
  const [chosen, setChosen] = useState<string | undefined>()
  const currencies = overview.byCurrency.map(({ currency }) => currency)
  const currency = currencies.find((one) => one === chosen) ?? currencies[0]
  const { weeks, earlier, later } = useWeeks(currency === undefined ? [] : overview.weeks)
  const figures = weeks.map(({ monday, week }): Figure => {
    const sums = week?.byCurrency.find((one) => one.currency === currency)
    const { orders = 0, refunds = 0, total = '0', refunded = '0' } = sums ?? {}
    const show = () => onShow(narrow.week(monday, currency))
    const showRefunded = () => onShow(onlyRefunded(narrow.week(monday, currency)))
    const money = (amount: string) => format.money(sums ? amount : undefined, currency ?? '')
    return {
      key: monday,
      tick: shortDay(monday, locale),
      title: weekWords(monday, locale),
      // To draw only: what is shown are the decimals.
      sizes: { total: Number(total), refunded: Number(refunded) },
      cells: [
        { text: format.count(orders), pick: orders > 0 ? show : undefined },
        { text: money(total) },
        { text: money(refunded) },
        { text: format.count(refunds), pick: refunds > 0 ? showRefunded : undefined },
      ],
      pick: orders > 0 ? show : undefined,
    }
  })
  return (
    <ChartCard
      title={t('sales.title')}
      definition={t('sales.definition')}
      of={t('week')}
      columns={[t('orders'), t('sales.total'), t('sales.refunded'), t('sales.refunds')]}
      series={[
        { name: 'total', label: t('sales.total'), color: 'var(--gh-accent)' },
        { name: 'refunded', label: t('sales.refunded'), color: 'var(--gh-pending-text)', striped: true },
      ]}
      figures={figures}
      formatSize={compactMoney(locale, currency)}
      empty={t('sales.empty')}
      choice={
        currencies.length > 1 ? (
          <NativeSelect
            size="xs"
            aria-label={t('sales.currency')}
            value={currency}
            data={currencies}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        ) : undefined
      }
      earlier={earlier}
      later={later}
    />
  )
}

/** "€12K", along the side of the chart. */
function compactMoney(locale: string, currency: string | undefined): (size: number) => string {
  const options = currency === undefined ? {} : ({ style: 'currency', currency } as const)
  const format = new Intl.NumberFormat(locale, { notation: 'compact', ...options })
  return (size) => format.format(size)
}
