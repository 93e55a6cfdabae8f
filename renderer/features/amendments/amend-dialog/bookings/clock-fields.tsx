import { Radio, Select, TextInput } from '@mantine/core'
import type { AmendableField } from '@shared/features/amendments'
import { parseOffsetDateTime } from '@shared/kernel/time'
import { textOf } from '@shared/kernel/tolerant'
import { momentsInZone, zonesThatShow } from '@shared/kernel/zoned-moment'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import form from '../amend-dialog.module.css'
import type { AmendDraft } from '../use-amend-draft'
import classes from './bookings.module.css'
import { useActivityTime } from './use-activity-time'

interface ClockFieldsProps {
  readonly date: AmendableField
  readonly draft: AmendDraft
  readonly checked: boolean
}

/**
 * A date and clock time where there is no slot to take the offset from: the person says in which time zone the activity
 * is, and its clock on that day gives the offset. The offset of the date before is never carried over.
 */
export function ClockFields({ date, draft, checked }: ClockFieldsProps) {
  const { t } = useTranslation('amendments')
  const activityTime = useActivityTime()
  const before = parseOffsetDateTime(textOf(date.value))
  const draftText = String(draft.valueOf(date) ?? '')
  const [local, setLocal] = useState(() => ({
    day: draftText.slice(0, 10),
    time: draftText.slice(11, 16) || (before?.local.toPlainTime().toString({ smallestUnit: 'minute' }) ?? ''),
  }))
  const [zone, setZone] = useState<string | null>(null)
  const zones = useMemo(() => (before ? zonesThatShow(before) : Intl.supportedValuesOf('timeZone')), [before])
  const clock = `${local.day}T${local.time}`
  const isAsBefore = before !== undefined && clock === before.local.toString({ smallestUnit: 'minute' })
  const moments = zone === null || isAsBefore ? [] : momentsInZone(zone, clock)
  const put = (next: { day: string; time: string }, inZone: string | null) => {
    const text = `${next.day}T${next.time}`
    const [only, other] = inZone === null ? [] : momentsInZone(inZone, text)
    const same = before !== undefined && text === before.local.toString({ smallestUnit: 'minute' })
    // Without an offset it is no moment yet, and cannot be sent.
    draft.setValue(date, same ? date.value : only !== undefined && other === undefined ? only : text)
  }
  const change = (next: { day: string; time: string }) => {
    setLocal(next)
    put(next, zone)
  }
  const isSkipped = zone !== null && !isAsBefore && local.time !== '' && moments.length === 0
  const problem = draft.problemOf(date) !== undefined
  return (
    <fieldset className={classes.travel}>
      <legend className={form.legend}>{t('amend.bookings.when')}</legend>
      <div className={form.fields}>
        <TextInput
          type="date"
          label={t('amend.bookings.day')}
          value={local.day}
          onChange={(event) => change({ ...local, day: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t('amend.bookings.time')}
          value={local.time}
          onChange={(event) => change({ ...local, time: event.currentTarget.value })}
        />
        {isAsBefore || clock === 'T' ? null : (
          <Select
            label={t('amend.bookings.zone')}
            description={t('amend.bookings.zoneHint')}
            data={zones}
            searchable
            value={zone}
            error={
              isSkipped
                ? t('amend.bookings.skipped')
                : checked && problem && zone === null
                  ? t('amend.bookings.zoneNeeded')
                  : undefined
            }
            onChange={(next) => {
              setZone(next)
              put(local, next)
            }}
          />
        )}
      </div>
      {moments.length > 1 ? (
        <Radio.Group
          label={t('amend.bookings.twice')}
          value={String(draft.valueOf(date))}
          onChange={(moment) => draft.setValue(date, moment)}
          error={checked && problem ? t('amend.bookings.twiceNeeded') : undefined}
        >
          <div className={classes.slots}>
            {moments.map((moment) => (
              <Radio key={moment} value={moment} label={activityTime(moment)} />
            ))}
          </div>
        </Radio.Group>
      ) : null}
      {moments.length === 1 ? (
        <p className={classes.quiet}>{t('amend.bookings.willBe', { when: activityTime(moments[0]) })}</p>
      ) : null}
    </fieldset>
  )
}
