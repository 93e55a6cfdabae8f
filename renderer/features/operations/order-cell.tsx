import type { Operation } from '@shared/features/operations'
import { Link } from 'wouter'
import classes from './columns/columns.module.css'

/** The order of an operation, a link to it. */
export function OrderCell({ row }: { row: Operation }) {
  return (
    <Link href={`/orders/${encodeURIComponent(row.order)}`} className={classes.order} tabIndex={-1}>
      {row.order}
    </Link>
  )
}
