import type { MirrorState } from '@shared/features/mirror'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/format'

/** A moment at this desk, such as "22 Nov 2026, 11:42". */
export function useMomentText(): (moment: number) => string {
  const { locale } = useFormat()
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return (moment) => format.format(moment)
}

/** How a mirror stands, in a sentence. */
export function useMirrorWords(): (state: MirrorState, profile: string) => string {
  const { t } = useTranslation('mirror')
  const format = useFormat()
  const momentText = useMomentText()
  return ({ state, orders, of, isFilled, through }, profile) => {
    const have = format.count(orders)
    switch (state) {
      case 'off':
        return t('state.off', { profile })
      case 'filling':
        return of ? t('state.filling', { have, of: format.count(of) }) : t('state.fillingUnknown', { have })
      case 'fresh':
        return t('state.fresh', { have, at: momentText(through ?? Date.now()) })
      case 'paused':
        return isFilled && through !== undefined
          ? t('state.paused', { have, at: momentText(through) })
          : t('state.pausedNew', { have })
    }
  }
}
