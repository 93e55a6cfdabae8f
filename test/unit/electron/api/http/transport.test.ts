import { createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { createDispatchers } from '../../../../../electron/api/http/dispatchers'
import { createTransport, type Transport } from '../../../../../electron/api/http/transport'
import { type Answering, type ApiServer, json, startApiServer } from '../../../../support/api-server'

const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close()
})

function transport(over: { timeoutMs?: number; maxResponseBytes?: number } = {}): Transport {
  const made = createTransport({
    dispatchers: createDispatchers({ connectTimeoutMs: 5_000, certificates: () => undefined }),
    resolveProxy: async () => 'DIRECT',
    timeoutMs: over.timeoutMs ?? 10_000,
    maxResponseBytes: over.maxResponseBytes ?? 1_000_000,
  })
  open.push(made)
  return made
}

async function server(answer: Answering): Promise<ApiServer> {
  const started = await startApiServer(answer)
  open.push(started)
  return started
}

/** A server below HTTP: it hands over the socket and what came first on it. */
async function rawServer(answer: (socket: Socket, head: string, connection: number) => void) {
  let arrivals = 0
  let connections = 0
  const sockets = new Set<Socket>()
  const tcp: Server = createTcpServer((socket) => {
    connections += 1
    const connection = connections
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      arrivals += 1
      answer(socket, chunk.toString('latin1'), connection)
    })
  })
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve))
  const address = tcp.address()
  const port = typeof address === 'object' ? address?.port : 0
  open.push({
    close: () => {
      for (const socket of sockets) socket.destroy()
      tcp.close()
    },
  })
  return { origin: `http://127.0.0.1:${port}`, arrivals: () => arrivals }
}

const get = (origin: string, path = '/') => ({ origin, path, method: 'GET', headers: {} }) as const
const del = (origin: string, path = '/') => ({ origin, path, method: 'DELETE', headers: {} }) as const

describe('a request that gets no answer', () => {
  test('is known not to have left when nothing listens', async () => {
    const { origin, close } = await startApiServer(() => {})
    await close()
    const sent = await transport().send(del(origin), 'command')
    expect(sent).toEqual({ ok: false, failure: { reason: 'refused', code: 'ECONNREFUSED', sent: false } })
  })

  test('is known not to have left when the host has no address', async () => {
    const sent = await transport().send(del('http://nowhere.invalid'), 'command')
    expect(sent).toMatchObject({ ok: false, failure: { reason: 'dns', sent: false } })
  })

  test.each(['read', 'command'] as const)(
    'may have been performed when the connection is reset after it arrived (%s), and arrives once',
    async (purpose) => {
      const raw = await rawServer((socket) => socket.resetAndDestroy())
      const sent = await transport().send(del(raw.origin), purpose)
      expect(sent).toMatchObject({ ok: false, failure: { reason: 'reset', sent: true } })
      expect(raw.arrivals()).toBe(1)
    },
  )

  test('may have been performed when the server closes without a word', async () => {
    const raw = await rawServer((socket) => socket.end())
    const sent = await transport().send(del(raw.origin), 'command')
    expect(sent).toMatchObject({ ok: false, failure: { reason: 'reset', sent: true } })
    expect(raw.arrivals()).toBe(1)
  })

  test('is not repeated below us when a reused connection is reset', async () => {
    const used: number[] = []
    const raw = await rawServer((socket, head, connection) => {
      used.push(connection)
      if (head.startsWith('GET /warm')) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}')
      else socket.resetAndDestroy()
    })
    const client = transport()
    for (let i = 0; i < 3; i++)
      expect(await client.send(get(raw.origin, '/warm'), 'read')).toMatchObject({ ok: true })
    const sent = await client.send(del(raw.origin, '/change'), 'read')
    expect(sent).toMatchObject({ ok: false, failure: { reason: 'reset', sent: true } })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(used).toHaveLength(4)
    expect(used.slice(0, 3)).toContain(used[3])
  })

  test('ends at the time limit, and is not repeated', async () => {
    const raw = await rawServer(() => {})
    const sent = await transport({ timeoutMs: 1_500 }).send(del(raw.origin), 'command')
    expect(sent).toMatchObject({ ok: false, failure: { reason: 'timeout', sent: true } })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(raw.arrivals()).toBe(1)
  })

  test('is known not to have left when it is withdrawn before', async () => {
    const { origin, arrivals } = await server((_, response) => json(response, {}))
    const sent = await transport().send(del(origin), 'command', AbortSignal.abort())
    expect(sent).toMatchObject({ ok: false, failure: { reason: 'aborted', sent: false } })
    expect(arrivals).toHaveLength(0)
  })

  test('may have been performed when it is withdrawn after it left', async () => {
    const withdrawal = new AbortController()
    const { origin, arrivals } = await server(() => withdrawal.abort())
    const sent = await transport().send(del(origin), 'command', withdrawal.signal)
    expect(sent).toMatchObject({ ok: false, failure: { reason: 'aborted', sent: true } })
    expect(arrivals).toHaveLength(1)
  })
})

