// npm start: the only step after git clone. Sets up what is missing, builds what has changed, opens Gatehouse.
import './lib/require-node.mjs'

const { runCommand } = await import('./lib/set-up-error.mjs')
const { start } = await import('./lib/start.mjs')
await runCommand(() => start(process.argv.slice(2)))
