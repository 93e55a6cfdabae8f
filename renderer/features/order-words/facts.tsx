import type { ReactNode } from 'react'
import { Copyable } from '../../ui/copyable'
import classes from './facts.module.css'

/** Labels with their values, in columns as the width allows. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={classes.facts}>{children}</dl>
}

interface FactProps {
  /** Translated; also names the copy button. */
  readonly label: string
  /** Raw: this is what is copied. Nothing is shown when it is missing. */
  readonly value: string | undefined
  readonly mono?: boolean
  /** What is shown in place of the raw value. */
  readonly children?: ReactNode
}

/** One label with its value, which can be copied. */
export function Fact({ label, value, mono = false, children }: FactProps) {
  if (value === undefined) return null
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>
        <Copyable value={value} label={label} mono={mono}>
          {children}
        </Copyable>
      </dd>
    </div>
  )
}
