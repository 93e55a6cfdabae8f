import { useEffect, useEffectEvent } from 'react'
import { useLocation } from 'wouter'
import { onEvent } from '../lib/events'

/** Does what the application menu asks of the window in front. */
export function useMenuCommands({ onHelp }: { onHelp: () => void }): void {
  const [, navigate] = useLocation()
  const run = useEffectEvent((command: 'open-settings' | 'show-help') => {
    if (command === 'show-help') onHelp()
    else navigate('/settings')
  })
  useEffect(() => onEvent('menu.command', ({ command }) => run(command)), [])
}
