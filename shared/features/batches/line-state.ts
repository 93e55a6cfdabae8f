import type { OperationState } from '../operations'
import type { LineState } from './batch'

/** What is not settled, the least settled first: it says how the line stands. */
const open: readonly OperationState[] = ['needs-review', 'unknown', 'sending', 'at-supplier', 'queued']

/** How a line stands, of which these are the operations. None are there before it is recorded. */
export function lineStateOf(states: readonly OperationState[], isUnsent: boolean): LineState {
  const first = open.find((state) => states.includes(state))
  if (first) return first
  const isDone = states.includes('done')
  const isRefused = states.includes('failed')
  if (isDone) return isRefused || states.includes('withdrawn') || isUnsent ? 'partly-done' : 'done'
  if (isRefused) return 'failed'
  if (states.includes('withdrawn')) return 'withdrawn'
  return isUnsent ? 'not-sent' : 'queued'
}
