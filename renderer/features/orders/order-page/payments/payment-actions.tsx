import { type PaymentMailObstacle, paymentMailObstacle } from '@shared/features/payments'
import type { ProfileId } from '@shared/kernel/ids'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { useShortcut } from '../../../../lib/shortcuts'
import { PaymentEmailDialog } from '../../../payments'
import { takesGuessedNames, useActiveProfile } from '../../../profiles'
import type { OrderOnPage } from '../use-order'

/** What can be done with the payments of an order, begun from its tab, by key or from the palette. */
export interface PaymentActions {
  /** Why no payment e-mail can be sent; `undefined` when nothing is known to stand in the way. */
  readonly mailObstacle: PaymentMailObstacle | 'NAME_UNCONFIRMED' | undefined
  readonly sendEmail: () => void
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

/** Holds the dialogs of the payments, so that they can be opened whichever tab is in sight. */
export function PaymentActionsProvider({ profile, reference, page, children }: PaymentActionsProviderProps) {
  const { profile: inUse } = useActiveProfile()
  const guessed = takesGuessedNames(inUse)
  const [open, setOpen] = useState<'email'>()
  const close = () => setOpen(undefined)
  const actions = useMemo<PaymentActions>(
    () => ({
      mailObstacle: guessed ? paymentMailObstacle(page.order) : 'NAME_UNCONFIRMED',
      sendEmail: () => setOpen('email'),
    }),
    [page.order, guessed],
  )
  useShortcut('sendPaymentEmail', actions.sendEmail, {
    enabled: actions.mailObstacle === undefined && !open,
  })
  return (
    <Actions value={actions}>
      {children}
      {open === 'email' ? (
        <PaymentEmailDialog profile={profile} reference={reference} onClose={close} />
      ) : null}
    </Actions>
  )
}
