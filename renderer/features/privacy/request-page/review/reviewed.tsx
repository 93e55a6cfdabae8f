import type { ContactReview, HoldReason, OrderReview, ReviewedField } from '@shared/features/privacy'
import { personalGroups } from '@shared/features/privacy'
import { IconChevronRight, IconLock } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format'
import { keyed, useWords } from '../../../order-words'
import classes from '../../privacy.module.css'
import { useCodeWords } from '../use-code-words'
import own from './reviewed.module.css'

/** One order: what goes, what holds it back, what happens to its vouchers. */
export function ReviewedOrder({ order }: { readonly order: OrderReview }) {
  const { t } = useTranslation('privacy')
  const words = useCodeWords()
  const { reference, fields, holds, vouchers, unreadable } = order
  return (
    <Reviewed
      title={reference}
      facts={
        unreadable ? (
          <span className={classes.warnText}>{t('reviewed.unreadable', { why: words(unreadable) })}</span>
        ) : (
          <>
            <span className={classes.quiet}>{t('review.fields', { count: fields.length })}</span>
            {holds.length > 0 ? (
              <span className={own.held}>
                <IconLock size={14} aria-hidden />
                {t('reviewed.held')}
              </span>
            ) : null}
          </>
        )
      }
      isOpen={holds.length > 0}
    >
      <Holds holds={holds} />
      {vouchers.released > 0 ? (
        <p className={classes.line}>
          {t('reviewed.vouchers', { count: vouchers.released })}
          {vouchers.unused > 0 ? ` ${t('reviewed.unused', { count: vouchers.unused })}` : ''}
        </p>
      ) : null}
      <FieldTable fields={fields} />
    </Reviewed>
  )
}

/** One contact of the contacts module, which has no call to erase: it is overwritten. */
export function ReviewedContact({ contact }: { readonly contact: ContactReview }) {
  const { t } = useTranslation('privacy')
  const words = useCodeWords()
  const { uid, fields, revisions, unreadable } = contact
  return (
    <Reviewed
      title={t('reviewed.contact', { uid })}
      facts={
        unreadable ? (
          <span className={classes.warnText}>{t('reviewed.unreadable', { why: words(unreadable) })}</span>
        ) : (
          <span className={classes.quiet}>{t('review.fields', { count: fields.length })}</span>
        )
      }
    >
      <p className={classes.line}>{t('reviewed.overwritten', { count: revisions })}</p>
      <FieldTable fields={fields} />
    </Reviewed>
  )
}

function Reviewed(props: {
  readonly title: string
  readonly facts: ReactNode
  readonly isOpen?: boolean
  readonly children: ReactNode
}) {
  const id = useId()
  const [open, setOpen] = useState(props.isOpen ?? false)
  return (
    <div className={own.reviewed}>
      <h3 className={own.reviewedHead}>
        <button
          type="button"
          className={own.toggle}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <IconChevronRight size={16} className={own.chevron} aria-hidden />
          <span className={classes.mono}>{props.title}</span>
          {props.facts}
        </button>
      </h3>
      <div id={id} hidden={!open} className={own.reviewedBody}>
        {open ? props.children : null}
      </div>
    </div>
  )
}

/** What holds an order back, and until when. */
function Holds({ holds }: { readonly holds: readonly HoldReason[] }) {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  const words = (hold: HoldReason) =>
    hold.kind === 'retention'
      ? t('hold.retention', { rule: hold.rule, until: hold.until })
      : hold.kind === 'travel-ahead'
        ? t('hold.travel-ahead', { until: format.moment(hold.until) })
        : t(`hold.${hold.kind}`)
  if (holds.length === 0) return null
  return (
    <ul className={classes.holds}>
      {keyed(holds.map(words)).map(({ key, item }) => (
        <li key={key}>{item}</li>
      ))}
    </ul>
  )
}

function FieldTable({ fields }: { readonly fields: readonly ReviewedField[] }) {
  const { t } = useTranslation('privacy')
  const { field: word } = useWords()
  if (fields.length === 0) return <p className={classes.quiet}>{t('reviewed.noFields')}</p>
  const sorted = personalGroups.flatMap((group) => fields.filter((one) => one.group === group))
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('reviewed.group')}</th>
            <th scope="col">{t('reviewed.field')}</th>
            <th scope="col">{t('reviewed.value')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ pointer, group, field, value, inferred }) => (
            <tr key={pointer}>
              <td>{t(`group.${group}`)}</td>
              <td title={pointer}>
                {word(field)}
                {inferred ? <span className={classes.quiet}> {t('reviewed.inferred')}</span> : null}
              </td>
              <td className={classes.value}>
                <bdi>{value}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
