// Loaded before everything else, so it is written for any Node that knows modules: a too old one gets a sentence
// instead of a syntax error.
const requiredMajor = 20
const requiredMinor = 19
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < requiredMajor || (major === requiredMajor && minor < requiredMinor)) {
  console.error(
    `Gatehouse needs Node ${requiredMajor}.${requiredMinor} or newer; this is ${process.versions.node}.\n` +
      'Install a current Node from https://nodejs.org/en/download and run the same command again.',
  )
  process.exit(1)
}
