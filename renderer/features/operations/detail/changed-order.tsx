import type { Operation } from '@shared/features/operations'
import { countOf } from '@shared/kernel/tolerant'
import { useTranslation } from 'react-i18next'
import { missing, useFormat } from '../../../lib/format'
import { targetText } from '../target-text'
import { ChangesBetween } from './changes-between'
import classes from './detail.module.css'
import { FieldEvidence } from './field-evidence'

interface ChangedOrderProps {
  readonly operation: Operation
  /** `params` of ORDER_CHANGED, CONTACT_CHANGED or STOCK_CHANGED. */
  readonly params: Readonly<Record<string, string | number>>
}

/** Whether an error says that something is not what the person saw. */
export const hasMoved = (code: string): boolean =>
  ['ORDER_CHANGED', 'CONTACT_CHANGED', 'STOCK_CHANGED'].includes(code)

/** What the person saw, what is there now, and what was wanted of it: why something was not sent. */
export function ChangedOrder({ operation, params }: ChangedOrderProps) {
  const { t } = useTranslation('operations')
  const format = useFormat()
  const { seenVersion, nowVersion, seenTotal, nowTotal, seenContact, nowContact, reason } = params
  const { moved = [] } = operation
  const { currency = '' } = operation.effect
  const money = (total: string | number | undefined) => format.money(total?.toString(), currency)
  const hasFigures = seenVersion !== undefined || seenTotal !== undefined
  return (
    <div>
      {hasFigures ? (
        <table className={classes.figures} aria-label={t('detail.changed.title')}>
          <thead>
            <tr>
              <th scope="col">{t('detail.changed.title')}</th>
              <th scope="col">{t('detail.changed.seen')}</th>
              <th scope="col">{t('detail.changed.now')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('detail.changed.version')}</th>
              <td>{seenVersion ?? missing}</td>
              <td>{nowVersion ?? missing}</td>
            </tr>
            <tr>
              <th scope="row">{t('detail.changed.total')}</th>
              <td>{money(seenTotal)}</td>
              <td>{money(nowTotal)}</td>
            </tr>
          </tbody>
        </table>
      ) : null}
      {seenContact === undefined && nowContact === undefined ? null : (
        <p className={classes.note}>
          {t('detail.changed.contact', { seen: seenContact ?? missing, now: nowContact ?? missing })}
        </p>
      )}
      {moved.length > 0 ? (
        <FieldEvidence
          fields={moved}
          headings={{
            before: t('detail.changed.seen'),
            wanted: t('detail.changed.wish'),
            now: t('detail.changed.now'),
          }}
          currency={currency}
        />
      ) : null}
      <ChangesBetween
        profile={operation.profile}
        order={operation.order}
        from={countOf(seenVersion)}
        to={countOf(nowVersion)}
        currency={currency}
      />
      {reason === 'terms' ? <p className={classes.note}>{t('detail.changed.terms')}</p> : null}
      {moved.length > 0 ? null : (
        <p className={classes.note}>{t('detail.changed.wanted', { what: targetText(operation, t) })}</p>
      )}
    </div>
  )
}
