/** A list that is too long to be here: its rows are read by position, from 0, as they come into sight. */
export interface RowSource<Row> {
  /** Another list has another one, also when it is the answer to the same question. */
  readonly id: string
  /** Names which rows are in it: what is selected by a question holds for every list that answers the same one. */
  readonly question: string
  /** Names how they are sorted. The same question in the same order is shown at the place where the last one was. */
  readonly order: string
  /** Rows of the whole list as far as is known; grows once the end is known. */
  readonly total: number
  /** The rows from 0 on that came with it. */
  readonly first: readonly Row[]
  /** Rows from `from` on, fewer at the end. `gone`: the list is no longer held, and another one is on its way. */
  readonly read: (from: number, count: number) => Promise<readonly Row[] | 'gone'>
  /** Calls `listener` with the keys of rows that are other ones by now; answers the unsubscribe function. */
  readonly onChanged: (listener: (keys: ReadonlySet<string>) => void) => () => void
  /** Where the row with this key stands; `undefined` when it is not in the list. */
  readonly find: (key: string) => Promise<number | undefined>
}
