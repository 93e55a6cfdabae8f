import type { KeyboardEvent } from 'react'

/**
 * For the button that acts: plain Enter never presses it. The keys with Ctrl or ⌘ go on to the shortcuts, which know
 * whether they are held down.
 */
export function noPlainEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault()
}
