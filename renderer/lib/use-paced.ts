import { useEffect, useEffectEvent, useState } from 'react'

/**
 * A value that changes many times in a row, shown now and then meanwhile and at once afterwards: for what takes long to draw.
 * @param isComing more of it is on its way
 * @param every milliseconds from one to the next that is shown
 */
export function usePaced<T>(value: T, isComing: boolean, every: number): T {
  const [shown, setShown] = useState(value)
  if (!isComing && shown !== value) setShown(value)
  const showNewest = useEffectEvent(() => setShown(value))
  useEffect(() => {
    if (!isComing) return
    const timer = setInterval(() => showNewest(), every)
    return () => clearInterval(timer)
  }, [isComing, every])
  return isComing ? shown : value
}
