import { Button, Checkbox } from '@mantine/core'
import {
  bookingObstacle,
  bookingsOf,
  type CancellableBooking,
  type CancellableOrder,
  everythingCancellable,
  isCombi,
  type Obstacle,
  orderObstacles,
  type Selection,
  selectedParts,
  ticketObstacle,
  ticketsOf,
} from '@shared/features/cancellations'
import { idText } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import classes from './cancel-dialog.module.css'

interface PartTreeProps {
  readonly order: CancellableOrder
  readonly selection: Selection
  readonly onChange: (selection: Selection) => void
}

/** What can be cancelled, as ticks: the whole order, each booking, each ticket; with the reason where it cannot. */
export function PartTree({ order, selection, onChange }: PartTreeProps) {
  const { t } = useTranslation('cancellations')
  const obstacles = orderObstacles(order)
  return (
    <fieldset className={classes.tree}>
      <legend className={classes.heading}>{t('choose.title')}</legend>
      <Checkbox
        label={t('choose.whole')}
        checked={selection.whole}
        disabled={obstacles.length > 0}
        onChange={(event) => onChange({ ...selection, whole: event.currentTarget.checked })}
        data-autofocus
      />
      {obstacles.length > 0 ? <Mixed order={order} obstacles={obstacles} onChange={onChange} /> : null}
      {bookingsOf(order).map((booking, index) => (
        <BookingBranch
          // A booking without a reference has nothing else to tell it apart by.
          key={idText(booking.booking_reference) ?? `#${index}`}
          booking={booking}
          selection={selection}
          onChange={onChange}
        />
      ))}
    </fieldset>
  )
}

/** Obstacles that are named; more would push the choice off the screen. */
const named = 4

/** Why the order cannot go as a whole, and the way to all that can. */
function Mixed({
  order,
  obstacles,
  onChange,
}: Pick<PartTreeProps, 'order' | 'onChange'> & { obstacles: ReturnType<typeof orderObstacles> }) {
  const { t } = useTranslation('cancellations')
  const everything = everythingCancellable(order)
  const count = selectedParts(order, everything).reduce((sum, part) => sum + part.tickets.length, 0)
  return (
    <div className={classes.mixed}>
      <p>{t('choose.mixed')}</p>
      <ul>
        {obstacles.slice(0, named).map(({ booking, obstacle }, index) => (
          <li key={idText(booking?.booking_reference) ?? `#${index}`}>
            {[booking?.product_title, idText(booking?.booking_reference), t(`obstacle.${obstacle}`)]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
        {obstacles.length > named ? <li>{t('choose.more', { count: obstacles.length - named })}</li> : null}
      </ul>
      {count > 0 ? (
        <Button variant="default" size="compact-sm" onClick={() => onChange(everything)}>
          {t('choose.everything', { count })}
        </Button>
      ) : null}
    </div>
  )
}

function BookingBranch({
  booking,
  selection,
  onChange,
}: Omit<PartTreeProps, 'order'> & { booking: CancellableBooking }) {
  const { t } = useTranslation('cancellations')
  const format = useFormat()
  const reference = idText(booking.booking_reference) ?? ''
  const obstacle = bookingObstacle(booking)
  const whole = selection.whole || selection.bookings.has(reference)
  const tickets = ticketsOf(booking)
  const ticked = tickets.filter((ticket) =>
    selection.tickets.has(idText(ticket.product_type_transaction_id) ?? ''),
  )
  const when = booking.product_availability_from_date_time ?? booking.booking_travel_date

  const tickBooking = (checked: boolean) => {
    const bookings = new Set(selection.bookings)
    if (checked) bookings.add(reference)
    else bookings.delete(reference)
    const own = new Set(tickets.map((ticket) => idText(ticket.product_type_transaction_id)))
    onChange({
      ...selection,
      bookings,
      tickets: new Set([...selection.tickets].filter((id) => !own.has(id))),
    })
  }

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
        indeterminate={!whole && ticked.length > 0}
        disabled={selection.whole || obstacle !== undefined}
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
                checked={selection.tickets.has(id ?? '')}
                onChange={(checked) => {
                  const chosen = new Set(selection.tickets)
                  if (checked && id) chosen.add(id)
                  else if (id) chosen.delete(id)
                  onChange({ ...selection, tickets: chosen })
                }}
              />
            )
          })}
        </ul>
      )}
    </div>
  )
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
