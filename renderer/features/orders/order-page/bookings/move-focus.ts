import type { KeyboardEvent } from 'react'

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
}

/**
 * Arrow keys in a list of headings that open and close: up and down move between them, right opens, left closes.
 * Every heading is a button with `aria-expanded`.
 */
export function moveBetweenHeadings(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget, key } = event
  if (!(target instanceof HTMLElement) || !target.matches('button[aria-expanded]')) return
  const open = target.getAttribute('aria-expanded') === 'true'
  if ((key === 'ArrowRight' && !open) || (key === 'ArrowLeft' && open)) {
    event.preventDefault()
    target.click()
    return
  }
  const step = steps[key]
  if (!step) return
  const headings = [...currentTarget.querySelectorAll<HTMLElement>('button[aria-expanded]')]
  event.preventDefault()
  headings[step(headings.indexOf(target), headings.length - 1)]?.focus()
}
