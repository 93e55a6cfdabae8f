import { useEffect, useState } from 'react'

/** Whole seconds until a moment (milliseconds since 1970 UTC), never less than 0; renders anew as they pass. */
export function useSecondsUntil(moment: number): number {
  const left = () => Math.max(0, Math.ceil((moment - Date.now()) / 1000))
  const [, setTick] = useState(0)
  const isOver = left() === 0
  useEffect(() => {
    if (isOver) return
    const timer = setInterval(() => setTick((tick) => tick + 1), 250)
    return () => clearInterval(timer)
  }, [isOver])
  return left()
}
