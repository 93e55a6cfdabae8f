import { Link } from 'wouter'
import classes from './batches.module.css'

/** The order of a line; nothing where none is known. */
export function OrderLink({ row: { order } }: { row: { readonly order?: string | undefined } }) {
  if (order === undefined) return null
  return (
    <Link href={`/orders/${encodeURIComponent(order)}`} className={classes.order} tabIndex={-1}>
      {order}
    </Link>
  )
}
