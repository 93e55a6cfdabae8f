import { type RefObject, useEffect, useRef } from 'react'

/**
 * Takes the focus to an element when it appears: a step of a dialog replaces the one that held the focus, which would
 * fall to the page and leave a screen reader silent. Give it `tabIndex={-1}`.
 */
export function useStepFocus<Element extends HTMLElement>(): RefObject<Element | null> {
  const element = useRef<Element>(null)
  useEffect(() => element.current?.focus(), [])
  return element
}

/** The same for a step that begins at one of its fields: takes the focus to what the selector finds in it. */
export function useFieldFocus<Element extends HTMLElement>(selector: string): RefObject<Element | null> {
  const step = useRef<Element>(null)
  useEffect(() => step.current?.querySelector<HTMLElement>(selector)?.focus(), [selector])
  return step
}
