import type { ExportKind, ListChoice, MirrorQuery } from '@shared/features/mirror'
import { fromMinorUnits } from '@shared/kernel/money'
import { deskOffset, toRequestDateTime } from '@shared/kernel/time'
import type { ExportEnd } from '../../store/mirror/protocol'

/** What was asked for, and of what. */
export interface Asked {
  /** Name of the file. */
  readonly file: string
  readonly kind: ExportKind
  /** Name of the profile. */
  readonly profile: string
  readonly query: MirrorQuery
  readonly choice?: ListChoice
  /** Milliseconds since 1970 UTC. */
  readonly writtenAt: number
  /** Everything that the server had at this moment of its own clock was held, milliseconds since 1970 UTC. */
  readonly through: number | undefined
  readonly isFilled: boolean
  /** Orders made before this moment were still being read, milliseconds since 1970 UTC. */
  readonly olderComing?: number | undefined
  /** Orders of the server could not be kept. */
  readonly leftOut?: boolean | undefined
}

/** Where the summary of a file is: beside it, under its name. */
export const summaryPath = (path: string): string => `${path}.summary.json`

const moment = (at: number): string => toRequestDateTime(at, deskOffset(at))

function isComplete({ isFilled, olderComing, leftOut, query }: Asked): boolean {
  // Nobody can tell whether they belong to it.
  if (leftOut) return false
  if (olderComing === undefined) return isFilled
  const { from } = query.filters.created ?? {}
  return isFilled && from !== undefined && Date.parse(from) >= olderComing
}

/**
 * What is in a file, for whoever checks it against something else: of which question and moment, how many orders, what
 * they add up to, and by which digest it is known. The totals are those of the rows as they were written.
 */
export function summaryOf(asked: Asked, { totals, leftOut, readSince }: ExportEnd, sha256: string): Buffer {
  const { through, choice } = asked
  const summary = {
    file: asked.file,
    sha256,
    kind: asked.kind,
    profile: asked.profile,
    writtenAt: moment(asked.writtenAt),
    // Each order is as the server had it at this moment, or later.
    asOf: through === undefined ? null : moment(through),
    // False while orders that may belong here were still being read into the local copy, or could not be kept in it.
    complete: isComplete(asked),
    question: { text: asked.query.text ?? null, filters: asked.query.filters, sort: asked.query.sort },
    selection: choice ? { kind: choice.kind, named: choice.references.length } : null,
    orders: totals.orders,
    ordersReadWhileWritten: readSince,
    ordersRemovedWhileWritten: leftOut,
    totals: totals.byCurrency.map(({ currency, orders, ...sums }) => ({
      ...{ currency, orders },
      total: fromMinorUnits(sums.total, currency),
      fee: fromMinorUnits(sums.fee, currency),
      refunded: fromMinorUnits(sums.refunded, currency),
      // The fee and what was given back are of the others.
      ordersWithUnknownFee: sums.feeUnknown,
      ordersWithUnknownRefund: sums.refundedUnknown,
    })),
    ordersWithoutTotal: totals.unpriced,
  }
  return Buffer.from(`${JSON.stringify(summary, undefined, 2)}\n`)
}
