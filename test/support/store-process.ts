import { type ChildProcess, fork, spawn } from 'node:child_process'
import type { StoreProcess } from '../../electron/platform/store-client'

/** Starts a store in a process of its own. With `maxFileBytes`, writing beyond it fails as on a full disk. */
export function startStoreChild(
  file: string,
  maxFileBytes?: number,
): StoreProcess & { readonly child: ChildProcess } {
  const child =
    maxFileBytes === undefined
      ? fork(file, { serialization: 'advanced' })
      : // The signal that would end the process is ignored, so the write itself fails. 512-byte blocks.
        spawn(
          'sh',
          [
            '-c',
            `trap '' XFSZ; ulimit -f ${Math.floor(maxFileBytes / 512)}; exec "$0" "$1"`,
            process.execPath,
            file,
          ],
          {
            stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
            serialization: 'advanced',
          },
        )
  // Sending to a process that has just been killed.
  child.on('error', () => {})
  return {
    child,
    post: (message) => {
      if (child.connected) child.send(message as object)
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', (code) => listener(code ?? -1)),
    kill: () => void child.kill('SIGKILL'),
  }
}
