import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDotted,
  IconClock,
  IconHelpSquareRoundedFilled,
  IconMinus,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Tone } from '../tokens'
import classes from './status-chip.module.css'

/** A shape for each tone, so that nothing hangs on colour alone. */
const shapes: Readonly<Record<Tone, TablerIcon>> = {
  confirmed: IconCircleCheckFilled,
  processing: IconCircleDotted,
  pending: IconClock,
  cancelled: IconMinus,
  failed: IconAlertTriangleFilled,
  unknown: IconHelpSquareRoundedFilled,
}

/** A status as word, colour and shape. `label` is the translated word, or the API's own word if unknown. */
export function StatusChip({ tone, label, title }: { tone: Tone; label: string; title?: string }) {
  const Shape = shapes[tone]
  return (
    <span className={classes.chip} data-tone={tone} title={title}>
      <Shape size={12} className={classes.shape} aria-hidden />
      <span className={classes.word}>{label}</span>
    </span>
  )
}
