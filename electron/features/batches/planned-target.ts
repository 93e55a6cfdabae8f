/** What a line of an order names: all of it without more. */
export interface PlannedTarget {
  readonly line: number
  readonly booking?: string | undefined
  readonly payment?: string | undefined
}
