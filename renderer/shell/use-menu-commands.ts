import { useEffect, useEffectEvent } from 'react'
import { useLocation } from 'wouter'
import { onEvent } from '../lib/events'
import { ipc } from '../lib/ipc'

/** Does what the application menu asks of the window in front, and shows what a link from outside names. */
export function useMenuCommands({ onHelp }: { onHelp: () => void }): void {
  const [, navigate] = useLocation()
  const run = useEffectEvent((command: 'open-settings' | 'show-help') => {
    if (command === 'show-help') onHelp()
    else navigate('/settings')
  })
  const show = useEffectEvent((route: string) => {
    // Somebody is in the middle of something: that stays as it is.
    if (document.querySelector('[role="dialog"]')) void ipc.windows.openWindow({ route })
    else navigate(route)
  })
  useEffect(() => onEvent('menu.command', ({ command }) => run(command)), [])
  useEffect(() => onEvent('window.show', ({ route }) => show(route)), [])
}
