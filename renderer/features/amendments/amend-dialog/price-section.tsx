import { Checkbox } from '@mantine/core'
import type { Order } from '@shared/api'
import type { PriceSwitches } from '@shared/features/amendments'
import { orderCurrency } from '@shared/features/orders'
import { parseAmount, toMinorUnit } from '@shared/kernel/money'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { ErrorNotice } from '../../../ui/error-notice'
import { takesName, useActiveProfile } from '../../profiles'
import classes from './amend-dialog.module.css'

interface PriceSectionProps {
  readonly order: Order
  readonly switches: PriceSwitches
  readonly onSwitches: (switches: PriceSwitches) => void
  /** Absent where no booking is amended: nothing that changes has a price. */
  readonly preview: UseQueryResult<{ total: string | null }> | undefined
  /** Whether this profile may preview (rules.md #156). */
  readonly previews: boolean
}

/** What the amendment does to the price, as far as anybody can say before, and who bears a difference. */
export function PriceSection({ order, switches, onSwitches, preview, previews }: PriceSectionProps) {
  const { t } = useTranslation('amendments')
  const format = useFormat()
  const { profile } = useActiveProfile()
  const currency = orderCurrency(order)
  const code = currency.kind === 'one' ? currency.code : ''
  const now = order.order_pricing?.price_total
  const total = format.money(now, code)
  const mayAdjust = takesName(profile, 'amendmentPriceAdjustment')
  return (
    <>
      <h3 className={classes.heading}>{t('amend.price')}</h3>
      {preview === undefined ? <p>{t('amend.priceStays', { total })}</p> : null}
      {preview !== undefined && !previews ? <p>{t('amend.priceByServer', { total })}</p> : null}
      {preview !== undefined && previews ? <Previewed preview={preview} before={now} code={code} /> : null}
      {preview !== undefined && mayAdjust ? (
        <div className={classes.switches}>
          <Checkbox
            checked={switches.adjust}
            onChange={(event) => onSwitches({ adjust: event.currentTarget.checked, resellerOnly: false })}
            label={t('amend.switches.adjust')}
            description={t('amend.switches.adjustHint')}
          />
          {switches.adjust && takesName(profile, 'amendmentPriceAdjustmentReseller') ? (
            <Checkbox
              checked={switches.resellerOnly}
              onChange={(event) => onSwitches({ ...switches, resellerOnly: event.currentTarget.checked })}
              label={t('amend.switches.reseller')}
            />
          ) : null}
        </div>
      ) : null}
    </>
  )
}

interface PreviewedProps {
  readonly preview: UseQueryResult<{ total: string | null }>
  /** `price_total` as read. */
  readonly before: string | number | null | undefined
  readonly code: string
}

function Previewed({ preview, before, code }: PreviewedProps) {
  const { t } = useTranslation('amendments')
  const format = useFormat()
  if (preview.error) {
    return (
      <>
        <p role="alert" className={classes.warning}>
          {t('amend.preview.failed')}
        </p>
        <ErrorNotice error={preview.error} />
      </>
    )
  }
  if (!preview.data) return <p>{t('amend.preview.reading')}</p>
  const { total } = preview.data
  const [from, to] = [parseAmount(before), parseAmount(total)]
  if (!from || !to || from.eq(to))
    return <p>{t('amend.preview.same', { total: format.money(total, code) })}</p>
  const sign = to.gt(from) ? '+' : '−'
  const difference = `${sign}${format.money(code ? toMinorUnit(to.minus(from).abs(), code) : to.minus(from).abs().toFixed(), code)}`
  const shown = { before: format.money(before, code), after: format.money(total, code), difference }
  return <p role="status">{t('amend.preview.total', shown)}</p>
}
