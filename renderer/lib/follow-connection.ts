import { ipc } from './ipc'

/** The part of the Network Information API that says whether a connection costs by what goes over it. */
interface Connection extends EventTarget {
  readonly saveData?: boolean
  readonly type?: string
}

/**
 * Mobile data, or a person who asked their system to save data. Few systems say so: where Chromium knows nothing of a
 * connection it is not taken for metered (decision 0013).
 */
export const isMetered = ({ saveData, type }: Pick<Connection, 'saveData' | 'type'>): boolean =>
  saveData === true || type === 'cellular'

/** Tells main how the connection is, and whenever that changes. */
export function followConnection(): void {
  // Not every Chromium has it, and what TypeScript knows of it is another draft.
  const { connection } = navigator as { readonly connection?: Connection }
  if (!connection) return
  const tell = () => void ipc.mirror.tellConnection({ isMetered: isMetered(connection) })
  connection.addEventListener('change', tell)
  tell()
}
