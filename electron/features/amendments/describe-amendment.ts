import { amendedBookingsOf } from '@shared/features/amendments'
import type { Operation, OperationEffect, OperationField, OperationTarget } from '@shared/features/operations'
import type { Entry } from '../../journal'
import { orderFigures } from '../orders'
import { type AmendIntent, amendIntentSchema } from './amend-order-definition'
import { checkTotal } from './check-total'
import { type SavedOrder, savedOrderSchema } from './order-snapshot'
import { wantedFields } from './wanted-fields'

/** What an amendment was to do and did, for the Operations screen. What was purged is left out. */
export interface AmendmentDescription {
  readonly target?: OperationTarget
  readonly recipient?: string
  readonly changes?: Operation['changes']
  readonly effect: OperationEffect
  readonly fields?: readonly OperationField[]
}

export function describeAmendment(entry: Entry): AmendmentDescription {
  const intent = amendIntentSchema.safeParse(entry.intent).data
  const before = savedOrderSchema.safeParse(entry.before).data
  const after = savedOrderSchema.safeParse(entry.after).data
  const expected = expectedTotal(intent, before)
  const currency = before?.currency ?? after?.currency
  return {
    ...(intent ? { target: { level: 'order' }, changes: intent.changes } : {}),
    ...(intent?.ticketsTo === undefined ? {} : { recipient: intent.ticketsTo }),
    effect: {
      ...(currency ? { currency } : {}),
      ...(before ? { before: orderFigures(before) } : {}),
      ...(after ? { after: orderFigures(after) } : {}),
      refunds: [],
      ...(intent?.forecast === undefined
        ? {}
        : { forecast: { total: { low: intent.forecast, high: intent.forecast } } }),
      differences: entry.state === 'done' && expected && after ? checkTotal(expected, after) : [],
    },
    ...(entry.state === 'needs-review' ? { fields: wantedFields(entry, entry.after) } : {}),
    ...(entry.found === undefined ? {} : { fields: wantedFields(entry, entry.found) }),
  }
}

/** The total that the person was shown: that of a preview; the same as before, where no booking was amended. */
function expectedTotal(
  intent: AmendIntent | undefined,
  before: SavedOrder | undefined,
): Pick<SavedOrder, 'priceTotal'> | undefined {
  if (intent?.forecast !== undefined) return { priceTotal: intent.forecast }
  return intent && amendedBookingsOf(intent).length > 0 ? undefined : before
}
