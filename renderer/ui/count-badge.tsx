import classes from './count-badge.module.css'

interface CountBadgeProps {
  /** "!" where it cannot be counted. */
  readonly count: number | '!'
  readonly label: string
  readonly urgent?: boolean
}

/** A small number beside a place: how many things wait there. `label` says it in words. Nothing for zero. */
export function CountBadge({ count, label, urgent }: CountBadgeProps) {
  if (count === 0) return null
  return (
    <span className={classes.badge} data-urgent={urgent || undefined} title={label}>
      <span aria-hidden>{typeof count === 'number' && count > 99 ? '99+' : count}</span>
      <span className={classes.spoken}>{label}</span>
    </span>
  )
}
