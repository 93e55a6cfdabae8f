/** What would be lost if the window closed now. */
const holders = new Set<string>()

/**
 * Says whether something holds work that is nowhere but in this window. While anything does, closing or reloading the
 * window is asked about (`electron/platform/ask-before-leaving.ts`).
 * @param holder the same name each time
 */
export function holdWindow(holder: string, holds: boolean): void {
  if (holds) holders.add(holder)
  else holders.delete(holder)
  if (holders.size > 0) addEventListener('beforeunload', stay)
  else removeEventListener('beforeunload', stay)
}

const stay = (event: Event): void => event.preventDefault()
