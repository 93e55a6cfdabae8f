import type { JournalState } from '@shared/features/operations'
import { useTranslation } from 'react-i18next'
import { useMoments } from './moments'

/** Puts into words why operations cannot be recorded, and what is still there. */
export function useJournalWords(): (status: Exclude<JournalState, { state: 'ready' }>) => string {
  const { t } = useTranslation('operations')
  const moments = useMoments()
  return (status) => {
    if (status.state === 'locked') return t('journal.locked')
    if (status.state === 'unusable') return t(`journal.unusable.${status.why}`)
    const { firstFlaw, gap, readableEntries: count } = status
    if (firstFlaw !== undefined) {
      return firstFlaw === 0
        ? t('journal.damagedFile', { count })
        : t('journal.damaged', { seq: firstFlaw, count })
    }
    if (!gap) return t('journal.damagedFile', { count })
    const { what, anchoredAt, anchoredEntries, anchoredEvents, events } = gap
    const values = {
      when: moments.full(anchoredAt),
      entries: anchoredEntries,
      steps: anchoredEvents,
      left: events,
    }
    return `${t(`journal.gap.${what}`, values)} ${t('journal.gapNext')}`
  }
}
