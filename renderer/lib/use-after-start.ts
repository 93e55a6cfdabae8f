import { useEffect, useState } from 'react'

/** How long the first screen has the machine for itself, in milliseconds from the beginning of the page. */
const startMs = 2000

/** Whether there is time for what is not on the way to the first screen, such as what only a badge shows. */
export function useAfterStart(): boolean {
  const [isAfter, setAfter] = useState(() => performance.now() >= startMs)
  useEffect(() => {
    if (isAfter) return
    const timer = setTimeout(() => setAfter(true), startMs - performance.now())
    return () => clearTimeout(timer)
  }, [isAfter])
  return isAfter
}