describe('an answer', () => {
  test.each([
    ['shorter than announced', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"data":'],
    ['cut between chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{"data":\r\n'],
  ])('%s keeps its status and is marked as cut', async (_, text) => {
    const raw = await rawServer((socket) => socket.end(text))
    const sent = await transport().send(get(raw.origin), 'read')
    expect(sent).toMatchObject({ ok: true, answer: { status: 200, damaged: 'reset' } })
    expect(raw.arrivals()).toBe(1)
  })

  test('whose body never ends is cut at the time limit', async () => {
    const raw = await rawServer((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{'))
    const sent = await transport({ timeoutMs: 2_000 }).send(get(raw.origin), 'read')
    expect(sent).toMatchObject({ ok: true, answer: { status: 200, damaged: 'timeout' } })
  })

  test('is unzipped (rule 16)', async () => {
    const { origin } = await server((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('{"a":"é"}'))
    })
    const sent = await transport().send(get(origin), 'read')
    expect(sent.ok && sent.answer.body.toString('utf8')).toBe('{"a":"é"}')
  })

  test.each([
    ['cut in the middle', gzipSync('{"data":{"order":{}}}').subarray(0, 15), 'gzip'],
    ['that is not gzip', Buffer.from('{"data":{}}'), 'gzip'],
    ['in a compression nobody asked for', Buffer.from('{"data":{}}'), 'br'],
  ])('%s is unreadable', async (_, body, encoding) => {
    const { origin } = await server((_, response) => {
      response.writeHead(200, { 'Content-Encoding': encoding }).end(body)
    })
    const sent = await transport().send(get(origin), 'read')
    expect(sent).toMatchObject({ ok: true, answer: { status: 200, damaged: 'unreadable' } })
  })

  test.each([
    ['too large as sent', (size: number) => Buffer.alloc(size, 'x'), undefined],
    ['too large once unzipped', (size: number) => gzipSync(Buffer.alloc(size, 'x')), 'gzip'],
  ])('%s is refused', async (_, body, encoding) => {
    const { origin } = await server((_, response) => {
      response.writeHead(200, encoding ? { 'Content-Encoding': encoding } : {}).end(body(2_000_000))
    })
    const sent = await transport({ maxResponseBytes: 1_000_000 }).send(get(origin), 'read')
    expect(sent).toMatchObject({ ok: true, answer: { status: 200, damaged: 'too-large' } })
  })

  test('that redirects, sets a cookie or allows caching changes nothing about the next request', async () => {
    const { origin, arrivals } = await server(({ url }, response) => {
      const headers = { 'Set-Cookie': 'session=1', 'Cache-Control': 'max-age=600', ETag: '"1"' }
      if (url === '/away') response.writeHead(302, { ...headers, Location: '/elsewhere' }).end()
      else json(response, {}, 200, headers)
    })
    const client = transport()
    expect(await client.send(get(origin, '/away'), 'read')).toMatchObject({
      ok: true,
      answer: { status: 302 },
    })
    await client.send(get(origin, '/again'), 'read')
    await client.send(get(origin, '/again'), 'read')
    expect(arrivals.map(({ url }) => url)).toEqual(['/away', '/again', '/again'])
    for (const { headers } of arrivals) {
      expect(headers.cookie).toBeUndefined()
      expect(headers['if-none-match']).toBeUndefined()
    }
  })
})

describe('connections', () => {
  test('are kept for reads; a command never goes out on a used one', async () => {
    const { origin, arrivals } = await server((_, response) => json(response, {}))
    const client = transport()
    for (let i = 0; i < 4; i++) await client.send(get(origin), 'read')
    const reads = new Set(arrivals.map(({ connection }) => connection))
    expect(reads.size).toBeLessThan(4)
    for (let i = 0; i < 3; i++) await client.send(del(origin), 'command')
    const commands = arrivals.slice(4).map(({ connection }) => connection)
    expect(new Set(commands).size).toBe(3)
    expect(commands.some((connection) => reads.has(connection))).toBe(false)
  })
})
