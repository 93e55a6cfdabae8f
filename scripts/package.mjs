// npm run package -- [electron-builder's arguments], such as `--linux dir`, `--win`, `--mac`.
import './lib/require-node.mjs'

const { runCommand } = await import('./lib/set-up-error.mjs')
const { setUpTools } = await import('./lib/set-up.mjs')
const { preparePackaging } = await import('./lib/package.mjs')
const { runInForeground } = await import('./lib/run.mjs')

await runCommand(async () => {
  const runtime = await setUpTools(console.log)
  console.log(`Packaging with ${runtime.description}.`)
  const { args, env } = await preparePackaging(runtime, process.argv.slice(2), console.log)
  return runInForeground(process.execPath, args, { env })
})
