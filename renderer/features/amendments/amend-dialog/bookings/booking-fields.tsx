import { Select } from '@mantine/core'
import type { Order } from '@shared/api'
import {
  type AmendableField,
  type AmendableGroup,
  fittingTimes,
  type PickupPointOption,
  type ProductOptions,
} from '@shared/features/amendments'
import { useTranslation } from 'react-i18next'
import { FieldInput } from '../../../field-form'
import { useWords } from '../../../order-words'
import form from '../amend-dialog.module.css'
import type { AmendDraft } from '../use-amend-draft'

export interface BookingFieldsProps {
  readonly order: Order
  readonly group: AmendableGroup
  readonly draft: AmendDraft
  readonly checked: boolean
  /** Absent until the product was read. */
  readonly options: ProductOptions | undefined
}

/** References, language and pickup of a booking. */
export function BookingFields({ group, draft, checked, options }: BookingFieldsProps) {
  const named = (name: string) => group.fields.find((field) => field.name === name)
  const plain = [named('booking_external_reference'), named('booking_language')]
  return (
    <div className={form.fields}>
      {plain.map((field) =>
        field ? <FieldInput key={field.name} field={field} draft={draft} checked={checked} /> : null,
      )}
      <PickupFields
        draft={draft}
        options={options}
        point={named('product_pickup_point_id')}
        time={named('pickup_point_time')}
        date={named('booking_travel_date')}
      />
    </div>
  )
}

interface PickupFieldsProps {
  readonly draft: AmendDraft
  readonly options: ProductOptions | undefined
  readonly point: AmendableField | undefined
  readonly time: AmendableField | undefined
  readonly date: AmendableField | undefined
}

/** Where and when the guest is picked up, of what the product offers (rules.md #130, #131). */
function PickupFields({ draft, options, point, time, date }: PickupFieldsProps) {
  const { t } = useTranslation('amendments')
  const { field } = useWords()
  if (!point || !time || !options) return null
  const { mandatory, points } = options.pickup
  const chosen = draft.valueOf(point)
  if (points.length === 0 && chosen === null) return null
  const option = points.find(({ id }) => id === chosen)
  const slot = date && draft.valueOf(date)
  const choose = (id: string | null) => {
    draft.setValue(point, id)
    const times = fitting(
      points.find((one) => one.id === id),
      slot,
    )
    // One time only is the time (rules.md #132); a time of the point before is none of this one.
    if (id === point.value) draft.setValue(time, time.value)
    else draft.setValue(time, times.length === 1 ? (times[0] ?? null) : null)
  }
  return (
    <>
      <Select
        label={field('product_pickup_point')}
        data={withCurrent(
          points.map(({ id, name }) => ({ value: id, label: name ?? id })),
          chosen,
        )}
        value={chosen === null ? null : String(chosen)}
        clearable={!mandatory}
        searchable={points.length > 8}
        onChange={choose}
      />
      {chosen === null || chosen === '' ? null : (
        <Select
          label={t('amend.bookings.pickupTime')}
          data={withCurrent(
            fitting(option, slot).map((value) => ({ value, label: value })),
            draft.valueOf(time),
          )}
          value={String(draft.valueOf(time) ?? '') || null}
          clearable
          onChange={(value) => draft.setValue(time, value)}
        />
      )}
    </>
  )
}

const fitting = (option: PickupPointOption | undefined, slot: unknown): string[] =>
  option ? fittingTimes(option, typeof slot === 'string' ? slot : undefined) : []

/** What the booking has stays to be chosen, also where it is not on offer any more. */
function withCurrent(data: { value: string; label: string }[], current: unknown) {
  const isThere = typeof current !== 'string' || current === '' || data.some(({ value }) => value === current)
  return isThere ? data : [{ value: current, label: current }, ...data]
}
