import { z } from 'zod'

/** What of an order was not shown, so that nobody saw whether the person is gone from it. */
export const unreadSchema = z.object({
  /** The list of its payments, one earlier version, or all versions up to one. */
  what: z.enum(['payments', 'version', 'versions-to']),
  version: z.number().int().optional(),
  /** Not before it was sent either: nobody knows what it held, so that no later reading can tell whether that is gone. */
  before: z.literal(true).optional(),
})
export type Unread = z.infer<typeof unreadSchema>

/** Each of them once; what was not read before stays so, and all versions up to one are those up to the highest. */
export function mergeUnread(...lists: readonly (readonly Unread[])[]): Unread[] {
  const merged = new Map<string, Unread>()
  for (const one of lists.flat()) {
    const key = one.what === 'version' ? `${one.what} ${one.version}` : one.what
    const known = merged.get(key)
    const version = Math.max(known?.version ?? 0, one.version ?? 0)
    merged.set(key, { ...one, ...(version > 0 ? { version } : {}), ...beforeOf(known, one) })
  }
  return [...merged.values()]
}

const beforeOf = (...unread: readonly (Unread | undefined)[]) =>
  unread.some((one) => one?.before) ? { before: true as const } : {}

/** What no later reading can make up for. */
export const unreadBefore = (unread: readonly Unread[] = []): Unread[] =>
  unread.filter(({ before }) => before)

/** Payments or versions about which the same is said. */
export interface UnreadGroup {
  readonly what: Unread['what']
  readonly before: boolean
  readonly versions: readonly number[]
}

export function groupedUnread(unread: readonly Unread[]): UnreadGroup[] {
  const groups = new Map<string, UnreadGroup>()
  for (const { what, version, before = false } of unread) {
    const key = `${what} ${before}`
    const versions = [...(groups.get(key)?.versions ?? []), ...(version === undefined ? [] : [version])]
    groups.set(key, { what, before, versions: versions.sort((one, other) => one - other) })
  }
  return [...groups.values()]
}
