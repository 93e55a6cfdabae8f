import { Checkbox } from '@mantine/core'
import {
  bookingObstacle,
  type CancellableBooking,
  isCombi,
  type Obstacle,
  type Selection,
  ticketObstacle,
  ticketsOf,
} from '@shared/features/cancellations'
import { idText } from '@shared/kernel/ids'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import classes from './cancel-dialog.module.css'

/** Makes another selection out of the one that is there. */
export type Change = (update: (selection: Selection) => Selection) => void

interface BookingBranchProps {
  readonly booking: CancellableBooking
  /** The whole order is ticked. */
  readonly covered: boolean
  /** This booking is ticked. */
  readonly chosen: boolean
  /** Ids of its single tickets that are ticked, as {@link tickedOf} writes them. */
  readonly ticked: string
  readonly onChange: Change
}

/** Which tickets of a booking are ticked, as one text: what did not change is not drawn again. */
export const tickedOf = (booking: CancellableBooking, { tickets }: Selection): string =>
  tickets.size === 0
    ? ''
    : ticketsOf(booking)
        .flatMap((ticket) => idText(ticket.product_type_transaction_id) ?? [])
        .filter((id) => tickets.has(id))
        .join('\n')

/** A booking and its tickets. An order may have hundreds: a tick draws the booking that it is in. */
export const BookingBranch = memo(function BookingBranch(props: BookingBranchProps) {
  const { booking, covered, chosen, ticked, onChange } = props
  const { t } = useTranslation('cancellations')
  const format = useFormat()
  const reference = idText(booking.booking_reference) ?? ''
  const obstacle = bookingObstacle(booking)
  const whole = covered || chosen
  const tickets = ticketsOf(booking)
  const ids = new Set(ticked.split('\n'))
  const when = booking.product_availability_from_date_time ?? booking.booking_travel_date

  const tickBooking = (checked: boolean) =>
    onChange((now) => {
      const bookings = withOne(now.bookings, reference, checked)
      const own = new Set(tickets.map((ticket) => idText(ticket.product_type_transaction_id)))
      return { ...now, bookings, tickets: new Set([...now.tickets].filter((id) => !own.has(id))) }
    })

  return (
    <div className={classes.branch}>
      <Checkbox
        label={booking.product_title ?? reference}
        description={[
          when ? format.moment(when) : undefined,
          reference,
          obstacle && t(`obstacle.${obstacle}`),
        ]
          .filter(Boolean)
          .join(' · ')}
        checked={whole && obstacle === undefined}
        indeterminate={!whole && ticked !== ''}
        disabled={covered || obstacle !== undefined}
        onChange={(event) => tickBooking(event.currentTarget.checked)}
      />
      {isCombi(booking) ? (
        <p className={classes.hint}>{t('choose.combi')}</p>
      ) : (
        <ul className={classes.tickets}>
          {tickets.map((ticket, index) => {
            const id = idText(ticket.product_type_transaction_id)
            return (
              <TicketLeaf
                key={id ?? `#${index}`}
                label={[
                  ticket.product_type_label ?? ticket.product_type,
                  idText(ticket.product_type_code) ?? id,
                ]}
                price={format.money(
                  ticket.product_type_pricing?.price_total,
                  booking.product_currency_code ?? '',
                )}
                obstacle={ticketObstacle(booking, ticket)}
                covered={whole}
                checked={id !== undefined && ids.has(id)}
                onChange={(checked) =>
                  id && onChange((now) => ({ ...now, tickets: withOne(now.tickets, id, checked) }))
                }
              />
            )
          })}
        </ul>
      )}
    </div>
  )
})

function withOne(all: ReadonlySet<string>, one: string, there: boolean): ReadonlySet<string> {
  const changed = new Set(all)
  if (there) changed.add(one)
  else changed.delete(one)
  return changed
}

interface TicketLeafProps {
  readonly label: readonly (string | null | undefined)[]
  readonly price: string
  readonly obstacle: Obstacle | undefined
  /** The booking or order it belongs to is ticked. */
  readonly covered: boolean
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

function TicketLeaf({ label, price, obstacle, covered, checked, onChange }: TicketLeafProps) {
  const { t } = useTranslation('cancellations')
  return (
    <li className={classes.ticket}>
      <Checkbox
        label={label.filter(Boolean).join(' · ')}
        description={obstacle && obstacle !== 'COMBI_AS_A_WHOLE' ? t(`obstacle.${obstacle}`) : undefined}
        checked={(covered || checked) && obstacle === undefined}
        disabled={covered || obstacle !== undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className={classes.price}>{price}</span>
    </li>
  )
}
