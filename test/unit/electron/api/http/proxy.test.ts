import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Server as TcpServer,
} from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { createDispatchers } from '../../../../../electron/api/http/dispatchers'
import { readRoutes } from '../../../../../electron/api/http/proxy'
import { createTransport } from '../../../../../electron/api/http/transport'
import { json, startApiServer } from '../../../../support/api-server'

const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close()
})

const tlsFile = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../../data/tls', name), 'utf8')
const portOf = (server: Server | TcpServer) => (server.address() as AddressInfo).port
const listen = (server: Server | TcpServer) =>
  new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

/** A proxy that opens tunnels, or answers every request for one with `refuse`. */
async function proxyServer(refuse?: string) {
  const tunnels: string[] = []
  const server = createServer((_, response) => response.writeHead(500).end())
  server.on('connect', (request, socket, head) => {
    tunnels.push(request.url ?? '')
    socket.on('error', () => {})
    if (refuse !== undefined) return void socket.end(refuse)
    const [host = '', port = ''] = (request.url ?? '').split(':')
    const target = connect(Number(port), host === 'localhost' ? '127.0.0.1' : host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      target.write(head)
      socket.pipe(target).pipe(socket)
    })
    target.on('error', () => socket.destroy())
    socket.on('close', () => target.destroy())
  })
  await listen(server)
  open.push({
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  })
  return { address: `127.0.0.1:${portOf(server)}`, tunnels }
}

function transport(resolve: () => string | Promise<string>, certificates?: string[]) {
  const made = createTransport({
    dispatchers: createDispatchers({ connectTimeoutMs: 5_000, certificates: () => certificates }),
    resolveProxy: async () => resolve(),
    timeoutMs: 10_000,
    maxResponseBytes: 1_000_000,
  })
  open.push(made)
  return made
}

async function target() {
  const server = await startApiServer((_, response) => json(response, { from: 'server' }))
  open.push(server)
  return server
}

async function tlsTarget() {
  let arrivals = 0
  const server = createTlsServer(
    { key: tlsFile('server-key.pem'), cert: tlsFile('server.pem') },
    (_, response) => {
      arrivals += 1
      json(response, { from: 'server' })
    },
  )
  await listen(server)
  open.push({
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  })
  return { origin: `https://localhost:${portOf(server)}`, arrivals: () => arrivals }
}

const del = (origin: string) => ({ origin, path: '/x', method: 'DELETE', headers: {} }) as const

describe('what the system says about proxies', () => {
  test.each([
    ['DIRECT', [{ kind: 'direct' }]],
    ['', [{ kind: 'direct' }]],
    [
      'PROXY a.example:8080; DIRECT',
      [{ kind: 'proxy', address: 'http://a.example:8080' }, { kind: 'direct' }],
    ],
    ['HTTPS a.example:443', [{ kind: 'proxy', address: 'https://a.example:443' }]],
    ['PROXY [::1]:8080', [{ kind: 'proxy', address: 'http://[::1]:8080' }]],
    ['SOCKS5 a:1080; PROXY b:2', [{ kind: 'proxy', address: 'http://b:2' }]],
    [
      ' proxy a:1 ;PROXY b:2',
      [
        { kind: 'proxy', address: 'http://a:1' },
        { kind: 'proxy', address: 'http://b:2' },
      ],
    ],
  ])('%j is read in order', (answer, routes) => {
    expect(readRoutes(answer)).toEqual(routes)
  })

  test.each(['SOCKS a:1080', 'SOCKS5 a:1080', 'PROXY user@a:8080', 'PROXY a', 'nonsense'])(
    '%j leaves no route: a prescribed proxy is not gone around',
    async (answer) => {
      expect(readRoutes(answer)).toEqual([])
      const { origin, arrivals } = await target()
      const sent = await transport(() => answer).send(del(origin), 'command')
      expect(sent).toMatchObject({ ok: false, failure: { reason: 'proxy', sent: false } })
      expect(arrivals).toHaveLength(0)
    },
  )
})

