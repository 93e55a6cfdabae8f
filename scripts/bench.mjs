// npm run bench [-- --json]: measures the production build in a private desktop session. Standard output belongs to
// test/bench/main.ts, which gets our arguments, the runtime (by the environment) and the build (GATEHOUSE_BENCH_MAIN).
import path from 'node:path'
import './lib/require-node.mjs'

const { runCommand } = await import('./lib/set-up-error.mjs')
const { setUp } = await import('./lib/set-up.mjs')
const { runInForeground } = await import('./lib/run.mjs')
const { builtMain } = await import('./lib/build.mjs')
const { cacheFolder, repositoryRoot } = await import('./lib/paths.mjs')

await runCommand(async () => {
  const { desktop, summary } = await setUp({ desktop: 'private', build: 'packaged', print: console.error })
  console.error(`Measuring on ${summary}.`)
  const folder = path.join(repositoryRoot, 'test/bench')
  const env = {
    ...desktop.env,
    GATEHOUSE_BENCH_MAIN: builtMain('packaged'),
    GATEHOUSE_BENCH_FOLDER: folder,
    // Mirrors that take long to fill; gigabytes that may be deleted at any time.
    GATEHOUSE_BENCH_CACHE: path.join(cacheFolder(), 'bench'),
  }
  try {
    return await runInForeground(process.execPath, [await bundle(), ...process.argv.slice(2)], { env })
  } finally {
    await desktop.close()
  }
})

/** Bundles the bench with the client's TypeScript, as the application's build does, to run in plain Node. */
async function bundle() {
  const { build } = await import('vite')
  const outDir = path.join(repositoryRoot, 'out/bench')
  await build({
    root: repositoryRoot,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': path.join(repositoryRoot, 'shared') } },
    define: { __GATEHOUSE_DEV__: 'false' },
    ssr: { noExternal: true, external: ['playwright', 'libsql', 'keytar'] },
    build: {
      ssr: true,
      rolldownOptions: {
        input: [
          'test/bench/main.ts',
          'test/bench/prepared/order-pages-child.ts',
          'test/support/store-child.ts',
          'test/support/mirror-child.ts',
        ].map((file) => path.join(repositoryRoot, file)),
      },
      outDir,
      target: 'node20',
    },
  })
  return path.join(outDir, 'main.js')
}
