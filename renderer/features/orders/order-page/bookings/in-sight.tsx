import { type ReactNode, useEffect, useRef, useState } from 'react'
import classes from './bookings.module.css'

/** How far out of sight something is drawn already. */
const margin = '600px'

/** Draws its content when it comes into sight and keeps it from then on: 300 open bookings cost what is seen. */
export function InSight({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element || seen) return
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setSeen(true),
      { rootMargin: margin },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [seen])
  return seen ? children : <div ref={place} className={classes.unseen} />
}
