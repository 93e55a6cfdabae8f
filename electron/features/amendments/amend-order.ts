import {
  type Amendment,
  amendableField,
  amendmentChanges,
  type amendmentsOperations,
  fieldProblem,
} from '@shared/features/amendments'
import type { Handler } from '@shared/ipc/define'
import { type AppError, appError, asCommonError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import {
  type AmendIntent,
  amendClaims,
  amendOrderKind,
  checkAmendable,
  namedTwice,
} from './amend-order-definition'
import { takeAmendedSnapshot } from './amended-snapshot'
import type { SendTicketsDeps } from './send-tickets'
import { orderOf } from './send-tickets-definition'

type AmendOrder = (typeof amendmentsOperations)['amendOrder']

/**
 * Records and runs an amendment: the order is read afresh, it and every field must be as the person saw them, and each
 * wanted value one that the field takes. The entry is on disk before the answer; what comes of it is in the journal.
 */
export function createAmendOrder({ api, journal, now }: SendTicketsDeps): Handler<AmendOrder> {
  return async ({ profile, order, fields, note, ticketsTo, seen }) => {
    if (fields.length === 0 && !note) return err(appError('INVALID_INPUT', 'nothing is to be changed'))
    const ready = await journal.ready()
    if (!ready.ok) return ready
    const readAt = now()
    const document = await api.for(profile).orders.get(order, { fresh: true })
    if (!document.ok) return err(asCommonError(document.error))
    const read = orderOf(document.value)
    const amendment: Amendment = { fields, ...(note ? { note } : {}) }
    const before = takeAmendedSnapshot(read, amendment)
    // Whether it is the same order comes first: on another one a path may lead to another field.
    const amendable = checkAmendable({ fields, ...(ticketsTo ? { ticketsTo } : {}) }, before, seen)
    if (!amendable.ok) return amendable
    const fitting = checkFields(read, fields)
    if (!fitting.ok) return fitting
    const intent: AmendIntent = {
      fields,
      ...(note ? { note } : {}),
      ...(ticketsTo === undefined ? {} : { ticketsTo }),
      seen,
      changes: amendmentChanges(read, amendment),
    }
    const claims = amendClaims(intent)
    const submitted = await journal.submit([
      { profile, kind: amendOrderKind, order, claims, intent, before, readAt },
    ])
    return submitted.ok ? ok({ operations: [...submitted.value] }) : submitted
  }
}

/** INVALID_INPUT names the first field that cannot be amended so, and why. */
function checkFields(order: unknown, fields: AmendIntent['fields']): Result<void, AppError<never>> {
  const twice = namedTwice(fields)
  if (twice) return err(invalid(twice.path, 'is named twice'))
  for (const { path, seen, wanted } of fields) {
    const field = amendableField(order, path)
    if (!field) return err(invalid(path, 'cannot be amended here'))
    if (seen === wanted) return err(invalid(path, 'is as wanted already'))
    const problem = fieldProblem(field, wanted)
    if (problem) return err(invalid(path, problem))
  }
  return ok(undefined)
}

const invalid = (path: readonly (string | number)[], why: string): AppError<never> =>
  appError('INVALID_INPUT', `${path.join('.')} ${why}`, { fields: { [path.join('.')]: why } })
