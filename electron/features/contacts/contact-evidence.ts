import { type AmendedField, type FieldValue, isSameValue } from '@shared/features/amendments'
import type { Evidence } from '../../journal/definition'
import { hasJumped } from '../orders'
import type { ContactSnapshot, ReadRevision } from './contact-snapshot'

/**
 * It happened once the contact has a newer version and the order's copy reads like it. Values that were there before prove
 * nothing, so a look-up needs every field as wanted, at both places; to the answer to the very request, what the server
 * made of a field is a difference to be told.
 */
export function contactEvidence(
  fields: readonly AmendedField[],
  before: ContactSnapshot,
  now: ContactSnapshot,
  isAnswer: boolean,
): Evidence {
  const wanted = isAnswer ? now.values : fields.map((field) => field.wanted)
  const isThere =
    isNewer(before, now) &&
    areSame(now.values, wanted) &&
    now.onOrder !== null &&
    areSame(now.onOrder, wanted)
  return {
    verdict: isThere ? 'happened' : 'absent',
    othersChanged: isThere && (hasJumped(before, now) || hasSkipped(before, now)),
  }
}

/** The same of a contact by itself. */
export function revisionEvidence(
  fields: readonly AmendedField[],
  before: ReadRevision,
  now: ReadRevision,
  isAnswer: boolean,
): Evidence {
  const wanted = isAnswer ? now.values : fields.map((field) => field.wanted)
  const isThere = isNewer(before, now) && areSame(now.values, wanted)
  return {
    verdict: isThere ? 'happened' : 'absent',
    othersChanged: isThere && hasSkipped(before, now),
  }
}

const areSame = (some: readonly FieldValue[], others: readonly FieldValue[]): boolean =>
  some.every((value, at) => isSameValue(value, others[at] ?? null))

function isNewer(before: ReadRevision, now: ReadRevision): boolean {
  if (before.contactVersion !== null && now.contactVersion !== null) {
    return now.contactVersion > before.contactVersion
  }
  return now.contactModified !== before.contactModified
}

const hasSkipped = (before: ReadRevision, now: ReadRevision): boolean =>
  before.contactVersion !== null &&
  now.contactVersion !== null &&
  now.contactVersion > before.contactVersion + 1
