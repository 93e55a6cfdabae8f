import type { JournalState } from '@shared/features/operations'
import type { JournalStatus } from '../../journal'

/** How the journal stands, as a window is told. */
export function toJournalState(status: JournalStatus): JournalState {
  switch (status.state) {
    case 'ready':
      return { state: 'ready' }
    case 'damaged': {
      const { entries, flaws, gap } = status.report
      const [flaw] = flaws
      return {
        state: 'damaged',
        readableEntries: entries,
        ...(flaw ? { firstFlaw: flaw.seq } : {}),
        ...(gap ? { gap: toGap(gap) } : {}),
      }
    }
    case 'locked':
      return { state: 'locked', reason: status.error.code }
    case 'unusable':
      return { state: 'unusable', why: status.why }
    case 'closed':
      return { state: 'unusable', why: 'store-down' }
  }
}

type StoredGap = NonNullable<Extract<JournalStatus, { state: 'damaged' }>['report']['gap']>

/** A gap as a window is told of it. */
export const toGap = ({ what, anchor, events }: StoredGap) => ({
  what,
  anchoredAt: anchor.at,
  anchoredEvents: anchor.seq,
  anchoredEntries: anchor.entries,
  events,
})
