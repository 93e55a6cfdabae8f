import { lastStartIndex } from '@shared/features/orders'
import { countOf, fieldsOf } from '@shared/kernel/tolerant'

/**
 * The 1-based position of the page after this one; `undefined` on the last one, or the last the API pages to. Sizes and
 * positions are those of the answer, never those asked for (rules.md #35).
 * @param data `data` of the answer
 * @param received rows that came
 * @param asked position that was asked for
 */
export function nextStartIndex(data: unknown, received: number, asked: number): number | undefined {
  const { total_items, items_per_page } = fieldsOf(data)
  const next = asked + received
  const total = countOf(total_items)
  const full = received >= (countOf(items_per_page) ?? 1)
  const more = received > 0 && (total === undefined ? full : next <= total)
  return more && next <= lastStartIndex ? next : undefined
}
