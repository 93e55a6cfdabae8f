import { Tooltip } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import { Link } from 'wouter'
import classes from './work-chip.module.css'

export interface WorkChipProps {
  /** Where there is more about it. */
  readonly href: string
  readonly icon: Icon
  readonly label: string
  /** Stands in place of the label where the window has room for it. */
  readonly longLabel?: string | undefined
  readonly hint?: string | undefined
  /** It does not go on by itself. */
  readonly waiting?: boolean
}

/** Long work that goes on somewhere else, in a few words. */
export function WorkChip({ href, icon: Icon, label, longLabel, hint, waiting }: WorkChipProps) {
  return (
    <Tooltip label={hint} disabled={hint === undefined}>
      <Link href={href} className={classes.chip} data-waiting={waiting || undefined}>
        <Icon size={14} aria-hidden />
        <span className={longLabel === undefined ? undefined : classes.short}>{label}</span>
        {longLabel === undefined ? null : <span className={classes.long}>{longLabel}</span>}
      </Link>
    </Tooltip>
  )
}
