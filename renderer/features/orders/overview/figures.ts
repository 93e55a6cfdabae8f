/** One figure in words, and what it leads to. */
export interface FigureCell {
  readonly text: string
  /** Shows the orders that it was made of; absent where there are none. */
  readonly pick?: (() => void) | undefined
}

/** A bar of a chart, and the row of the table that says the same. */
export interface Figure {
  readonly key: string
  /** Below the bar. */
  readonly tick: string
  /** In full. */
  readonly title: string
  /** How long the bars are, by series: to draw them, never to be shown. */
  readonly sizes: Readonly<Record<string, number>>
  /** By column. */
  readonly cells: readonly FigureCell[]
  /** What a click on the bar shows. */
  readonly pick?: (() => void) | undefined
}
