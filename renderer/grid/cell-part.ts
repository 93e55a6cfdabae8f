import type { Tone } from '../tokens'

/** A piece of what a cell shows, where one text with one look is not enough. */
export interface CellPart {
  readonly text: string
  readonly look?: 'dimmed' | 'struck' | 'strong' | 'warning' | 'tag' | undefined
  /** The word carries a meaning. */
  readonly tone?: Tone | undefined
  /** As a chip, which has a shape beside its tone. */
  readonly isChip?: boolean | undefined
  /** More on hover. */
  readonly title?: string | undefined
}
