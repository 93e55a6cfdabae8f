import type { BookingTravel } from '@shared/features/orders'
import { useTranslation } from 'react-i18next'
import { missing, useFormat } from '../../../lib/format'
import { describeActivityTime } from '../../order-words'
import classes from './moments.module.css'

interface ActivityTimeProps {
  readonly from: string | undefined
  readonly to?: string | undefined
  readonly dateOnly?: boolean
}

/** When an activity takes place, on its own clock: "Sat 22 Nov 10:00–11:30 (UTC+1 · 13:00 here)". */
export function ActivityTime({ from, to, dateOnly }: ActivityTimeProps) {
  const { t } = useTranslation('order')
  const { locale } = useFormat()
  if (from === undefined) return <span className={classes.quiet}>{missing}</span>
  const { local, offset, desk } = describeActivityTime(from, to, {
    locale,
    thisYear: new Date().getFullYear(),
    dateOnly: dateOnly ?? false,
  })
  const zone = offset === undefined ? undefined : t('time.offset', { offset })
  const here = desk && t('time.here', { time: desk })
  return (
    <span title={to ? `${from} – ${to}` : from}>
      {local}
      {zone ? (
        <>
          {' '}
          <span className={classes.zone}>({[zone, here].filter(Boolean).join(' · ')})</span>
        </>
      ) : null}
    </span>
  )
}

/** When a booking takes place: its time, else until when it is valid, else that its date is open. */
export function BookingTime({ travel }: { travel: BookingTravel }) {
  const { t } = useTranslation('order')
  const { locale } = useFormat()
  const { from, to, dateOnly, validUntil } = travel
  if (from !== undefined) return <ActivityTime from={from} to={to} dateOnly={dateOnly} />
  if (validUntil === undefined) return <span className={classes.quiet}>{t('time.open')}</span>
  const thisYear = new Date().getFullYear()
  const { local } = describeActivityTime(validUntil, undefined, { locale, thisYear, dateOnly: true })
  return <span title={validUntil}>{t('time.validUntil', { when: local })}</span>
}
