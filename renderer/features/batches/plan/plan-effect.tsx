import type { BatchPlan } from '@shared/features/batches'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { missing, useFormat } from '../../../lib/format'
import classes from '../batches.module.css'
import { targetsText } from './targets-text'

/** What confirming would do, in sentences, and what it comes to in each currency. */
export function PlanEffect({ plan }: { plan: BatchPlan }) {
  const { t } = useTranslation('batches')
  const format = useFormat()
  const { kind, toSend = 0, payments = 0, requests = 0, lines, action } = plan
  const left = lines - toSend
  if (toSend === 0) return <Note warning>{t('effect.nothing')}</Note>
  const targets = targetsText(plan, t, format)
  const isFiles = kind === 'vouchers'
  return (
    <>
      <p>
        {t(payments > 0 ? 'effect.payments' : `effect.${kind}`, { targets })}{' '}
        {t(isFiles ? 'effect.files' : 'effect.requests', {
          count: requests,
          number: format.count(requests),
        })}
      </p>
      {left > 0 ? <Note>{t('effect.left', { count: left, number: format.count(left) })}</Note> : null}
      <Totals plan={plan} />
      {kind === 'cancel' ? <Note>{t('effect.estimate')}</Note> : null}
      {action?.kind === 'cancel' ? (
        <Note>{t(action.refundToGuest ? 'effect.refundYes' : 'effect.refundNo')}</Note>
      ) : null}
      <Note>{t(`effect.mail.${kind}`)}</Note>
      {isFiles ? (
        <>
          <Note>{t('effect.neverReplaced')}</Note>
          <Note warning>{t('effect.plainFiles')}</Note>
        </>
      ) : (
        <Note>{t('effect.compared')}</Note>
      )}
      {kind === 'amend' || isFiles ? null : <Note warning>{t('effect.irreversible')}</Note>}
    </>
  )
}

/** Per currency, never across them. */
function Totals({ plan: { totals, kind } }: { plan: BatchPlan }) {
  const { t } = useTranslation('batches')
  const format = useFormat()
  if (totals.length === 0) return null
  return (
    <table className={classes.totals}>
      <thead>
        <tr>
          <th scope="col">{t('totals.currency')}</th>
          <th scope="col">{t('totals.orders')}</th>
          {kind === 'cancel' ? <th scope="col">{t('totals.fee')}</th> : null}
          <th scope="col">{t('totals.refund')}</th>
        </tr>
      </thead>
      <tbody>
        {totals.map(({ currency, orders, fee, refund }) => (
          <tr key={currency}>
            <th scope="row">{currency}</th>
            <td>{format.count(orders)}</td>
            {kind === 'cancel' ? <td>{fee ? format.range(fee, currency) : missing}</td> : null}
            <td>{refund ? format.range(refund, currency) : missing}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Note({ warning, children }: { warning?: boolean; children: ReactNode }) {
  const Icon = warning ? IconAlertTriangle : IconInfoCircle
  return (
    <p className={classes.note} data-warning={warning || undefined}>
      <Icon size={14} aria-hidden />
      <span>{children}</span>
    </p>
  )
}
