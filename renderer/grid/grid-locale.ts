import type { GetLocaleTextParams } from 'ag-grid-community'
import i18next from 'i18next'

/**
 * The grid library's own words, nearly all for screen readers. They stand in `grid.json` under its keys; values that
 * it fills in are `{{0}}`, `{{1}}`.
 */
export function gridLocaleText({ key, defaultValue, variableValues = [] }: GetLocaleTextParams): string {
  const name = `grid:library.${key}`
  if (!i18next.exists(name)) return defaultValue
  return i18next.t(name as 'grid:library.ariaSortableColumn', { ...variableValues })
}
