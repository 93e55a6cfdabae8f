import { Radio, Select, TextInput } from '@mantine/core'
import { type AmendableField, chooseClock } from '@shared/features/amendments'
import { parseOffsetDateTime } from '@shared/kernel/time'
import { textOf } from '@shared/kernel/tolerant'
import { zonesThatShow } from '@shared/kernel/zoned-moment'
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
  const choice = chooseClock(textOf(date.value), { ...local, zone })
  const put = (next: typeof local, inZone: string | null) => {
    const wanted = chooseClock(textOf(date.value), { ...next, zone: inZone })
    if (wanted.kind === 'as-before') draft.setValue(date, date.value)
    // Without an offset it is no moment yet, and cannot be sent.
    else draft.setValue(date, wanted.kind === 'moment' ? wanted.moment : `${next.day}T${next.time}`)
  }
  const change = (next: { day: string; time: string }) => {
    setLocal(next)
    put(next, zone)
  }
  const isSkipped = choice.kind === 'skipped' && local.time !== ''
  const isNothing = local.day === '' && local.time === ''
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
        {choice.kind === 'as-before' || isNothing ? null : (
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
      {choice.kind === 'twice' ? (
        <Radio.Group
          label={t('amend.bookings.twice')}
          value={String(draft.valueOf(date))}
          onChange={(moment) => draft.setValue(date, moment)}
          error={checked && problem ? t('amend.bookings.twiceNeeded') : undefined}
        >
          <div className={classes.slots}>
            {choice.moments.map((moment) => (
              <Radio key={moment} value={moment} label={activityTime(moment)} />
            ))}
          </div>
        </Radio.Group>
      ) : null}
      {choice.kind === 'moment' ? (
        <p className={classes.quiet}>{t('amend.bookings.willBe', { when: activityTime(choice.moment) })}</p>
      ) : null}
    </fieldset>
  )
}
