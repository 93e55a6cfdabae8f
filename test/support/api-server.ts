import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** One request as it arrived, with its body. */
export interface Arrival {
  readonly method: string
  /** Path without query. */
  readonly path: string
  readonly query: URLSearchParams
  /** Path and query as sent. */
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
  /** Number of the connection it came over, from 1. */
  readonly connection: number
}

export type Answering = (arrival: Arrival, response: ServerResponse, socket: Socket) => unknown

export interface ApiServer {
  /** Up to and including the version path, as in a profile. */
  readonly baseAddress: string
  readonly origin: string
  /** Every request that arrived, in order, token calls included. */
  readonly arrivals: readonly Arrival[]
  /** Requests that are no token calls. */
  readonly calls: () => Arrival[]
  readonly tokenCalls: () => Arrival[]
  close(): Promise<void>
}

export const basePath = '/v3.8/distributor'

/** Answers with JSON. */
export function json(response: ServerResponse, body: unknown, status = 200, headers: object = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/** Answers with a status and no body. */
export const status =
  (code: number, headers: Record<string, string> = {}): Answering =>
  (_, response) =>
    response.writeHead(code, headers).end()

/** Answers the first calls in order, and every later one like the last. */
export function inOrder(...answers: Answering[]): Answering {
  let next = 0
  return (...call) => answers[Math.min(next++, answers.length - 1)]?.(...call)
}

/** Tokens `token-1`, `token-2`… that live an hour. */
export function issueTokens(): Answering {
  let issued = 0
  return (_, response) => {
    issued += 1
    json(response, { access_token: `token-${issued}`, token_type: 'Bearer', expires_in: 3600 })
  }
}

/**
 * A real HTTP server on the loopback that a test scripts. It counts arrivals, which is the only proof that
 * nothing was sent twice.
 */
export async function startApiServer(
  answer: Answering,
  token: Answering = issueTokens(),
): Promise<ApiServer> {
  const arrivals: Arrival[] = []
  const connections = new Map<Socket, number>()
  const server = createServer(async (request, response) => {
    let body = ''
    try {
      for await (const chunk of request) body += chunk
    } catch {
      return
    }
    const url = new URL(request.url ?? '/', 'http://server')
    const arrival = {
      method: request.method ?? '',
      path: url.pathname.replace(basePath, ''),
      query: url.searchParams,
      url: request.url ?? '',
      headers: request.headers,
      body,
      connection: connections.get(request.socket) ?? 0,
    }
    arrivals.push(arrival)
    await (isTokenCall(arrival) ? token : answer)(arrival, response, request.socket)
  })
  server.on('connection', (socket) => connections.set(socket, connections.size + 1))
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  return {
    origin,
    baseAddress: `${origin}${basePath}`,
    arrivals,
    calls: () => arrivals.filter((arrival) => !isTokenCall(arrival)),
    tokenCalls: () => arrivals.filter(isTokenCall),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const isTokenCall = ({ method, path }: Arrival) => method === 'POST' && path === '/oauth2/token'
