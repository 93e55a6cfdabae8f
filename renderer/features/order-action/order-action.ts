import type { Order } from '@shared/api'
import type { Operation } from '@shared/features/operations'
import type { OperationId, OrderReference, ProfileId } from '@shared/kernel/ids'
import type { ReactNode } from 'react'

/** What a person decides with. */
export interface Step<Chosen> {
  /** As just read. */
  readonly order: Order
  /** The button is out of reach from the first click on. */
  readonly sending: boolean
  readonly onConfirm: (chosen: Chosen) => void
  readonly onClose: () => void
}

export interface OrderActionProps<Chosen> {
  readonly profile: ProfileId
  readonly reference: OrderReference
  /** The journal's kind of the operation, such as "refund-payment". */
  readonly kind: string
  /** Other kinds that the same words tell of. */
  readonly alike?: readonly string[]
  readonly title: string
  readonly size?: number
  readonly record: (chosen: Chosen) => Promise<{ readonly operations: readonly OperationId[] }>
  /** What is chosen, what it does, and a `ConfirmFooter`. */
  readonly decide: (step: Step<Chosen>) => ReactNode
  /** Where an operation of this kind stands, in a sentence. */
  readonly sentence: (operation: Operation) => string
  /** What more there is to say of it. */
  readonly outcome?: (operation: Operation) => ReactNode
  readonly onClose: () => void
}
