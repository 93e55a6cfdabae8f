import type { IpcMainInvokeEvent, WebContents } from 'electron'

/** The one origin our renderer is served from. */
export const appOrigin = 'app://gatehouse'

/** Says whether a web contents belongs to a window that main opened. */
export type KnownWindow = (contents: WebContents) => boolean

/**
 * A call is trusted only from the top frame of a window that main opened, still on our origin. A sub-frame,
 * another window or a page that got elsewhere is refused before its input is even read.
 */
export function isTrustedSender(event: IpcMainInvokeEvent, isKnown: KnownWindow): boolean {
  const frame = event.senderFrame
  if (!frame || frame.parent !== null) return false
  if (!isKnown(event.sender)) return false
  return frame.origin === appOrigin && originOf(frame.url) === appOrigin
}

function originOf(url: string): string | undefined {
  try {
    const { protocol, host } = new URL(url)
    return `${protocol}//${host}`
  } catch {
    return undefined
  }
}
