// A server in front of another one that passes every request on after a wait: what a network and a busy API take.
// Argument: JSON of { origin, waitMs }.
import { createServer, request } from 'node:http'

/** @type {{ origin: string, waitMs: number }} */
const { origin, waitMs } = JSON.parse(process.argv[2] ?? '')
const { hostname, port } = new URL(origin)

const server = createServer((incoming, outgoing) => {
  setTimeout(() => {
    const { method, url: path, headers } = incoming
    const passed = request({ hostname, port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    passed.on('error', () => outgoing.destroy())
    incoming.pipe(passed)
  }, waitMs)
})
server.listen(0, '127.0.0.1', () => {
  const address = /** @type {import('node:net').AddressInfo} */ (server.address())
  console.log(JSON.stringify({ type: 'listening', origin: `http://127.0.0.1:${address.port}` }))
})
process.on('SIGTERM', () => process.exit(0))
