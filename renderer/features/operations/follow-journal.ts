import type { QueryClient } from '@tanstack/react-query'
import { onEvent } from '../../lib/events'
import { readAnew } from '../../lib/read-anew'

/** Reads again what this window shows of the journal whenever something in it changed. */
export function followJournal(queryClient: QueryClient): void {
  onEvent('journal.changed', () => void readAnew(queryClient, ['operations']))
}
