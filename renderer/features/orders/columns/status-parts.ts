import { type OrderRow, statusMeaning } from '@shared/features/orders'
import type { TFunction } from 'i18next'
import type { CellPart } from '../../../grid/cell-part'
import { wordOf } from './word-of'

type StatusWords = Readonly<Record<string, string>>

/** An order's status in words. */
export const statusWord = (status: string | undefined, words: StatusWords): string =>
  wordOf(words, status ?? 'missing')

/** The status of the order, and how many of its bookings differ from it. */
export function statusParts(row: OrderRow, words: StatusWords, t: TFunction<'orders'>): CellPart[] {
  const own = statusMeaning(row.status)
  const total = row.bookingStatuses.length
  const differing = row.bookingStatuses.map(statusMeaning).filter((meaning) => meaning !== own)
  const [first] = differing
  const chip = { text: statusWord(row.status, words), tone: own, isChip: true, title: row.status }
  if (!first) return [chip]
  const count = differing.filter((meaning) => meaning === first).length
  const title = t(`bookingStatus.${first}`, { count, total })
  return [chip, { text: `${count}/${total}`, tone: first, title }]
}
