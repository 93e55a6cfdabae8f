import type { QueryClient } from '@tanstack/react-query'
import { onEvent } from '../../lib/events'
import { readAnew } from '../../lib/read-anew'

/** Lines are read again at most this often, in milliseconds: there may be thousands. */
const linesEvery = 1000

/** Reads again what this window shows of batches and plans as they get on: figures at once, lines now and then. */
export function followBatches(client: QueryClient): void {
  const waiting = new Set<string>()
  let isWaiting = false
  const readLines = () => {
    isWaiting = false
    const ids = new Set(waiting)
    waiting.clear()
    readOf(client, ['plan-lines', 'batch-lines', 'batch-differing'], ids)
  }
  onEvent('batches.changed', ({ batches, plans }) => {
    const ids = new Set([...batches, ...plans])
    readOf(client, ['plan', 'batch'], ids)
    if (batches.length > 0) readOf(client, ['list'])
    for (const id of ids) waiting.add(id)
    if (isWaiting) return
    isWaiting = true
    setTimeout(readLines, linesEvery)
  })
}

/** Keys are `['batches', profile, what, id, …]`. */
function readOf(client: QueryClient, whats: readonly string[], ids?: ReadonlySet<string>): void {
  const known = client.getQueryCache().findAll({ queryKey: ['batches'], type: 'active' })
  for (const { queryKey } of known) {
    const [, , what, id] = queryKey
    if (whats.includes(String(what)) && (!ids || ids.has(String(id)))) void readAnew(client, queryKey)
  }
}
