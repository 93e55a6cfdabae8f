import { Anchor } from '@mantine/core'
import type { Order } from '@shared/api'
import { type AmendableGroup, bookingOf, ticketKinds, travelObstacle } from '@shared/features/amendments'
import type { ProfileId } from '@shared/kernel/ids'
import { textOf } from '@shared/kernel/tolerant'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NoteFields } from '../note-fields'
import type { AmendDraft } from '../use-amend-draft'
import { Advice } from './advice'
import { BookingFields } from './booking-fields'
import classes from './bookings.module.css'
import { TravelFields } from './travel-fields'
import { useActivityTime } from './use-activity-time'
import { useProductOptions } from './use-product-options'

interface BookingCardProps {
  readonly profile: ProfileId
  readonly order: Order
  readonly group: AmendableGroup
  readonly draft: AmendDraft
  readonly checked: boolean
  readonly initiallyOpen: boolean
  readonly onCancelInstead: (() => void) | undefined
}

/** One booking: what it is, and once opened what may be changed in it. */
export function BookingCard(props: BookingCardProps) {
  const { order, group, draft, initiallyOpen } = props
  const { t } = useTranslation('amendments')
  const { booking: reference = '', title, obstacle } = group
  const [open, setOpen] = useState(initiallyOpen && !obstacle)
  const booking = bookingOf(order, reference)
  const activityTime = useActivityTime()
  const tickets = ticketKinds(booking).filter(({ count }) => count > 0)
  const facts = [
    activityTime(textOf(booking?.booking_travel_date)),
    ...tickets.map(({ count, label, kind }) => `${count} ${label ?? kind}`),
  ]
  return (
    <details
      className={classes.card}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      data-changed={draft.isChanged(reference) || undefined}
    >
      <summary>
        <span className={classes.title}>
          <bdi>{title ?? reference}</bdi>
          {draft.isChanged(reference) ? (
            <span className={classes.mark}>{t('amend.bookings.changed')}</span>
          ) : null}
        </span>
        <span className={classes.facts}>
          <bdi>{reference}</bdi> · <bdi>{facts.filter(Boolean).join(' · ')}</bdi>
        </span>
      </summary>
      {open ? (
        obstacle ? (
          <p>{t(`amend.bookings.obstacle.${obstacle}`)}</p>
        ) : (
          <OpenBooking {...props} />
        )
      ) : null}
    </details>
  )
}

function OpenBooking({ profile, order, group, draft, checked, onCancelInstead }: BookingCardProps) {
  const { t } = useTranslation('amendments')
  const { booking: reference = '' } = group
  const booking = bookingOf(order, reference)
  const options = useProductOptions(profile, textOf(booking?.product_id))
  const fixed = travelObstacle(booking)
  const problem = draft.bookingProblemOf(reference)
  const shared = { profile, order, group, draft, checked, options: options.data }
  return (
    <div className={classes.open}>
      {fixed ? (
        <Advice text={t(`amend.bookings.fixed.${fixed}`)} onCancelInstead={onCancelInstead} />
      ) : (
        <TravelFields
          {...shared}
          onCancelInstead={onCancelInstead}
          error={options.error}
          onRetry={() => void options.refetch()}
        />
      )}
      <BookingFields {...shared} />
      <NoteFields
        compact
        note={draft.noteOf(reference)}
        onChange={(note) => draft.setBookingNote(reference, note)}
      />
      {problem ? (
        <p role="alert" className={classes.problem}>
          {t(`amend.bookings.problem.${problem}`)}{' '}
          {problem === 'NOTHING_LEFT' && onCancelInstead ? (
            <Anchor component="button" type="button" onClick={onCancelInstead}>
              {t('amend.cancelInstead')}
            </Anchor>
          ) : null}
        </p>
      ) : null}
    </div>
  )
}
