// npm run bench [-- --json]: measures the production build in a private desktop session. Standard output belongs to
// test/bench/main.mjs, which gets our arguments, the runtime (ELECTRON_EXEC_PATH) and the build (GATEHOUSE_BENCH_MAIN).
import './lib/require-node.mjs'

const { runCommand } = await import('./lib/set-up-error.mjs')
const { setUp } = await import('./lib/set-up.mjs')
const { runInForeground } = await import('./lib/run.mjs')
const { builtMain } = await import('./lib/build.mjs')

await runCommand(async () => {
  const { desktop, summary } = await setUp({ desktop: 'private', build: 'packaged', print: console.error })
  console.error(`Measuring on ${summary}.`)
  const env = { ...desktop.env, GATEHOUSE_BENCH_MAIN: builtMain('packaged') }
  try {
    return await runInForeground(process.execPath, ['test/bench/main.mjs', ...process.argv.slice(2)], { env })
  } finally {
    await desktop.close()
  }
})
