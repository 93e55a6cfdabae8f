import type { OperationEffect, OperationTarget } from '@shared/features/operations'
import type { vouchersOperations } from '@shared/features/vouchers'
import type { Handler } from '@shared/ipc/define'
import { asCommonError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import type { DistributorApi } from '../../api'
import type { Entry, Journal } from '../../journal'
import { savedEffect } from '../orders'
import {
  checkReleasable,
  type ReleaseIntent,
  releaseClaims,
  releaseIntentSchema,
  releaseSnapshotSchema,
  releaseVoucherKind,
  takeReleaseSnapshot,
} from './release-voucher-definition'

type ReleaseVoucher = (typeof vouchersOperations)['releaseVoucher']

export interface ReleaseVoucherDeps {
  readonly api: DistributorApi
  readonly journal: Pick<Journal, 'submit' | 'ready'>
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
}

/** Records and runs a forced release: the order is read afresh and must be the one the person saw. */
export function createReleaseVoucher({ api, journal, now }: ReleaseVoucherDeps): Handler<ReleaseVoucher> {
  return async ({ profile, order, booking, reason, seen }) => {
    const ready = await journal.ready()
    if (!ready.ok) return ready
    const readAt = now()
    const document = await api.for(profile).orders.get(order, { fresh: true })
    if (!document.ok) return err(asCommonError(document.error))
    const before = takeReleaseSnapshot(document.value.value.data.order, booking)
    const possible = checkReleasable(before, seen)
    if (!possible.ok) return possible
    const intent: ReleaseIntent = { reason, seen, ...(booking === undefined ? {} : { booking }) }
    const draft = { profile, kind: releaseVoucherKind, order, claims: releaseClaims, intent, before, readAt }
    const submitted = await journal.submit([draft])
    return submitted.ok ? ok({ operations: [...submitted.value] }) : submitted
  }
}

/** What a release was to do and did, for the Operations screen. What was purged is left out. */
export function describeRelease(entry: Entry): {
  readonly target?: OperationTarget
  readonly reason?: string
  readonly effect: OperationEffect
} {
  const intent = releaseIntentSchema.safeParse(entry.intent).data
  const before = releaseSnapshotSchema.safeParse(entry.before).data
  const after = releaseSnapshotSchema.safeParse(entry.after).data
  const target: OperationTarget =
    intent?.booking === undefined
      ? { level: 'order' }
      : { level: 'booking', bookingReference: intent.booking }
  return {
    ...(intent ? { target, reason: intent.reason } : {}),
    effect: savedEffect(before, after),
  }
}
