import { useEffect } from 'react'

/**
 * Names the window, for the taskbar and for whoever has several open. A part of a screen names it more precisely than
 * its screen while it is there: "PRI8841203977" in place of "Orders".
 */
export function useWindowTitle(text: string): void {
  useEffect(() => {
    const before = document.title
    document.title = `${text} — Gatehouse`
    return () => {
      document.title = before
    }
  }, [text])
}