describe('a prescribed proxy', () => {
  test('is used for every request, and each arrives once', async () => {
    const proxy = await proxyServer()
    const { origin, arrivals } = await target()
    const client = transport(() => `PROXY ${proxy.address}`)
    expect(await client.send(del(origin), 'command')).toMatchObject({ ok: true, answer: { status: 200 } })
    expect(await client.send(del(origin), 'read')).toMatchObject({ ok: true, answer: { status: 200 } })
    expect(arrivals).toHaveLength(2)
    expect(new Set(proxy.tunnels)).toEqual(new Set([origin.replace('http://', '')]))
  })

  test('carries TLS to the server, whose certificate is still checked', async () => {
    const proxy = await proxyServer()
    const server = await tlsTarget()
    const trusting = transport(() => `PROXY ${proxy.address}`, [tlsFile('authority.pem')])
    expect(await trusting.send(del(server.origin), 'command')).toMatchObject({ ok: true })
    const other = transport(() => `PROXY ${proxy.address}`)
    const sent = await other.send(del(server.origin), 'command')
    expect(sent).toMatchObject({ ok: false, failure: { reason: 'tls', sent: false } })
    expect(server.arrivals()).toBe(1)
  })

  test.each([
    ['wants a sign-in', 'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'],
    ['forbids the host', 'HTTP/1.1 403 Forbidden\r\n\r\n'],
    ['hangs up', ''],
  ])('that %s ends the request before it left, and is asked once', async (_, refusal) => {
    const proxy = await proxyServer(refusal)
    const { origin, arrivals } = await target()
    const sent = await transport(() => `PROXY ${proxy.address}`).send(del(origin), 'command')
    expect(sent).toMatchObject({ ok: false, failure: { reason: 'proxy', sent: false } })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(proxy.tunnels).toHaveLength(1)
    expect(arrivals).toHaveLength(0)
  })

  test('that does not listen is named as the culprit', async () => {
    const { origin, arrivals } = await target()
    const sent = await transport(() => 'PROXY 127.0.0.1:9').send(del(origin), 'command')
    expect(sent).toMatchObject({ ok: false, failure: { reason: 'proxy', sent: false } })
    expect(arrivals).toHaveLength(0)
  })

  test('that does not listen is passed over when the system names another way', async () => {
    const { origin, arrivals } = await target()
    const sent = await transport(() => 'PROXY 127.0.0.1:9; DIRECT').send(del(origin), 'command')
    expect(sent).toMatchObject({ ok: true, answer: { status: 200 } })
    expect(arrivals).toHaveLength(1)
  })

  test('is not passed over once the request has left', async () => {
    const proxy = await proxyServer()
    const tcp = createTcpServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => socket.resetAndDestroy())
    })
    await listen(tcp)
    open.push({ close: () => tcp.close() })
    let arrivals = 0
    tcp.on('connection', () => {
      arrivals += 1
    })
    const client = transport(() => `PROXY ${proxy.address}; DIRECT`)
    const sent = await client.send(del(`http://127.0.0.1:${portOf(tcp)}`), 'command')
    expect(sent).toMatchObject({ ok: false, failure: { sent: true } })
    expect(arrivals).toBe(1)
  })

  test('that the system cannot name is taken for none', async () => {
    const { origin } = await target()
    const client = transport(() => Promise.reject(new Error('no network service')))
    expect(await client.send(del(origin), 'read')).toMatchObject({ ok: true })
  })
})

describe('certificates', () => {
  test.each([
    ['an authority nobody trusts', undefined, 'localhost'],
    ['another host', [tlsFile('authority.pem')], '127.0.0.1'],
  ])('from %s end the request before it left', async (_, certificates, host) => {
    const server = await tlsTarget()
    const client = transport(() => 'DIRECT', certificates)
    const sent = await client.send(del(server.origin.replace('localhost', host)), 'command')
    expect(sent).toMatchObject({ ok: false, failure: { reason: 'tls', sent: false } })
    expect(server.arrivals()).toBe(0)
  })

  test('of an authority that the system trusts are accepted', async () => {
    const server = await tlsTarget()
    const client = transport(() => 'DIRECT', [tlsFile('authority.pem')])
    expect(await client.send(del(server.origin), 'command')).toMatchObject({
      ok: true,
      answer: { status: 200 },
    })
    expect(server.arrivals()).toBe(1)
  })
})
