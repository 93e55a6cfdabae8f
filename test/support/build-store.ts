import { mkdtemp } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')

/**
 * Bundles a store for plain Node, as the application's build does for Electron. Answers the file.
 * @param entry the journal's or the mirror's child, or one that exports, beside this file
 */
export async function buildStoreChild(
  entry: 'store-child' | 'mirror-child' | 'export-child' = 'store-child',
): Promise<string> {
  // Inside the checkout, so that the native module resolves.
  const outDir = await mkdtemp(join(root, 'node_modules/.gatehouse-store-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    resolve: { alias: { '@shared': resolve(root, 'shared') } },
    ssr: { external: ['libsql'], noExternal: true },
    build: { ssr: resolve(root, `test/support/${entry}.ts`), outDir, minify: false },
  })
  return join(outDir, `${entry}.js`)
}
