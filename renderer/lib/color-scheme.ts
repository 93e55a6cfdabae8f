import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core'

/**
 * The scheme is a setting that main keeps (for every window, and before the first paint), so nothing is kept here: main
 * writes it on the page, and the shell follows its changes.
 */
export const colorSchemeOfMain: MantineColorSchemeManager = {
  get: (byDefault) =>
    (document.documentElement.dataset.mantineColorScheme as MantineColorScheme | undefined) ?? byDefault,
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
}
