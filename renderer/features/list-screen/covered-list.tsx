import type { ReactNode } from 'react'
import classes from './covered-list.module.css'

interface CoveredListProps {
  readonly list: ReactNode
  /** What lies over the list; absent where nothing does. */
  readonly page: ReactNode | undefined
}

/** A list, and the page that lies over it. Covered, it is kept as it is: its scroll position, its focus row, its selection. */
export function CoveredList({ list, page }: CoveredListProps) {
  const isCovered = page !== undefined
  return (
    <div className={classes.workspace}>
      <div className={classes.list} inert={isCovered}>
        {list}
      </div>
      {isCovered ? <div className={classes.page}>{page}</div> : null}
    </div>
  )
}
