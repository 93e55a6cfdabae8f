// npm run dev: Gatehouse with hot reload of the renderer and restart of main. Arguments go to electron-vite.
import './lib/require-node.mjs'

const { runCommand } = await import('./lib/set-up-error.mjs')
const { setUp } = await import('./lib/set-up.mjs')
const { forgetBuild } = await import('./lib/build.mjs')
const { packageCommand, runInForeground } = await import('./lib/run.mjs')

await runCommand(async () => {
  const { desktop, switches, summary } = await setUp({ desktop: 'own', build: 'none' })
  forgetBuild()
  console.log(`Developing on ${summary}.`)
  // electron-vite's own way to pass --no-sandbox.
  const env = { ...desktop.env, NO_SANDBOX: switches.includes('--no-sandbox') ? '1' : '' }
  const args = [packageCommand('electron-vite'), 'dev', '--watch', ...process.argv.slice(2)]
  try {
    return await runInForeground(process.execPath, args, { env })
  } finally {
    await desktop.close()
  }
})
