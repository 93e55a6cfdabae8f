import type { ReactNode } from 'react'
import classes from './banner.module.css'

interface BannerProps {
  /** What it means: plain news, something to heed, or something that is broken. */
  readonly tone: 'plain' | 'heed' | 'broken'
  readonly icon?: ReactNode
  readonly children: ReactNode
  /** At most one button. */
  readonly action?: ReactNode
}

/** A line across the window about the whole of it. Read out when it appears. */
export function Banner({ tone, icon, children, action }: BannerProps) {
  return (
    <div role="status" className={classes.banner} data-tone={tone}>
      {icon}
      <span className={classes.words}>{children}</span>
      {action}
    </div>
  )
}
