import { type ReactNode, useId } from 'react'
import { useStepFocus } from '../../../lib/use-step-focus'
import classes from '../privacy.module.css'

/** A step of a request: its heading takes the focus as it opens. */
export function StepFrame(props: {
  readonly title: string
  readonly hint?: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}) {
  const id = useId()
  const heading = useStepFocus<HTMLHeadingElement>()
  return (
    <section className={classes.body} aria-labelledby={id}>
      <div className={classes.bodyHead}>
        <h2 id={id} ref={heading} tabIndex={-1} className={classes.bodyTitle}>
          {props.title}
        </h2>
        {props.aside ? <span className={classes.tools}>{props.aside}</span> : null}
      </div>
      {props.hint ? <p className={classes.quiet}>{props.hint}</p> : null}
      {props.children}
    </section>
  )
}
