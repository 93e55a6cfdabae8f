import { z } from 'zod'
import { gridStateSchema } from '../../grid-state'

/** Most characters of a name. */
export const longestViewName = 60
/** Most own views of a profile. */
export const mostViews = 100

/** What a view is called: one line. Names are compared without regard to case. */
export const viewNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(longestViewName)
  .regex(/^[^\p{Cc}]*$/u)

const { filters, sort, columns } = gridStateSchema.shape

/** How the list of orders is looked at. What is absent is as it is without anybody's doing; density is not part of it. */
export const viewContentSchema = z.strictObject({
  /** What is searched for. */
  text: z.string().trim().min(1).max(200).optional(),
  /** As the screen keeps them: days relative to today stay so. */
  filters,
  sort,
  /** All columns in order, or none: as they come. */
  columns,
})
export type ViewContent = z.infer<typeof viewContentSchema>

/** A view that a person has named. */
export const savedViewSchema = viewContentSchema.extend({
  /** Stays with it through renaming, and says nothing about it: other places may keep it in plain text. */
  id: z.uuid(),
  name: viewNameSchema,
})
export type SavedView = z.infer<typeof savedViewSchema>

/** Filters whose values name a person: they are written to encrypted files only. */
export const personalFilters: readonly string[] = ['createdBy']

/** A view without what may name a person. */
export function withoutPersonal<View extends ViewContent>({ text: _text, ...view }: View) {
  const kept = Object.entries(view.filters ?? {}).filter(([id]) => !personalFilters.includes(id))
  return { ...view, ...(view.filters ? { filters: Object.fromEntries(kept) } : {}) }
}

/** Whether two names are the same to a person. */
export const isSameName = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase() === other.trim().toLocaleLowerCase()

/** A name that none of the others has: "Groups", "Groups (2)". */
export function freeName(wanted: string, others: readonly string[]): string {
  const isTaken = (name: string) => others.some((other) => isSameName(other, name))
  for (let number = 1; ; number++) {
    const end = number === 1 ? '' : ` (${number})`
    const room = wanted.trim().slice(0, longestViewName - end.length)
    // Half a character at the cut is none.
    const name = `${room.replace(/[\ud800-\udbff]$/, '').trim()}${end}`
    if (!isTaken(name)) return name
  }
}
