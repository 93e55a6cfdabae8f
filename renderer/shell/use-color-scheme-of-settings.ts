import { useMantineColorScheme } from '@mantine/core'
import type { Settings } from '@shared/features/settings'
import { useEffect } from 'react'

/** Shows the scheme that the settings name, also when they are changed in another window. */
export function useColorSchemeOfSettings(scheme: Settings['colorScheme']): void {
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => setColorScheme(scheme), [scheme, setColorScheme])
}
