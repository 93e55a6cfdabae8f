import { Radio } from '@mantine/core'
import type { Slot } from '@shared/features/amendments'
import { parseOffsetDateTime } from '@shared/kernel/time'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format'
import { ErrorNotice } from '../../../../ui/error-notice'
import { LoadingBar } from '../../../../ui/loading-bar'
import { shortOffset } from '../../../order-words'
import classes from './bookings.module.css'

interface SlotChoiceProps {
  readonly query: {
    readonly data: { readonly slots: readonly Slot[]; readonly isCut: boolean } | undefined
    readonly error: unknown
    readonly isFetching: boolean
  }
  readonly chosen: Slot | undefined
  /** `product_availability_id` that the booking has. */
  readonly current: string | undefined
  readonly onChoose: (slot: Slot) => void
  readonly error: string | undefined
}

/** The slots of a day with the places that are open, on the activity's own clock. */
export function SlotChoice({ query, chosen, current, onChoose, error }: SlotChoiceProps) {
  const { t } = useTranslation('amendments')
  const { data, isFetching } = query
  if (query.error) return <ErrorNotice error={query.error} />
  if (!data) return <LoadingBar active={isFetching} />
  if (data.slots.length === 0) return <p role="status">{t('amend.bookings.noSlots')}</p>
  return (
    <Radio.Group
      label={t('amend.bookings.slot')}
      error={error}
      value={chosen?.id ?? null}
      onChange={(id) => {
        const slot = data.slots.find((one) => one.id === id)
        if (slot) onChoose(slot)
      }}
    >
      <div className={classes.slots}>
        {data.slots.map((slot) => (
          <SlotOption key={slot.id} slot={slot} isCurrent={slot.id === current} />
        ))}
      </div>
      {data.isCut ? <p className={classes.quiet}>{t('amend.bookings.cut')}</p> : null}
    </Radio.Group>
  )
}

function SlotOption({ slot, isCurrent }: { slot: Slot; isCurrent: boolean }) {
  const { t } = useTranslation('amendments')
  const { t: order } = useTranslation('order')
  const format = useFormat()
  const { id, from, to, label, open } = slot
  const offset = parseOffsetDateTime(from)?.offset ?? ''
  const times = [format.moment(from, 'time'), to && format.moment(to, 'time')].filter(Boolean).join('–')
  const facts = [
    label,
    open === undefined ? t('amend.bookings.placesUnknown') : t('amend.bookings.places', { count: open }),
    isCurrent ? t('amend.bookings.current') : undefined,
  ]
  return (
    <Radio
      value={id}
      disabled={open === 0 && !isCurrent}
      label={
        <>
          {times}{' '}
          <span className={classes.quiet}>{order('time.offset', { offset: shortOffset(offset) })}</span>
        </>
      }
      description={facts.filter(Boolean).join(' · ')}
    />
  )
}
