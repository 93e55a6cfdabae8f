import { type ReactNode, useEffect, useRef } from 'react'
import classes from './covered-list.module.css'

interface CoveredListProps {
  readonly list: ReactNode
  /** What lies over the list; absent where nothing does. */
  readonly page: ReactNode | undefined
}

/**
 * A list, and the page that lies over it. Covered, it is kept as it is: its scroll position, its focus row, its selection.
 * What had the keyboard in it has it again afterwards; where that is gone, such as a row that is found no more, its search.
 */
export function CoveredList({ list, page }: CoveredListProps) {
  const isCovered = page !== undefined
  const whole = useRef<HTMLDivElement>(null)
  const left = useRef<HTMLElement>(undefined)
  useEffect(() => {
    const list = whole.current
    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) left.current = target
    }
    list?.addEventListener('focusin', note)
    return () => list?.removeEventListener('focusin', note)
  }, [])
  useEffect(() => {
    if (!isCovered) return
    return () => {
      if (!left.current || document.activeElement !== document.body) return
      left.current.focus()
      // Gone, or disabled by now.
      if (document.activeElement === document.body)
        whole.current?.querySelector<HTMLElement>('search input')?.focus()
    }
  }, [isCovered])
  return (
    <div className={classes.workspace}>
      <div ref={whole} className={classes.list} inert={isCovered}>
        {list}
      </div>
      {isCovered ? <div className={classes.page}>{page}</div> : null}
    </div>
  )
}
