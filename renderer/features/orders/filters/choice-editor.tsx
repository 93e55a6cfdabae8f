import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { type ChoiceId, choiceLabel, choicesOf } from './choices'
import classes from './filters.module.css'

interface ChoiceEditorProps {
  readonly id: ChoiceId
  readonly value: readonly string[]
  /** Several can be chosen; else one, at once. */
  readonly several: boolean
  /** Empty takes the filter away. */
  readonly onChange: (value: string[]) => void
}

/** Chooses from a list: one at once, or several with Enter or the button. */
export function ChoiceEditor({ id, value, several, onChange }: ChoiceEditorProps) {
  const { t } = useTranslation('orders')
  const { locale } = useFormat()
  const [chosen, setChosen] = useState(value)
  const label = (choice: string) => choiceLabel(id, choice, { t, locale })
  if (!several) {
    return (
      <div className={classes.choices}>
        {choicesOf(id).map((choice) => (
          <Button
            key={choice}
            variant={value.includes(choice) ? 'light' : 'subtle'}
            size="compact-sm"
            justify="start"
            aria-pressed={value.includes(choice)}
            onClick={() => onChange([choice])}
          >
            {label(choice)}
          </Button>
        ))}
      </div>
    )
  }
  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault()
        onChange(choicesOf(id).filter((choice) => chosen.includes(choice)))
      }}
    >
      <Checkbox.Group
        label={t(`filters.name.${id}`)}
        value={[...chosen]}
        onChange={setChosen}
        classNames={{ label: classes.chipName ?? '' }}
      >
        <div className={classes.ticks}>
          {choicesOf(id).map((choice) => (
            <Checkbox key={choice} value={choice} label={label(choice)} />
          ))}
        </div>
      </Checkbox.Group>
      <Button type="submit">{t('filters.apply')}</Button>
    </form>
  )
}
