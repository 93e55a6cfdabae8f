import classes from './count-badge.module.css'

/** A small number beside a place: how many things wait there. `label` says it in words. Nothing for zero. */
export function CountBadge({ count, label, urgent }: { count: number; label: string; urgent?: boolean }) {
  if (count === 0) return null
  return (
    <span className={classes.badge} data-urgent={urgent || undefined} title={label}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className={classes.spoken}>{label}</span>
    </span>
  )
}
