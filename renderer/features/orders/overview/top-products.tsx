import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { Section } from '../../../ui/section'
import { Definition } from './chart-card'
import classes from './overview.module.css'
import type { OverviewPart } from './overview-part'

const inSight = 8

/** The products with most orders. Buttons by themselves, so that they need no table beside them. */
export function TopProducts({ overview, narrow, onShow }: OverviewPart) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const products = overview.groups.product.groups.slice(0, inSight)
  const most = products[0]?.orders ?? 1
  return (
    <Section
      title={t('products.title')}
      aside={<Definition title={t('products.title')}>{t('products.definition')}</Definition>}
    >
      {products.length === 0 ? <p className={classes.nothing}>{t('products.empty')}</p> : null}
      <ol className={classes.bars}>
        {products.map(({ key, title = key, orders }) => (
          <li key={key}>
            <UnstyledButton
              className={classes.barRow}
              aria-description={t('showThese')}
              onClick={() => {
                const filters = narrow.group('product', key)
                if (filters) onShow(filters)
              }}
            >
              <span className={classes.barName} title={`${title} · ${key}`}>
                {title}
              </span>
              <span className={classes.bar} style={{ width: `${(100 * orders) / most}%` }} />
              <span className={classes.barNumber}>{format.count(orders)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </Section>
  )
}
