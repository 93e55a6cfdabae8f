import { Button, TextInput } from '@mantine/core'
import type { OrderBooking } from '@shared/features/orders'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BookingNode } from './booking-node'
import { findBookings } from './booking-search'
import classes from './bookings.module.css'
import { moveBetweenHeadings } from './move-focus'

/** Up to this many bookings are open from the start. */
const openUpTo = 5

interface BookingsTabProps {
  readonly bookings: readonly OrderBooking[]
  /** Milliseconds since 1970 UTC. */
  readonly readAt: number
}

/** Every booking with its parts and tickets. */
export function BookingsTab({ bookings, readAt }: BookingsTabProps) {
  const { t } = useTranslation('order')
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text)
  const found = useMemo(() => findBookings(bookings, wanted), [bookings, wanted])
  // Every round of opening or closing all draws the bookings anew; each one remembers by itself what follows.
  const [all, setAll] = useState({ open: bookings.length <= openUpTo, round: 0 })
  const turnAll = (open: boolean) => setAll(({ round }) => ({ open, round: round + 1 }))
  const searching = wanted.trim() !== ''
  if (bookings.length === 0) return <p className={classes.empty}>{t('bookings.none')}</p>
  return (
    <div className={classes.tab}>
      <div className={classes.tools} hidden={bookings.length === 1}>
        <TextInput
          aria-label={t('bookings.filter')}
          placeholder={t('bookings.filterPlaceholder')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          className={classes.filter}
        />
        <span className={classes.quiet} role="status">
          {searching ? t('bookings.found', { count: found.length, total: bookings.length }) : ''}
        </span>
        <Button variant="default" onClick={() => turnAll(true)}>
          {t('bookings.expandAll')}
        </Button>
        <Button variant="default" onClick={() => turnAll(false)}>
          {t('bookings.collapseAll')}
        </Button>
      </div>
      {found.length === 0 ? (
        <p className={classes.empty}>{t('bookings.nothingFound', { text: wanted.trim() })}</p>
      ) : null}
      <ul className={classes.nodes} onKeyDown={moveBetweenHeadings}>
        {found.map((booking) => (
          <BookingNode
            key={`${all.round} ${booking.key}`}
            booking={booking}
            openAtFirst={all.open}
            readAt={readAt}
          />
        ))}
      </ul>
    </div>
  )
}
