import type { Operation } from '@shared/features/operations'
import { deskOffset, toRequestDateTime } from '@shared/kernel/time'
import type { CsvRow } from '../../platform/csv'

/** What is beside an operation in its row. */
export interface RowFacts {
  readonly profileName: string
  /** `App-Reference` of its requests. */
  readonly requestIds: readonly string[]
}

/** ISO 8601 with this desk's offset, to the second. */
const moment = (at: number): string => toRequestDateTime(at, deskOffset(at))

const range = (given: { low: string; high: string } | undefined): string | undefined =>
  given && (given.low === given.high ? given.low : `${given.low}..${given.high}`)

/**
 * The columns of the journal's CSV, in the API's words and the same in every language: whoever reads it with a program can
 * rely on them. Times carry this desk's offset.
 */
const columns: Readonly<
  Record<string, (operation: Operation, facts: RowFacts) => string | number | undefined>
> = {
  id: ({ id }) => id,
  recorded_at: ({ recordedAt }) => moment(recordedAt),
  updated_at: ({ updatedAt }) => moment(updatedAt),
  desk_user: ({ who }) => who,
  profile: (_, { profileName }) => profileName,
  kind: ({ kind }) => kind,
  order_reference: ({ order }) => order,
  target: ({ target }) => target?.level,
  booking_reference: ({ target }) => target?.bookingReference,
  product_type_transaction_id: ({ target }) => target?.transactionId,
  product: ({ target }) => target?.product,
  ticket: ({ target }) => target?.ticket,
  payment_id: ({ payment }) => payment,
  recipient: ({ recipient }) => recipient,
  reason: ({ reason }) => reason,
  state: ({ state }) => state,
  settled_by: ({ settledBy }) => settledBy,
  marked_by: ({ marked }) => marked?.who,
  marked_why: ({ marked }) => marked?.why,
  error: ({ error }) => error?.code,
  attempts: ({ attempts }) => attempts.length,
  request_ids: (_, { requestIds }) => requestIds.join(' '),
  total_before: ({ effect }) => effect.before?.total,
  total_expected: ({ effect }) => range(effect.forecast?.total),
  total_after: ({ effect }) => effect.after?.total,
  refund_expected: ({ effect }) => range(effect.forecast?.refund),
  currency: ({ effect }) => effect.currency,
  refunds: ({ effect }) =>
    effect.refunds
      .flatMap(({ amount, status }) =>
        amount ? [`${amount.amount} ${amount.currency} ${status ?? ''}`.trim()] : [],
      )
      .join('; '),
}

export const operationHeader: readonly string[] = Object.keys(columns)

/** One operation as a row under {@link operationHeader}. */
export const operationRow = (operation: Operation, facts: RowFacts): CsvRow =>
  Object.values(columns).map((cell) => cell(operation, facts))
