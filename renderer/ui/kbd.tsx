import { keyCaps } from '../lib/key-caps'
import classes from './kbd.module.css'

interface KbdProps {
  readonly keys: string
  /** On a button, where it is a reminder for the eye and no part of the button's name. */
  readonly decorative?: boolean
}

/** Keys to press: `Mod+K` at once, `G O` one after the other. `Mod` is Ctrl, and ⌘ on a Mac. */
export function Kbd({ keys, decorative }: KbdProps) {
  return (
    <kbd className={classes.keys} aria-hidden={decorative}>
      {keyCaps(keys, window.gatehouse.platform).map((cap) => (
        <kbd key={cap} className={classes.cap}>
          {cap}
        </kbd>
      ))}
    </kbd>
  )
}
