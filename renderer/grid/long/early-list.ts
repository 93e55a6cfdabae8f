import type { RowSource } from './row-source'

/** Hands the grid a list before the screen is rendered with it: its rows come a picture earlier than what stands around them. */
export interface EarlyList<Row> {
  /** Comes when its rows are on the screen. The screen has to be rendered with it, or with another one, after that. */
  show(source: RowSource<Row>): Promise<void>
  /** For the grid. Answers the unsubscribe function. */
  onShow(show: (source: RowSource<Row>) => Promise<void>): () => void
}

export function createEarlyList<Row>(): EarlyList<Row> {
  const grids = new Set<(source: RowSource<Row>) => Promise<void>>()
  return {
    show: async (source) => void (await Promise.all([...grids].map((show) => show(source)))),
    onShow: (show) => {
      grids.add(show)
      return () => void grids.delete(show)
    },
  }
}
