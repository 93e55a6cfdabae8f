import type { ReactNode } from 'react'
import { useStepFocus } from '../lib/use-step-focus'
import classes from './screen.module.css'

interface ScreenProps {
  /** A `ScreenTitle`, and what chooses the rows. */
  readonly header: ReactNode
  /** At the far end of the header: what arranges the rows. */
  readonly tools?: ReactNode
  readonly children: ReactNode
}

/** A screen that fills the window: a header of one line where there is room, and what it is about below. */
export function Screen({ header, tools, children }: ScreenProps) {
  return (
    <section className={classes.screen}>
      <header className={classes.header}>
        {header}
        {tools ? <span className={classes.tools}>{tools}</span> : null}
      </header>
      {children}
    </section>
  )
}

/** What the screen is called, also to those who hear it. */
export const ScreenTitle = ({ children }: { children: ReactNode }) => (
  <h1 className={classes.title}>{children}</h1>
)

/** The same where one is brought from what held the keyboard and is gone. */
export function ArrivedTitle({ children }: { children: ReactNode }) {
  const heading = useStepFocus<HTMLHeadingElement>()
  return (
    <h1 ref={heading} tabIndex={-1} className={classes.title}>
      {children}
    </h1>
  )
}

/** One line below the rows: how many, and what they come to. */
export const ScreenFooter = ({ children }: { children: ReactNode }) => (
  <footer className={classes.footer}>{children}</footer>
)
