import { createContext, use, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/format'
import classes from './long-grid.module.css'

/** How the box above all rows stands. */
export interface TickAllState {
  readonly tick: 'all' | 'some' | 'none'
  readonly total: number
  readonly onToggle: () => void
}

export const TickAllContext = createContext<TickAllState>({ tick: 'none', total: 0, onToggle: () => {} })

/** The box above all rows: selects everything that the list answers, or nothing. */
export function TickAll() {
  const { tick, total, onToggle } = use(TickAllContext)
  const { t } = useTranslation('grid')
  const format = useFormat()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = tick === 'some'
  }, [tick])
  return (
    <input
      ref={box}
      type="checkbox"
      className={classes.tick}
      // The header cell has the keyboard and hands Space on.
      tabIndex={-1}
      aria-label={t('selection.all', { number: format.count(total) })}
      checked={tick === 'all'}
      onChange={onToggle}
    />
  )
}
