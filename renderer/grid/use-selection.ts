import type { GridApi, IRowNode, SelectionChangedEvent } from 'ag-grid-community'
import { type RefObject, useEffect, useEffectEvent } from 'react'

interface SelectionOptions<Row> {
  readonly rowKey: (row: Row) => string
  readonly selection: readonly string[]
  readonly onSelectionChange: (selection: string[]) => void
}

/** Changes that a person made; the others are ours, or rows that came and went. */
const byPerson: ReadonlySet<SelectionChangedEvent['source']> = new Set([
  'checkboxSelected',
  'spaceKey',
  'rowClicked',
  'uiSelectAll',
  'keyboardSelectAll',
  'apiSelectAll',
])

/**
 * Keeps the grid's ticks and the selection the same. The selection is a list of keys: a selected row that is not
 * loaded stays selected, and gets its tick when it comes.
 */
export function useSelection<Row>(apiRef: RefObject<GridApi<Row> | null>, options: SelectionOptions<Row>) {
  const { rowKey, selection, onSelectionChange } = options

  const showTicks = useEffectEvent((api: GridApi<Row>, keys: readonly string[]) => {
    const wanted = new Set(keys)
    const wrong = { tick: [] as IRowNode<Row>[], untick: [] as IRowNode<Row>[] }
    api.forEachNode((node) => {
      const isWanted = node.data !== undefined && wanted.has(rowKey(node.data))
      if (isWanted !== (node.isSelected() ?? false)) wrong[isWanted ? 'tick' : 'untick'].push(node)
    })
    if (wrong.tick.length > 0) api.setNodesSelected({ nodes: wrong.tick, newValue: true })
    if (wrong.untick.length > 0) api.setNodesSelected({ nodes: wrong.untick, newValue: false })
  })

  useEffect(() => {
    if (apiRef.current) showTicks(apiRef.current, selection)
  }, [apiRef, selection])

  const onSelectionChanged = ({ api, source, selectedNodes }: SelectionChangedEvent<Row>) => {
    if (!byPerson.has(source)) return
    const elsewhere = selection.filter((key) => !api.getRowNode(key))
    const here = (selectedNodes ?? []).flatMap(({ data }) => (data ? [rowKey(data)] : []))
    onSelectionChange([...elsewhere, ...here])
  }
  return { onRowsChanged: (api: GridApi<Row>) => showTicks(api, selection), onSelectionChanged }
}
