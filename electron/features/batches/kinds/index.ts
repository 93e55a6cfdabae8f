import type { BatchAction } from '@shared/features/batches'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import type { ProfileApi } from '../../../api'
import { type Revision, revisionOf } from '../../contacts'
import { planAmendment } from './plan-amendment'
import { planCancellation } from './plan-cancellation'
import { planContact } from './plan-contact'
import { planDeidentification } from './plan-deidentification'
import { planPaymentEmail } from './plan-payment-email'
import { planRefund } from './plan-refund'
import { planRepoint } from './plan-repoint'
import { planVouchers } from './plan-vouchers'
import type { OrderToPlan, PlannedOrder, ReadOrder } from './planned-order'

export type { OrderToPlan, PlannedOrder } from './planned-order'

/** What an action needs to know beside the orders. */
export interface Beside {
  /** The contact that is brought to them. */
  readonly contact?: Revision
}

/** Reads what an action needs beside the orders, once for all of them. */
export async function readBeside(api: ProfileApi, action: BatchAction): Promise<Result<Beside, AppError>> {
  const uid = action.kind === 'contact' ? action.contact : action.kind === 'repoint' ? action.to : undefined
  if (uid === undefined) return ok({})
  const read = await api.contacts.get(uid)
  if (!read.ok) return read
  const contact = revisionOf(read.value)
  return contact ? ok({ contact }) : err(appError('UPSTREAM', 'the answer holds no contact'))
}

/** What an action would do to an order that was just read. Nothing is sent, read or recorded here. */
export function planOrder(
  read: ReadOrder,
  plan: OrderToPlan,
  action: BatchAction,
  { contact }: Beside,
): PlannedOrder {
  switch (action.kind) {
    case 'cancel':
      return planCancellation(read, plan, action)
    case 'refund':
      return planRefund(read, plan, action)
    case 'amend':
      return planAmendment(read, plan, action)
    case 'payment-email':
      return planPaymentEmail(read, plan)
    case 'contact':
      return contact ? planContact(read, plan, action, contact) : { verdicts: [], drafts: [] }
    case 'repoint':
      return contact ? planRepoint(read, plan, action, contact) : { verdicts: [], drafts: [] }
    case 'vouchers':
      return planVouchers(read, plan)
    case 'deidentify':
      return planDeidentification(read, plan, action)
  }
}
