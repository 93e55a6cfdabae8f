import { OrderCell } from '../order-words'

interface Named {
  /** As given. */
  readonly reference: string
  readonly order?: string | undefined
}

/** Every one of the references is that of its order, or of none: naming the order beside it would say nothing. */
export const nameOrders = (lines: readonly Named[] | undefined): boolean =>
  (lines ?? []).every(({ order, reference }) => order === undefined || order === reference)

/** The reference of a line that is that of its order, which it opens; plain where there is no such order. */
export const ReferenceCell = ({ row: { reference, order } }: { row: Named }) =>
  order === undefined ? <span>{reference}</span> : <OrderCell row={{ order }} />
