import { type ReactNode, useId } from 'react'
import classes from './settings.module.css'

/** One topic of the settings: its title at the left, its controls beside it. */
export function SettingsSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      <div className={classes.controls}>{children}</div>
    </section>
  )
}
