import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

/** Says why there is nothing and offers the one thing to do. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  /** The reason, in a sentence or two. */
  children?: ReactNode
  action?: { label: string; run: () => void }
}) {
  return (
    <div className={classes.empty}>
      <h2 className={classes.title}>{title}</h2>
      {children ? <div className={classes.reason}>{children}</div> : null}
      {action ? (
        <Button variant="default" onClick={action.run}>
          {action.label}
        </Button>
      ) : null}
    </div>
  )
}
