import { useEffect, useState } from 'react'

/** Milliseconds in which nobody can have read what just appeared. */
const tooSoon = 600

/**
 * False until what appeared has been there for a moment, so that the second half of a double click or of a double
 * press does not answer a question that was not read.
 */
export function useArmed(): boolean {
  const [armed, setArmed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setArmed(true), tooSoon)
    return () => clearTimeout(timer)
  }, [])
  return armed
}
