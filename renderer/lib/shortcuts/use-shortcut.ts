import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { keysOf } from './keys'
import { type AvailableShortcut, ShortcutRegistry } from './registry'
import type { ShortcutId } from './table'

/** The registry of this window. */
/** When the key went down: a page that is busy hears of the second key of a sequence late. */
let pressedAt = 0
const registry = new ShortcutRegistry(() => pressedAt)

interface ShortcutOptions {
  /** False takes the shortcut out of the keyboard, the help and the palette. */
  readonly enabled?: boolean
  readonly label?: string
  /** It belongs to an open dialog; while one is open, nothing below it answers. */
  readonly inDialog?: boolean
}

/** Answers a shortcut of the table while this component is there: `useShortcut('cancelOrder', openDialog)`. */
export function useShortcut(id: ShortcutId, handler: () => void, options: ShortcutOptions = {}): void {
  const { enabled = true, label, inDialog } = options
  const run = useEffectEvent(handler)
  useEffect(() => {
    if (!enabled) return
    return registry.register(id, { run: () => run(), label, inDialog })
  }, [id, enabled, label, inDialog])
}

/** What can be done here and now, for the help and the palette. */
export function useAvailableShortcuts(): readonly AvailableShortcut[] {
  return useSyncExternalStore(registry.subscribe, registry.available)
}

/** Listens to the keyboard of this window. Belongs in the frame, once. */
export function useShortcutKeys({ singleKeys }: { singleKeys: boolean }): void {
  useEffect(() => registry.setSingleKeys(singleKeys), [singleKeys])
  useEffect(() => {
    window.addEventListener('keydown', onCapture, { capture: true })
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onCapture, { capture: true })
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}

let dialogOpen = false

/**
 * Whether a dialog is open is seen before it answers the key itself: one that Escape closes is gone by the time our turn
 * comes, and the same Escape would close the page below it too.
 */
function noticeDialog(): void {
  dialogOpen = document.querySelector('[aria-modal="true"]') !== null
}

/**
 * A closed list takes every Enter to open itself, also the one that submits; so that one is answered before it gets there.
 * In an open list it chooses, as nobody should submit what stood there before.
 */
function onCapture(event: KeyboardEvent): void {
  noticeDialog()
  if (event.key !== 'Enter' || !isClosedList(event.target)) return
  onKeyDown(event)
  if (event.defaultPrevented) event.stopPropagation()
}

const isClosedList = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('[aria-haspopup="listbox"][aria-expanded="false"]')

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const keys = keysOf(event, window.gatehouse.platform)
  if (!keys) return
  pressedAt = event.timeStamp
  const context = { typing: isTyping(event.target), held: event.repeat, dialogOpen }
  if (registry.press(keys, context)) event.preventDefault()
}

/** Fields that take text, and controls that take letters to choose by. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, [role="combobox"], [role="menuitem"], [role="option"]') ||
      (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)))
  )
}
