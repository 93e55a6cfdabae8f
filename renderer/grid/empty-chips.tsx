import type { Ref } from 'react'
import { tones } from '../tokens'
import { StatusChip } from '../ui/status-chip'

/** An empty chip of each tone, to take copies of where cells are drawn without React. */
export const EmptyChips = ({ ref }: { ref: Ref<HTMLDivElement> }) => (
  <div ref={ref} hidden>
    {tones.map((tone) => (
      <StatusChip key={tone} tone={tone} label="" />
    ))}
  </div>
)
