import { createElement } from 'react'
import { StatusChip } from '../ui/status-chip'
import type { CellPart } from './cell-part'
import classes from './cell-parts.module.css'

/** What a cell shows, by React. `drawCell` is its like without. */
export const CellParts = ({ parts }: { parts: readonly CellPart[] }) =>
  // Pieces have no other name than their place, so they are no list to React.
  createElement('span', { className: classes.line }, ...parts.map(toElement))

function toElement(part: CellPart) {
  const { text, tone, isChip, title } = part
  return isChip && tone ? (
    <StatusChip tone={tone} label={text} {...(title !== undefined && { title })} />
  ) : (
    <span className={partClass(part)} data-tone={tone} title={title}>
      {text}
    </span>
  )
}

/** The class of a piece that is no chip. */
export const partClass = ({ look, tone }: CellPart): string | undefined =>
  look ? classes[look] : tone && classes.toned
