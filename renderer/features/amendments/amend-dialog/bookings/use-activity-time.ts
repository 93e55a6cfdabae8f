import { parseOffsetDateTime } from '@shared/kernel/time'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format'
import { shortOffset } from '../../../order-words'

/** Writes a moment on the activity's own clock with its offset: "Sat 28 Nov 2026, 09:00 (UTC+1)". */
export function useActivityTime(): (value: string | undefined) => string | undefined {
  const { t } = useTranslation('order')
  const format = useFormat()
  return (value) => {
    const moment = parseOffsetDateTime(value)
    if (!moment) return value
    return `${format.moment(value)} (${t('time.offset', { offset: shortOffset(moment.offset) })})`
  }
}
