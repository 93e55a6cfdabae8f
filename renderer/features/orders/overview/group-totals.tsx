import { NativeSelect } from '@mantine/core'
import {
  type Overview,
  type OverviewGroup,
  type OverviewGrouping,
  overviewGroupings,
} from '@shared/features/mirror'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { Section } from '../../../ui/section'
import { choiceLabel } from '../filters/choices'
import { Definition } from './chart-card'
import { monthWords } from './day-words'
import { Cell } from './figures-table'
import classes from './overview.module.css'
import type { OverviewPart } from './overview-part'

/** An order may be in several of these groups. */
const overlapping: readonly OverviewGrouping[] = ['product', 'supplier', 'month']

/** Orders in groups, each with what it comes to in every currency. */
export function GroupTotals({ overview, narrow, onShow }: OverviewPart) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const [by, setBy] = useState<OverviewGrouping>('status')
  const nameOf = useGroupName(by)
  const { groups, more } = overview.groups[by]
  const title = t('groups.title')
  return (
    <Section
      title={title}
      aside={
        <div className={classes.tools} style={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <NativeSelect
            size="xs"
            aria-label={t('groups.by')}
            value={by}
            data={overviewGroupings.map((value) => ({ value, label: t(`groups.kind.${value}`) }))}
            onChange={({ currentTarget: { value } }) =>
              setBy(overviewGroupings.find((one) => one === value) ?? by)
            }
          />
          <Definition title={title}>{t('groups.definition')}</Definition>
        </div>
      }
    >
      <div className={classes.whole}>
        <table className={classes.table} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t(`groups.kind.${by}`)}</th>
              <th scope="col">{t('orders')}</th>
              <th scope="col">{t('groups.total')}</th>
              <th scope="col">{t('groups.refunded')}</th>
              <th scope="col">{t('groups.fee')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => {
              const filters = narrow.group(by, group.key)
              const name = nameOf(group)
              const pick = filters && (() => onShow(filters))
              return (
                <tr key={group.key}>
                  <th scope="row">
                    {name}
                    {group.title === undefined ? null : <span className={classes.id}>{group.key}</span>}
                  </th>
                  <td>
                    <Cell cell={{ text: format.count(group.orders), pick }} about={name} />
                  </td>
                  <Amounts of={group} />
                </tr>
              )
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('groups.all')}</th>
              <td>{format.count(overview.orders)}</td>
              <Amounts of={overview} />
            </tr>
          </tfoot>
        </table>
      </div>
      {more > 0 ? (
        <p className={classes.caption}>{t('groups.more', { count: more, number: format.count(more) })}</p>
      ) : null}
      {overlapping.includes(by) ? <p className={classes.caption}>{t('groups.overlap')}</p> : null}
      {overview.unpriced > 0 ? (
        <p className={classes.caption}>
          {t('groups.unpriced', { count: overview.unpriced, number: format.count(overview.unpriced) })}
        </p>
      ) : null}
      <Unknown overview={overview} />
    </Section>
  )
}

/** Orders of which a sum beside the total is not known, and in which currencies. */
function Unknown({ overview: { byCurrency } }: { overview: Overview }) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const ordersOf = (name: 'feeUnknown' | 'refundedUnknown') => {
    const count = byCurrency.reduce((sum, { [name]: orders }) => sum + orders, 0)
    const currencies = byCurrency.flatMap(({ [name]: orders, currency }) => (orders > 0 ? [currency] : []))
    return { count, number: format.count(count), currencies: currencies.join(', ') }
  }
  const [refunded, fee] = [ordersOf('refundedUnknown'), ordersOf('feeUnknown')]
  return (
    <>
      {refunded.count > 0 ? <p className={classes.caption}>{t('groups.refundedUnknown', refunded)}</p> : null}
      {fee.count > 0 ? <p className={classes.caption}>{t('groups.feeUnknown', fee)}</p> : null}
    </>
  )
}

/** A line for each currency, in the same order in every column. */
function Amounts({ of: { byCurrency } }: { of: Pick<Overview, 'byCurrency'> }) {
  const format = useFormat()
  return (['total', 'refunded', 'fee'] as const).map((name) => (
    <td key={name}>
      {byCurrency.map((sums) => (
        <span
          key={sums.currency}
          className={`${classes.amount} ${/[1-9]/.test(sums[name]) ? '' : classes.zero}`}
        >
          {format.money(sums[name], sums.currency)}
        </span>
      ))}
    </td>
  ))
}

function useGroupName(by: OverviewGrouping): (group: OverviewGroup) => string {
  const { t } = useTranslation(['overview', 'orders'])
  const { locale } = useFormat()
  const words = { t: useTranslation('orders').t, locale }
  return ({ key, title }) => {
    if (by === 'month') return key === '' ? t('overview:groups.undated') : monthWords(key, locale)
    if (by === 'product' || by === 'supplier') return title ?? key
    return choiceLabel(by, key, words)
  }
}
