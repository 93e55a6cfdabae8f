import { Anchor, Button, TextInput } from '@mantine/core'
import {
  type AmendableField,
  bookingOf,
  isSameValue,
  type Slot,
  slotPlaces,
} from '@shared/features/amendments'
import type { ProfileId } from '@shared/kernel/ids'
import { parseOffsetDateTime } from '@shared/kernel/time'
import { textOf } from '@shared/kernel/tolerant'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../../../ui/error-notice'
import { LoadingBar } from '../../../../ui/loading-bar'
import form from '../amend-dialog.module.css'
import { Advice } from './advice'
import type { BookingFieldsProps } from './booking-fields'
import classes from './bookings.module.css'
import { ClockFields } from './clock-fields'
import { CountFields } from './count-fields'
import { SlotChoice } from './slot-choice'
import { useSlots } from './use-product-options'

interface TravelFieldsProps extends BookingFieldsProps {
  readonly profile: ProfileId
  /** Why the product could not be read. */
  readonly error: unknown
  readonly onRetry: () => void
  readonly onCancelInstead: (() => void) | undefined
}

/** Date, slot and number of tickets of a booking. */
export function TravelFields(props: TravelFieldsProps) {
  const { group, draft, checked, options, error, onRetry, onCancelInstead } = props
  const { t } = useTranslation('amendments')
  const date = group.fields.find(({ kind }) => kind === 'moment')
  const slot = group.fields.find(({ name }) => name === 'product_availability_id')
  if (!date || !slot) return null
  if (error) {
    return (
      <ErrorNotice
        error={error}
        actions={
          <Button variant="default" size="compact-sm" onClick={onRetry}>
            {t('amend.bookings.retry')}
          </Button>
        }
      />
    )
  }
  if (!options) return <LoadingBar active />
  const hasSlots = options.hasSlots || slot.value !== null
  return (
    <>
      {hasSlots ? (
        <SlotFields {...props} date={date} slot={slot} />
      ) : options.needsDate || date.value !== null ? (
        <ClockFields date={date} draft={draft} checked={checked} />
      ) : null}
      <CountFields group={group} draft={draft} checked={checked} types={options.ticketTypes} />
      <Advice text={t('amend.bookings.advice')} onCancelInstead={onCancelInstead} />
    </>
  )
}

interface SlotFieldsProps extends TravelFieldsProps {
  readonly date: AmendableField
  readonly slot: AmendableField
}

/** A day and one of its slots; the date takes its offset from the slot. */
function SlotFields({ profile, order, group, draft, checked, date, slot }: SlotFieldsProps) {
  const { t } = useTranslation('amendments')
  const { booking: reference = '' } = group
  const [day, setDay] = useState(() => dayOf(draft.valueOf(date)))
  const product = textOf(bookingOf(order, reference)?.product_id)
  const query = useSlots(profile, product, day === '' ? undefined : day)
  const slots = query.data?.slots ?? []
  const chosen = slots.find(({ id }) => id === draft.valueOf(slot))
  const { setSlot } = draft
  // The number of tickets is held against the places of the slot as they are now.
  useEffect(() => setSlot(reference, chosen), [reference, chosen, setSlot])
  const chooseDay = (next: string) => {
    setDay(next)
    const back = next === dayOf(date.value)
    // Until a slot is chosen there is a day only, which cannot be sent.
    draft.setValue(date, back ? date.value : next)
    draft.setValue(slot, slot.value)
  }
  const choose = (next: Slot) => {
    draft.setValue(date, next.from)
    draft.setValue(slot, next.id)
  }
  const isOpen = day !== dayOf(date.value) && isSameValue(draft.valueOf(slot), slot.value)
  const places = chosen && slotPlaces(order, draft.amendment, reference, chosen)
  return (
    <fieldset className={classes.travel}>
      <legend className={form.legend}>{t('amend.bookings.when')}</legend>
      <TextInput
        className={classes.day}
        type="date"
        label={t('amend.bookings.day')}
        value={day}
        aria-invalid={(checked && isOpen) || undefined}
        onChange={(event) => chooseDay(event.currentTarget.value)}
      />
      <SlotChoice
        query={query}
        chosen={chosen}
        current={textOf(slot.value)}
        onChoose={choose}
        error={checked && isOpen ? t('amend.bookings.problem.SLOT_NEEDED') : undefined}
      />
      {query.isError ? (
        <Anchor component="button" type="button" onClick={() => void query.refetch()}>
          {t('amend.bookings.retry')}
        </Anchor>
      ) : null}
      {places?.state === 'tight' ? <p className={classes.warning}>{t('amend.bookings.tight')}</p> : null}
    </fieldset>
  )
}

const dayOf = (value: unknown): string =>
  typeof value === 'string'
    ? (parseOffsetDateTime(value)?.local.toPlainDate().toString() ?? value.slice(0, 10))
    : ''
