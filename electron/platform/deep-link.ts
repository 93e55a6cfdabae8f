import { orderReferenceSchema } from '@shared/kernel/ids'

/** The scheme under which the system hands us links from elsewhere. */
export const linkScheme = 'gatehouse'

/**
 * The route that a link from outside stands for: `gatehouse://order/PRI88412039` is the page of that order in the profile
 * of the window. Anybody can write a link, so it can show an order and nothing else; `undefined` for every other link.
 */
export function routeOfLink(link: string): string | undefined {
  const [, written] = /^gatehouse:\/\/order\/([^/?#\s]+)\/?$/i.exec(link.trim()) ?? []
  if (written === undefined) return undefined
  try {
    const reference = orderReferenceSchema.safeParse(decodeURIComponent(written))
    return reference.success ? `/orders/${encodeURIComponent(reference.data)}` : undefined
  } catch {
    return undefined
  }
}

/** The route of the link that a program was started with, among its arguments; the last one counts. */
export const routeInArguments = (argv: readonly string[]): string | undefined =>
  argv.flatMap((argument) => routeOfLink(argument) ?? []).at(-1)
