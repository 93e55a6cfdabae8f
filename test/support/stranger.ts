import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server of somebody else, and what arrived there. */
export interface Stranger {
  readonly origin: string
  /** One line a request: `GET /path`. */
  readonly arrived: string[]
  stop(): void
}

/** Listens on a free port of this computer and answers everything. */
export async function startStranger(): Promise<Stranger> {
  const arrived: string[] = []
  const server = createServer((request, response) => {
    arrived.push(`${request.method} ${request.url}`)
    response.setHeader('access-control-allow-origin', '*').end('hello')
  })
  server.on('upgrade', (request, socket) => {
    arrived.push(`UPGRADE ${request.url}`)
    socket.destroy()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { arrived, origin: `http://127.0.0.1:${port}`, stop: () => server.close() }
}
