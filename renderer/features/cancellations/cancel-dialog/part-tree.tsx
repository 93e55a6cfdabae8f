import { Button, Checkbox } from '@mantine/core'
import {
  bookingsOf,
  type CancellableOrder,
  everythingCancellable,
  orderObstacles,
  type Selection,
  selectedParts,
} from '@shared/features/cancellations'
import { idText } from '@shared/kernel/ids'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { BookingBranch, type Change, tickedOf } from './booking-branch'
import classes from './cancel-dialog.module.css'

interface PartTreeProps {
  readonly order: CancellableOrder
  readonly selection: Selection
  /** The same function from drawing to drawing. */
  readonly onChange: Change
}

/** What can be cancelled, as ticks: the whole order, each booking, each ticket; with the reason where it cannot. */
export const PartTree = memo(function PartTree({ order, selection, onChange }: PartTreeProps) {
  const { t } = useTranslation('cancellations')
  const obstacles = orderObstacles(order)
  return (
    <fieldset className={classes.tree}>
      <legend className={classes.heading}>{t('choose.title')}</legend>
      <Checkbox
        label={t('choose.whole')}
        checked={selection.whole}
        disabled={obstacles.length > 0}
        onChange={({ currentTarget: { checked } }) => onChange((now) => ({ ...now, whole: checked }))}
        data-autofocus
      />
      {obstacles.length > 0 ? <Mixed order={order} obstacles={obstacles} onChange={onChange} /> : null}
      {bookingsOf(order).map((booking, index) => (
        <BookingBranch
          // A booking without a reference has nothing else to tell it apart by.
          key={idText(booking.booking_reference) ?? `#${index}`}
          booking={booking}
          covered={selection.whole}
          chosen={selection.bookings.has(idText(booking.booking_reference) ?? '')}
          ticked={tickedOf(booking, selection)}
          onChange={onChange}
        />
      ))}
    </fieldset>
  )
})

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
        <Button variant="default" size="compact-sm" onClick={() => onChange(() => everything)}>
          {t('choose.everything', { count })}
        </Button>
      ) : null}
    </div>
  )
}
