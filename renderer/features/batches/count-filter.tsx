import { Chip, Group } from '@mantine/core'
import { useFormat } from '../../lib/format'
import classes from './batches.module.css'

/** One choice of what is listed, with how many there are. */
export interface Counted<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly count: number
}

interface CountFilterProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly choices: readonly Counted<Value>[]
  readonly onChange: (value: Value) => void
}

/** Which lines are listed: one of a few, each with its number. */
export function CountFilter<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: CountFilterProps<Value>) {
  const format = useFormat()
  return (
    <Chip.Group value={value} onChange={(next) => onChange(next as Value)}>
      <Group gap={4} role="radiogroup" aria-label={label}>
        {choices.map((choice) => (
          <Chip key={choice.value} value={choice.value} size="xs" radius="sm" variant="light">
            {choice.label} <span className={classes.count}>{format.count(choice.count)}</span>
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  )
}
