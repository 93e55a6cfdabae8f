// Serves recorded pages of orders from memory, so that the server's own work does not hide the client's.
// Argument: a JSON file with { token: object, pages: string[] }. Prints its origin as JSON.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

/** @type {{ token: object, pages: string[] }} */
const { token, pages } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const bodies = pages.map((page) => Buffer.from(page))

const server = createServer((request, response) => {
  request.resume()
  response.setHeader('content-type', 'application/json')
  if (request.method === 'POST') return response.end(JSON.stringify(token))
  const page = Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('page'))
  const body = bodies[page - 1]
  if (!body) return response.writeHead(404).end()
  response.end(body)
})
server.listen(0, '127.0.0.1', () => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  console.log(JSON.stringify({ type: 'listening', origin: `http://127.0.0.1:${port}` }))
})
process.on('SIGTERM', () => process.exit(0))
