import { z } from 'zod'

/**
 * Orders by creation that are still to be read, newest first. Both ends in milliseconds since 1970 UTC, whole seconds, as
 * that is what a question can say.
 *
 * Whether the API counts an order that was made exactly at an end is not written down, so it never matters: of two spans
 * side by side the older one reaches a second into the newer one. What lies in that second may be read twice.
 */
export const spanSchema = z.object({
  from: z.number().int(),
  to: z.number().int(),
  /** Position in the list of the next order to read, from 1. */
  at: z.number().int().min(1),
  /** Orders that are left in it, as the server said. */
  left: z.number().int().min(0).optional(),
})
export type Span = z.infer<typeof spanSchema>

/** The shortest step between moments in a question. */
export const second = 1000

export const floorToSecond = (moment: number): number => Math.floor(moment / second) * second

/** Below this, halves that reach into one another would be hardly shorter. */
const splittable = 8 * second

/** The same time in parts of the same length that hold so many orders each, if they are spread evenly; newest first. */
export function splitSpan(span: Span, left: number, most: number): Span[] {
  const parts = Math.min(Math.ceil(left / most), Math.floor((span.to - span.from) / (splittable / 2)))
  if (parts < 2 || span.to - span.from < splittable) return [{ ...span, left }]
  const length = (span.to - span.from) / parts
  const bound = (part: number) => floorToSecond(span.to - part * length)
  return Array.from({ length: parts }, (_, part) => ({
    from: part === parts - 1 ? span.from : bound(part + 1),
    to: part === 0 ? span.to : bound(part) + second,
    at: 1,
    left: Math.ceil(left / parts),
  }))
}
