import type { OrderRow } from '@shared/features/orders'
import { ListMoved, readSelected } from '../../../grid/long/read-selected'
import type { RowSelection } from '../../../grid/long/row-selection'
import type { MirrorList } from './use-mirror-list'

/** The references of everything that is selected, read from the list when they are needed. */
export async function selectedReferences(
  { source }: MirrorList,
  selection: RowSelection,
): Promise<readonly string[]> {
  if (selection.kind === 'some') return selection.keys
  if (!source) throw new ListMoved()
  const references: string[] = []
  const rowKey = ({ reference }: OrderRow) => reference
  for await (const rows of readSelected({ source, selection, rowKey })) references.push(...rows.map(rowKey))
  return references
}
