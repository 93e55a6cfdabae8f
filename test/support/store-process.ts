import { type ChildProcess, fork, spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import type { StoreProcess } from '../../electron/journal/store-client'

const root = resolve(import.meta.dirname, '../..')

/** Bundles the store for plain Node, as the application's build does for Electron. Answers the file. */
export async function buildStoreChild(): Promise<string> {
  // Inside the checkout, so that the native module resolves.
  const outDir = await mkdtemp(join(root, 'node_modules/.gatehouse-store-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    resolve: { alias: { '@shared': resolve(root, 'shared') } },
    ssr: { external: ['libsql'], noExternal: true },
    build: { ssr: resolve(root, 'test/support/store-child.ts'), outDir, minify: false },
  })
  return join(outDir, 'store-child.js')
}

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
