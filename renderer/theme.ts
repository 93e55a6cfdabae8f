import { createTheme } from '@mantine/core'

/** Calm, dense, exact: one accent, small radius, almost no shadow (docs/decisions/0004). */
export const theme = createTheme({
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, "DejaVu Sans Mono", monospace',
  defaultRadius: 4,
  primaryColor: 'indigo',
  fontSizes: { xs: '11px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  cursorType: 'pointer',
})
