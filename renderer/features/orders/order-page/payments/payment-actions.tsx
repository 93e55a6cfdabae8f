import { orderPayments } from '@shared/features/orders'
import {
  type ManualPaymentObstacle,
  manualPaymentObstacle,
  type PaymentMailObstacle,
  paymentDue,
  paymentMailObstacle,
} from '@shared/features/payments'
import { refundable } from '@shared/features/refunds'
import type { ProfileId } from '@shared/kernel/ids'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { useShortcut } from '../../../../lib/shortcuts'
import { CancelPaymentDialog, ManualPaymentDialog, PaymentEmailDialog } from '../../../payments'
import { takesGuessedNames, useActiveProfile } from '../../../profiles'
import type { OrderOnPage } from '../use-order'

/** What can be done with the payments of an order, begun from its tab, by key or from the palette. */
export interface PaymentActions {
  /** Why no payment e-mail can be sent; `undefined` when nothing is known to stand in the way. */
  readonly mailObstacle: PaymentMailObstacle | 'NAME_UNCONFIRMED' | undefined
  /** Why no payment can be recorded. */
  readonly manualObstacle: ManualPaymentObstacle | undefined
  /** `payment_id` of those that are under way and can be stopped. */
  readonly underWay: readonly string[]
  readonly sendEmail: () => void
  readonly recordPayment: () => void
  /** @param payment `payment_id`; absent: the person chooses */
  readonly cancelPayment: (payment?: string) => void
}

const Actions = createContext<PaymentActions | undefined>(undefined)

/** Absent where the profile can only read. */
export const usePaymentActions = (): PaymentActions | undefined => useContext(Actions)

interface PaymentActionsProviderProps {
  readonly profile: ProfileId
  readonly reference: string
  readonly page: OrderOnPage
  readonly children: ReactNode
}

type Open = { readonly what: 'email' | 'manual' } | { readonly what: 'cancel'; readonly payment?: string }

/** Holds the dialogs of the payments, so that they can be opened whichever tab is in sight. */
export function PaymentActionsProvider({ profile, reference, page, children }: PaymentActionsProviderProps) {
  const { profile: inUse } = useActiveProfile()
  const guessed = takesGuessedNames(inUse)
  const [open, setOpen] = useState<Open>()
  const actions = useMemo<PaymentActions>(
    () => ({
      ...obstaclesOf(page, guessed),
      sendEmail: () => setOpen({ what: 'email' }),
      recordPayment: () => setOpen({ what: 'manual' }),
      cancelPayment: (payment) => setOpen({ what: 'cancel', ...(payment ? { payment } : {}) }),
    }),
    [page, guessed],
  )
  useShortcut('sendPaymentEmail', actions.sendEmail, { enabled: !actions.mailObstacle && !open })
  useShortcut('recordPayment', actions.recordPayment, { enabled: !actions.manualObstacle && !open })
  useShortcut('cancelPayment', () => actions.cancelPayment(), {
    enabled: actions.underWay.length > 0 && !open,
  })
  const dialog = { profile, reference, onClose: () => setOpen(undefined) }
  return (
    <Actions value={actions}>
      {children}
      {open?.what === 'email' ? <PaymentEmailDialog {...dialog} /> : null}
      {open?.what === 'manual' ? <ManualPaymentDialog {...dialog} /> : null}
      {open?.what === 'cancel' ? <CancelPaymentDialog {...dialog} payment={open.payment} /> : null}
    </Actions>
  )
}

/** As far as the page knows; the dialogs read afresh. */
function obstaclesOf({ order, facts }: OrderOnPage, guessed: boolean) {
  const records = orderPayments(order)
  return {
    mailObstacle: guessed ? paymentMailObstacle(order) : ('NAME_UNCONFIRMED' as const),
    manualObstacle: manualPaymentObstacle(order, paymentDue(order)),
    underWay: records.flatMap((record) => {
      const left = refundable(record, records, facts.settlement)
      return 'act' in left && left.act === 'stop' && record.id ? [record.id] : []
    }),
  }
}
