import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DayRange, day, type Preset } from './date-range'
import classes from './filters.module.css'

interface RangeEditorProps {
  readonly value: DayRange | undefined
  readonly presets: readonly Preset[]
  /** Words for no value, where that means something. */
  readonly noneLabel?: string | undefined
  readonly onChange: (value: DayRange | undefined) => void
}

/** Chooses days: a preset at once, or days of one's own. */
export function RangeEditor({ value, presets, noneLabel, onChange }: RangeEditorProps) {
  const { t } = useTranslation('orders')
  const own = value && !('preset' in value) ? value : {}
  const [from, setFrom] = useState(own.from ?? '')
  const [to, setTo] = useState(own.to ?? '')
  const [first, last] = [day(from), day(to)]
  const backwards = first && last && from > to
  const apply = () => onChange({ ...(first && { from }), ...(last && { to }) })
  const choice = (label: string, chosen: boolean, next: DayRange | undefined) => (
    <Button
      key={label}
      variant={chosen ? 'light' : 'subtle'}
      size="compact-sm"
      justify="start"
      aria-pressed={chosen}
      onClick={() => onChange(next)}
    >
      {label}
    </Button>
  )
  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault()
        if ((first || last) && !backwards) apply()
      }}
    >
      <div className={classes.choices}>
        {noneLabel !== undefined ? choice(noneLabel, value === undefined, undefined) : null}
        {presets.map((preset) =>
          choice(
            t(`filters.preset.${preset}`),
            value !== undefined && 'preset' in value && value.preset === preset,
            { preset },
          ),
        )}
      </div>
      <fieldset className={classes.own}>
        <legend>{t('filters.ownDates')}</legend>
        <TextInput
          type="date"
          label={t('filters.from')}
          value={from}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('filters.to')}
          value={to}
          error={backwards ? t('filters.backwards') : undefined}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
        />
        <Button type="submit" disabled={(!first && !last) || backwards === true}>
          {t('filters.apply')}
        </Button>
      </fieldset>
    </form>
  )
}
