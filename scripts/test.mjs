// npm test: the only step after git clone to prove that Gatehouse works. The last line says `N passed, N failed`.
//   npm test -- --only unit,e2e     those steps (and what they need)
//   npm test -- --only unit money   those tests of a step
//   npm run test:long               with the tests tagged @long
import './lib/require-node.mjs'

const { runCommand } = await import('./lib/set-up-error.mjs')
const { ensureDependencies } = await import('./lib/dependencies.mjs')

await runCommand(async () => {
  await ensureDependencies(console.log)
  const { runTests } = await import('./lib/test/run-tests.mjs')
  return runTests(process.argv.slice(2))
})
