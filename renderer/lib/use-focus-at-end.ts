import { type RefObject, useEffect } from 'react'

/**
 * Takes the keyboard to an element when something ends and the button that had it goes with it: it would fall to the page.
 * Whoever works with the mouse has no keyboard to keep, and one who left the button is left alone; nothing scrolls.
 */
export function useFocusAtEnd(runs: boolean, element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!runs) return
    let last = focusedByKeyboard()
    const note = () => {
      last = focusedByKeyboard()
    }
    const press = () => {
      last = document.activeElement ?? undefined
    }
    const forget = () => {
      last = undefined
    }
    document.addEventListener('focusin', note)
    document.addEventListener('keydown', press, true)
    document.addEventListener('pointerdown', forget)
    return () => {
      document.removeEventListener('focusin', note)
      document.removeEventListener('keydown', press, true)
      document.removeEventListener('pointerdown', forget)
      const isGone = last !== undefined && !last.isConnected
      if (isGone && document.activeElement === document.body) element.current?.focus({ preventScroll: true })
    }
  }, [runs, element])
}

const focusedByKeyboard = (): Element | undefined => document.querySelector(':focus-visible') ?? undefined
