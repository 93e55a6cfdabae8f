import { useTranslation } from 'react-i18next'
import { missing, useFormat } from '../../../lib/format'
import { describeActivityTime } from './activity-time'
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
      {zone ? <span className={classes.quiet}> ({[zone, here].filter(Boolean).join(' · ')})</span> : null}
    </span>
  )
}

/** When something was recorded, on the desk's clock; as sent on hover. */
export function RecordedTime({ at }: { at: string | undefined }) {
  const format = useFormat()
  return <time title={at}>{format.deskTime(at) ?? format.moment(at)}</time>
}
