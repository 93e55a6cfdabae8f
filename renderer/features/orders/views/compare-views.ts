import type { ViewContent } from '@shared/features/mirror'
import { arrangeColumns, type ColumnDefault } from '../../../grid/column-layout'

/**
 * Whether the list is looked at otherwise than a view says. A view without columns leaves them as they are.
 * @param columns as they are before anybody arranges them
 */
export function differs(view: ViewContent, present: ViewContent, columns: readonly ColumnDefault[]): boolean {
  const compared = view.columns === undefined ? { ...present, columns: undefined } : present
  return normal(view, columns) !== normal(compared, columns)
}

function normal(
  { text = '', filters = {}, sort, columns: arranged }: ViewContent,
  columns: readonly ColumnDefault[],
) {
  const { columnId, direction } = sort ?? { columnId: 'created', direction: 'desc' }
  const layout = arranged && arrangeColumns(columns, arranged)
  return JSON.stringify([
    text.trim().replace(/\s+/g, ' '),
    Object.entries(filters)
      .map(([id, value]) => [id, Array.isArray(value) ? [...value].sort() : inOrder(value)])
      .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
    [columnId, direction],
    layout?.map(({ id, width, hidden = false }) => [id, width ?? null, hidden]),
  ])
}

/** Fields in one order; open ones do not count. */
const inOrder = (value: unknown) =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .filter(([, field]) => field !== undefined)
        .sort(([one], [other]) => (one < other ? -1 : 1))
    : value
