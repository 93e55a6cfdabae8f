import { fieldsOf } from '@shared/kernel/tolerant'
import type { BatchLineRecord, BatchRecord } from './batch'
import { toJson } from './json'

/** What is kept of a batch: nothing that a person wrote. Its reason, value or note may name the guest of any of its lines. */
const keptOfBatch = ['kind', 'totals', 'folder'] as const
/** What is kept of a line: what it is about, and what became of it in words of ours. */
const keptOfLine = ['order', 'booking', 'payment', 'why', 'vouchers'] as const

/** A batch without what was asked for: it can be looked at, not tried again. */
export const erasedBatch = (record: BatchRecord): BatchRecord => ({
  ...record,
  detail: toJson(pick(fieldsOf(record.detail), keptOfBatch)),
})

/** A line without the reference as somebody wrote it, which may be a name, and without what a server answered. */
export function erasedLine<Line extends Pick<BatchLineRecord, 'detail'>>(line: Line): Line {
  const detail = fieldsOf(line.detail)
  const reference = detail.payment ?? detail.booking ?? detail.order ?? ''
  return { ...line, detail: toJson({ ...pick(detail, keptOfLine), reference }) }
}

const pick = (fields: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)))
