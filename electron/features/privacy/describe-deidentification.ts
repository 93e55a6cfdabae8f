import type { OperationEffect, OperationTarget } from '@shared/features/operations'
import { distinct } from '@shared/kernel/tolerant'
import type { Entry } from '../../journal'
import { orderFigures } from '../orders'
import { deidentifyIntentSchema } from './deidentify-definition'
import { type DeidentifySnapshot, deidentifySnapshotSchema } from './deidentify-snapshot'
import { contactErasureSchema } from './erase-contact-definition'

/** What an erasure was to do and did, for the Operations screen: never a value of a field. What was purged is left out. */
export function describeDeidentification(entry: Entry): {
  readonly target?: OperationTarget
  readonly effect: OperationEffect
} {
  const intent = deidentifyIntentSchema.safeParse(entry.intent).data
  const before = deidentifySnapshotSchema.safeParse(entry.before).data
  const after = deidentifySnapshotSchema.safeParse(entry.after).data
  return {
    ...(intent ? { target: { level: 'order' } } : {}),
    effect: {
      ...(before?.currency ? { currency: before.currency } : {}),
      ...(before ? { before: orderFigures(before) } : {}),
      ...(after ? { after: orderFigures(after) } : {}),
      refunds: [],
      differences: differencesOf(entry, after),
    },
  }
}

/** The same of a contact of the contacts module. */
export function describeContactErasure(entry: Entry): { readonly effect: OperationEffect } {
  const after = contactErasureSchema.safeParse(entry.after).data
  return { effect: { refunds: [], differences: differencesOf(entry, after) } }
}

/** Fields that still hold what they held, each name once, and what nobody saw. */
const differencesOf = (
  { state }: Entry,
  after: Pick<DeidentifySnapshot, 'verified'> | undefined,
): OperationEffect['differences'] => {
  const { left = [], unread = [] } = (state === 'done' && after?.verified) || {}
  return [
    ...distinct(left.map(({ field }) => field)).map((actual) => ({ what: 'FIELD_KEPT' as const, actual })),
    ...unread.map(({ what, version = '' }) => ({ what: unreadAs[what], actual: String(version) })),
  ]
}

const unreadAs = {
  payments: 'PAYMENTS_UNREAD',
  version: 'VERSION_UNREAD',
  'versions-to': 'VERSIONS_TO_UNREAD',
} as const
