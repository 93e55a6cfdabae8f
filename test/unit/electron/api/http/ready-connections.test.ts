import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as pass } from 'node:timers/promises'
import { Agent, request } from 'undici'
import buildConnector from 'undici/lib/core/connect.js'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createReadyConnections } from '../../../../../electron/api/http/ready-connections'

const started: { close(): unknown }[] = []
afterEach(async () => {
  for (const thing of started.splice(0).reverse()) await thing.close()
})

/** A real server that knows its connections. */
async function server() {
  const connections: Socket[] = []
  const requests: IncomingMessage[] = []
  const http: Server = createServer((incoming, outgoing) => {
    requests.push(incoming)
    outgoing.end('ok')
  })
  http.on('connection', (socket) => connections.push(socket))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  started.push({
    close: () => {
      http.closeAllConnections()
      http.close()
    },
  })
  return { origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, connections, requests }
}

function client(freshMs = 60_000) {
  const ready = createReadyConnections(buildConnector({ timeout: 5_000 }), freshMs)
  const dispatcher = new Agent({ connect: ready.connect, pipelining: 0 })
  const close = () => {
    ready.close()
    return dispatcher.destroy()
  }
  started.push({ close })
  const send = async (origin: string) => {
    const answer = await request(origin, { dispatcher, method: 'DELETE' })
    return answer.body.text()
  }
  return { ...ready, send }
}

describe('a connection that was prepared', () => {
  test('carries the next request, and nothing before it', async () => {
    const { origin, connections, requests } = await server()
    const { prepare, send } = client()
    prepare(origin)
    await vi.waitFor(() => expect(connections).toHaveLength(1))
    await pass(50)
    expect(connections[0]?.bytesRead).toBe(0)
    expect(await send(origin)).toBe('ok')
    expect(connections).toHaveLength(1)
    expect(requests).toHaveLength(1)
  })

  test('is waited for while it is being opened', async () => {
    const { origin, connections } = await server()
    const { prepare, send } = client()
    prepare(origin)
    expect(await send(origin)).toBe('ok')
    expect(connections).toHaveLength(1)
  })

  test('carries one request only: the next opens its own', async () => {
    const { origin, connections, requests } = await server()
    const { prepare, send } = client()
    prepare(origin)
    expect([await send(origin), await send(origin)]).toEqual(['ok', 'ok'])
    expect(connections).toHaveLength(2)
    expect(new Set(requests.map(({ socket }) => socket)).size).toBe(2)
  })

  test('is one of its own for each that was prepared, also at the same time', async () => {
    const { origin, connections, requests } = await server()
    const { prepare, send } = client()
    prepare(origin)
    prepare(origin)
    await vi.waitFor(() => expect(connections).toHaveLength(2))
    expect(await Promise.all([send(origin), send(origin)])).toEqual(['ok', 'ok'])
    expect(connections).toHaveLength(2)
    expect(new Set(requests.map(({ socket }) => socket)).size).toBe(2)
  })

  test('is not used once the server closed it', async () => {
    const { origin, connections, requests } = await server()
    const { prepare, send } = client()
    prepare(origin)
    await vi.waitFor(() => expect(connections).toHaveLength(1))
    connections[0]?.end()
    await vi.waitFor(() => expect(connections[0]?.destroyed).toBe(true))
    expect(await send(origin)).toBe('ok')
    expect(connections).toHaveLength(2)
    expect(requests).toHaveLength(1)
  })

  test('is closed when nothing came of it in time', async () => {
    const { origin, connections, requests } = await server()
    const { prepare, send } = client(30)
    prepare(origin)
    await vi.waitFor(() => expect(connections[0]?.destroyed).toBe(true))
    expect(await send(origin)).toBe('ok')
    expect(connections).toHaveLength(2)
    expect(requests).toHaveLength(1)
  })

  test('is not used for another origin', async () => {
    const [one, other] = [await server(), await server()]
    const { prepare, send } = client()
    prepare(one.origin)
    expect(await send(other.origin)).toBe('ok')
    expect(one.requests).toHaveLength(0)
  })

  test('that could not be opened is no failure: the request tries for itself', async () => {
    const free = await server()
    const { prepare, send } = client()
    const closed = free.origin
    await started.shift()?.close()
    prepare(closed)
    await expect(send(closed)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    const { origin } = await server()
    expect(await send(origin)).toBe('ok')
  })

  test('is closed with the client', async () => {
    const { origin, connections } = await server()
    const { prepare, close } = client()
    prepare(origin)
    await vi.waitFor(() => expect(connections).toHaveLength(1))
    close()
    await vi.waitFor(() => expect(connections[0]?.destroyed).toBe(true))
  })
})
