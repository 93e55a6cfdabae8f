import { keyCaps } from '../lib/key-caps'
import classes from './kbd.module.css'

/** Keys to press: `Mod+K` at once, `G O` one after the other. `Mod` is Ctrl, and ⌘ on a Mac. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className={classes.keys}>
      {keyCaps(keys, window.gatehouse.platform).map((cap) => (
        <kbd key={cap} className={classes.cap}>
          {cap}
        </kbd>
      ))}
    </kbd>
  )
}
