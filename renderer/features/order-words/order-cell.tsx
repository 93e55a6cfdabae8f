import { Link } from 'wouter'
import classes from './order-cell.module.css'
import { orderPath } from './order-path'

/** The order of a row in a grid, a link to it; nothing where none is known. */
export function OrderCell({ row: { order } }: { row: { readonly order?: string | undefined } }) {
  if (order === undefined) return null
  return (
    <Link href={orderPath(order)} className={classes.order} tabIndex={-1}>
      {order}
    </Link>
  )
}
