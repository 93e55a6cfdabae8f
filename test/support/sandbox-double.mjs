// Stands in for the sandbox process where its own failures are the subject: it does what its config says.
const { behaviour = 'listen', stateDir } = JSON.parse(process.env.GATEHOUSE_SANDBOX_CONFIG ?? '{}')
const { mkdirSync, writeFileSync } = await import('node:fs')

if (behaviour === 'crash') process.exit(3)
process.on('message', (message) => {
  const { type } = Object(message)
  if (type === 'stop') process.exit(0)
  if (type === 'crash') process.exit(9)
})
if (behaviour === 'listen') {
  mkdirSync(stateDir, { recursive: true })
  writeFileSync(`${stateDir}/state`, 'used')
  process.send?.({ type: 'noise' })
  process.send?.({ type: 'listening', origin: `http://127.0.0.1:${process.pid}` })
}
