import { type RefObject, useEffect } from 'react'

/** Takes the focus to an element when something ends and the button that began or stops it goes with it: it would fall to the page. */
export function useFocusAtEnd(runs: boolean, element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!runs) return
    return () => {
      if (document.activeElement === document.body) element.current?.focus()
    }
  }, [runs, element])
}
