// node scripts/with-desktop.mjs <program> [arguments]: runs it in a private desktop session (virtual display, unlocked
// empty keyring) in which Electron, Playwright and electron-vite find the runtime. For running one test by hand:
//   node scripts/with-desktop.mjs npx playwright test cancel
import './lib/require-node.mjs'

const { runCommand, SetUpError } = await import('./lib/set-up-error.mjs')
const { setUp } = await import('./lib/set-up.mjs')
const { runInForeground } = await import('./lib/run.mjs')

await runCommand(async () => {
  const [program, ...args] = process.argv.slice(2)
  if (!program) throw new SetUpError('Which program? node scripts/with-desktop.mjs <program> [arguments]')
  const { desktop, summary } = await setUp({ desktop: 'private', build: 'development' })
  console.log(summary)
  try {
    return await runInForeground(program, args, { env: desktop.env })
  } finally {
    await desktop.close()
  }
})
