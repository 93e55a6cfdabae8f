/** Where a text was found, by its beginning in the whole. */
export interface Matches {
  readonly starts: readonly number[]
  /** There are more, which were not looked for. */
  readonly more: boolean
}

/** More hits than anybody steps through. */
const most = 2_000

/** Finds a text, whatever its case, without overlaps. Nothing is found for an empty one. */
export function findMatches(whole: string, text: string): Matches {
  if (text === '') return { starts: [], more: false }
  const wanted = new RegExp(text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu')
  const starts: number[] = []
  for (const { index } of whole.matchAll(wanted)) {
    if (starts.length === most) return { starts, more: true }
    starts.push(index)
  }
  return { starts, more: false }
}

/** A piece of a long text and where it begins. */
export interface Chunk {
  readonly start: number
  readonly text: string
  readonly lines: number
}

/** Cuts a text after every so many lines, so that only the pieces in sight need be laid out. */
export function chunksOf(text: string, linesEach: number): Chunk[] {
  const chunks: Chunk[] = []
  let start = 0
  while (start < text.length) {
    let end = start
    let lines = 0
    while (lines < linesEach && end < text.length) {
      const newLine = text.indexOf('\n', end)
      end = newLine === -1 ? text.length : newLine + 1
      lines++
    }
    chunks.push({ start, text: text.slice(start, end), lines })
    start = end
  }
  return chunks
}
