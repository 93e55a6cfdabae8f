import {
  type Amendment,
  amendableField,
  amendedBookingsOf,
  amendmentChanges,
  bookingProblem,
  contactsProblem,
  fieldProblem,
  knownBookings,
  newEntryProblems,
} from '@shared/features/amendments'
import { type AppError, appError } from '@shared/kernel/app-error'
import type { OrderReference, ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import type { OrderDocument } from '../../api'
import type { Draft } from '../../journal/engine'
import {
  type AmendIntent,
  amendClaims,
  amendOrderKind,
  checkAmendable,
  type NotAmendable,
  namedTwice,
} from './amend-order-definition'
import { takeAmendedSnapshot } from './amended-snapshot'

/** What somebody wants of an order, and what they saw of it. */
export interface AmendmentRequest
  extends Pick<
    AmendIntent,
    'fields' | 'note' | 'bookingNotes' | 'added' | 'removed' | 'ticketsTo' | 'switches' | 'forecast' | 'seen'
  > {
  readonly profile: ProfileId
  readonly order: OrderReference
}

/**
 * What is to be recorded of an amendment: the order that was just read and every field must be as they were seen, and
 * each wanted value one that the field takes. Nothing is sent, read or recorded here.
 * @param readAt when the reading was begun, in milliseconds since 1970 UTC
 */
export function draftAmendment(
  read: OrderDocument['value']['data']['order'],
  request: AmendmentRequest,
  readAt: number,
): Result<Draft, AppError<NotAmendable>> {
  const { profile, order, fields, removed, ticketsTo, switches, forecast, seen } = request
  const amendment = wantedOf(request)
  if (fields.length === 0 && Object.keys(amendment).length === 1) {
    return err(appError('INVALID_INPUT', 'nothing is to be changed'))
  }
  const before = takeAmendedSnapshot(read, amendment)
  const mail = ticketsTo === undefined ? {} : { ticketsTo }
  // Whether it is the same order comes first: on another one a path may lead to another field.
  const amendable = checkAmendable({ fields, removed, ...mail }, before, seen)
  if (!amendable.ok) return amendable
  const fitting = checkFields(read, amendment)
  if (!fitting.ok) return fitting
  const listed = checkEntries(read, amendment)
  if (!listed.ok) return listed
  const intent: AmendIntent = {
    ...amendment,
    known: amendedBookingsOf(amendment).length > 0 ? knownBookings(read) : [],
    ...mail,
    ...(switches?.adjust ? { switches } : {}),
    ...(forecast === undefined ? {} : { forecast }),
    seen,
    changes: amendmentChanges(read, amendment),
  }
  const claims = amendClaims(read, intent)
  return ok({ profile, kind: amendOrderKind, order, claims, intent, before, readAt })
}

/** What is asked for, without what is empty. */
function wantedOf({ fields, note, bookingNotes, added, removed }: AmendmentRequest) {
  return {
    fields,
    ...(note ? { note } : {}),
    ...(bookingNotes?.length ? { bookingNotes } : {}),
    ...(added?.length ? { added } : {}),
    ...(removed?.length ? { removed } : {}),
  } satisfies Amendment
}

/** INVALID_INPUT names the first field that cannot be amended so, and why. */
function checkFields(order: unknown, amendment: Amendment): Result<void, AppError<never>> {
  const { fields } = amendment
  const twice = namedTwice(fields)
  if (twice) return err(invalid(twice.path, 'is named twice'))
  for (const { path, seen, wanted } of fields) {
    const field = amendableField(order, path)
    if (!field) return err(invalid(path, 'cannot be amended here'))
    if (seen === wanted) return err(invalid(path, 'is as wanted already'))
    const problem = fieldProblem(field, wanted)
    if (problem) return err(invalid(path, problem))
  }
  for (const booking of amendedBookingsOf(amendment)) {
    const problem = bookingProblem(order, amendment, booking)
    if (problem) return err(invalid(['order_bookings', booking], problem))
  }
  return ok(undefined)
}

/** INVALID_INPUT names the first entry that cannot be added or taken off so, and why. */
function checkEntries(order: unknown, amendment: Amendment): Result<void, AppError<never>> {
  const { fields, added = [], removed = [] } = amendment
  for (const [index, { list, at }] of removed.entries()) {
    const isSame = (entry: readonly (string | number)[]) => entry[0] === list && entry[1] === at
    const others = [
      ...removed.slice(0, index).map((one) => [one.list, one.at]),
      ...fields.map(({ path }) => path),
    ]
    if (others.some(isSame)) return err(invalid([list, at], 'is taken off and named twice'))
  }
  for (const entry of added) {
    const [problem] = newEntryProblems(entry)
    if (problem) return err(invalid([entry.list, problem[0]], problem[1]))
  }
  const problem = contactsProblem(order, amendment)
  return problem ? err(invalid(['order_contacts'], problem)) : ok(undefined)
}

const invalid = (path: readonly (string | number)[], why: string): AppError<never> =>
  appError('INVALID_INPUT', `${path.join('.')} ${why}`, { fields: { [path.join('.')]: why } })
