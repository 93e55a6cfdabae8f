import { type RefObject, useEffect } from 'react'
import type { Chunk } from './find-matches'

interface Highlighted {
  readonly chunks: readonly Chunk[]
  /** Beginnings of the matches in the whole text. */
  readonly starts: readonly number[]
  /** Length of a match. */
  readonly length: number
  /** Which of them is the current one. */
  readonly current: number
}

const names = { all: 'raw-match', current: 'raw-current-match' } as const

/**
 * Marks matches in the text below `place` and brings the current one into sight. The text itself is left alone: marks
 * are ranges of the CSS Custom Highlight API.
 */
export function useHighlights(place: RefObject<HTMLElement | null>, highlighted: Highlighted): void {
  const { chunks, starts, length, current } = highlighted
  useEffect(() => {
    const element = place.current
    if (!element || starts.length === 0) return
    const ranges = starts.flatMap((start) => rangeAt(element, chunks, start, length) ?? [])
    CSS.highlights.set(names.all, new Highlight(...ranges))
    const range = ranges[current]
    if (range) {
      CSS.highlights.set(names.current, new Highlight(range))
      range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
      const { top, bottom } = range.getBoundingClientRect()
      const frame = element.getBoundingClientRect()
      if (top < frame.top || bottom > frame.bottom) {
        element.scrollBy({ top: top - frame.top - frame.height / 3 })
      }
    }
    return () => {
      CSS.highlights.delete(names.all)
      CSS.highlights.delete(names.current)
    }
  }, [place, chunks, starts, length, current])
}

/** The range of one match; it may reach into the next piece. */
function rangeAt(
  element: HTMLElement,
  chunks: readonly Chunk[],
  start: number,
  length: number,
): Range | undefined {
  const from = pointAt(element, chunks, start)
  const to = pointAt(element, chunks, start + length)
  if (!from || !to) return undefined
  const range = new Range()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

function pointAt(element: HTMLElement, chunks: readonly Chunk[], at: number) {
  let [low, high] = [0, chunks.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((chunks[middle]?.start ?? 0) <= at) low = middle
    else high = middle - 1
  }
  const node = element.children[low]?.firstChild
  const offset = at - (chunks[low]?.start ?? 0)
  return node && offset <= (node.textContent?.length ?? 0) ? { node, offset } : undefined
}
