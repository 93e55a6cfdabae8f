import { mkdtemp } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'vite'

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
