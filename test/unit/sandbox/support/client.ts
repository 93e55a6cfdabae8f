import { vi } from 'vitest'
import { type Sandbox, type SandboxConfig, startSandbox } from '../../../../electron/sandbox'
import type { OrderDocument, PaymentDocument } from '../../../../electron/sandbox/orders/document'

// Compiling the checks of the OpenAPI file takes a second or two on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

export const CLIENT = { clientId: 'desk', clientSecret: 's3cret+%:ü' }
export const NOW = Date.parse('2026-11-21T12:00:00+01:00')

/** A raw HTTP client of one sandbox: nothing but requests, so that what comes back is what was sent. */
export interface TestClient {
  /** Once the clock is past what a token lasts (rule 63). */
  signInAgain(): Promise<void>
  readonly sandbox: Sandbox
  readonly base: string
  readonly token: string
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  order(reference: string): Promise<OrderDocument>
  list(query: string): Promise<ListData>
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: Body
}

/** What bodies of the API may hold, as far as tests look at it. */
export interface Body {
  readonly access_token?: string
  readonly error?: string
  readonly error_description?: string
  readonly errors?: readonly string[]
  readonly url?: string
  readonly data?: {
    readonly order?: OrderDocument
    readonly payment?: PaymentDocument
    readonly product?: Record<string, unknown>
    readonly items?: readonly OrderDocument[]
  }
}

export interface ListData {
  readonly items: readonly OrderDocument[]
  readonly total_items: number
  readonly current_item_count: number
  readonly items_per_page: number
  readonly start_index: number
  readonly page_index: number
  readonly total_pages: number
}

export interface TestClock {
  (): number
  advance(ms: number): void
}

/** A clock that moves only when told to. */
export function testClock(start = NOW): TestClock {
  let now = start
  return Object.assign(() => now, {
    advance: (ms: number) => {
      now += ms
    },
  })
}

export async function startTestSandbox(
  config: Partial<SandboxConfig> = {},
  clock: () => number = testClock(),
): Promise<TestClient> {
  const sandbox = await startSandbox({ ...CLIENT, ...config }, clock)
  const base = `${sandbox.origin}/v3.8/distributor`
  const token = await tokenOf(base)
  let current = token
  const client: TestClient = {
    sandbox,
    base,
    token,
    signInAgain: async () => {
      current = await tokenOf(base)
    },
    get: (path, headers) => client.send('GET', path, undefined, headers),
    send: async (method, path, body, headers = {}) => {
      const response = await fetch(base + path, {
        method,
        redirect: 'manual',
        headers: {
          authorization: `Bearer ${current}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      return readAnswer(response)
    },
    order: async (reference) => {
      const answer = await client.get(`/orders/${reference}`)
      if (!answer.json.data?.order) throw new Error(`${answer.status} ${answer.text}`)
      return answer.json.data.order
    },
    list: async (query) => {
      const answer = await client.get(`/orders?${query}`)
      if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`)
      return answer.json.data as unknown as ListData
    },
  }
  return client
}

export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json') && text !== ''
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: (isJson ? JSON.parse(text) : {}) as Body,
  }
}

export function basic(id: string = CLIENT.clientId, secret: string = CLIENT.clientSecret): string {
  return `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
}

async function tokenOf(base: string): Promise<string> {
  const response = await fetch(`${base}/oauth2/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: basic() },
    body: JSON.stringify({ grant_type: 'client_credentials' }),
  })
  return String((await readAnswer(response)).json.access_token)
}
