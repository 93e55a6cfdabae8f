import type { Operation } from '@shared/features/operations'
import { contactOfKey, stockOfKey } from '@shared/kernel/ids'
import { Link } from 'wouter'
import { OrderCell } from '../../order-words'
import classes from './columns.module.css'

/** The order that an operation is about, or the contact, a link to it; of stock the row's id. */
export function SubjectCell({ row }: { row: Operation }) {
  const stock = stockOfKey(row.order)
  const contact = contactOfKey(row.order)
  if (stock !== undefined) return <span>{stock}</span>
  if (contact === undefined) return <OrderCell row={row} />
  return (
    <Link href={`/contacts/${encodeURIComponent(contact)}`} className={classes.subject} tabIndex={-1}>
      {contact}
    </Link>
  )
}
