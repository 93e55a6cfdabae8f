import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const script = resolve(import.meta.dirname, '../../out/main/sandbox.js')
const faultToken = 'known-to-the-test-alone'
/** Who may sign in to it. */
export const sandboxCredentials = { clientId: 'e2e-client', clientSecret: 'e2e-secret:+%' } as const

/** One call that reached the server, as its ledger has it. */
export interface Arrival {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly status?: number
  readonly committed?: { readonly reference: string; readonly version: number }
}

/** What goes wrong, and for which calls; see electron/sandbox/README.md. */
export interface FaultToSet {
  readonly kind:
    | 'delay'
    | 'status'
    | 'reset'
    | 'truncated'
    | 'invalid-json'
    | 'expired-token'
    | 'redirect'
    | 'stale-read'
    | 'page-size'
    | 'body'
    | 'leaves'
  readonly method?: string
  readonly path?: string
  readonly count?: number
  readonly [option: string]: unknown
}

/** A sandbox of the test's own, outside the application: it outlives the application and tells what reached it. */
export interface Sandbox {
  readonly origin: string
  /** Makes {@link launchGatehouse} use this sandbox. */
  readonly env: Readonly<Record<string, string>>
  readonly clientSecret: string
  fault(fault: FaultToSet): Promise<void>
  clearFaults(): Promise<void>
  ledger(): Promise<readonly Arrival[]>
  /** Calls that change something or were to, of one order (and those that name none) or of all. */
  commands(orderReference?: string): Promise<readonly Arrival[]>
  /** The order as the server has it, newest version last. */
  versions(orderReference: string): Promise<readonly SandboxOrder[]>
  /** E-mails that the server sent for the order, oldest first. */
  mails(orderReference: string): Promise<readonly SandboxMail[]>
  /** Somebody else changes the order; what they do is told as `electron/sandbox/faults/someone-else.ts` says. */
  touch(orderReference: string, change?: { readonly what: string }): Promise<void>
  /** The contact as the server has it now. */
  contact(uid: string): Promise<SandboxContact>
  /** Somebody else replaces a contact with the newest version of it and these fields; null takes one away. */
  moveContact(uid: string, set: Readonly<Record<string, unknown>>): Promise<void>
  /** Suppliers and payment providers that answer later answer now, as they would or as they are told. */
  settle(answer?: { readonly accepted?: boolean; readonly reference?: string }): Promise<void>
  /** What becomes of a payment that was started: `PAID` unless told. */
  endPayment(paymentId: string, status?: string): Promise<void>
  /** Orders as the API lists them, newest first: so many pages of 100. */
  orders(pages?: number): Promise<readonly SandboxOrder[]>
  /** The order with this `order_external_reference`, such as `DEMO-COMBI`. */
  orderNamed(externalReference: string): Promise<SandboxOrder>
  /** An order comes in from elsewhere; what it may say is told in `electron/sandbox/arrivals/arrival.ts`. */
  arrive(order: object): Promise<string>
  /** Others move a row of stock; what they do is told as `electron/sandbox/stock/moves.ts` says. */
  moveStock(stockId: string, move: object): Promise<void>
  /** Pieces of a row that can be sold, as the server has them. */
  available(stockId: string): Promise<number | undefined>
  /** Answers that broke the OpenAPI file; a test asserts there are none. */
  violations(): Promise<readonly string[]>
  stop(): Promise<void>
}

export interface SandboxMail {
  readonly kind: string
  readonly to: string
}

export interface SandboxContact {
  readonly contact_version: number
  readonly contact_modified: string
  readonly [field: string]: unknown
}

export interface SandboxTicket {
  readonly product_type_transaction_id: string
  readonly product_type_code: string
  readonly product_type_status: string
  readonly product_type_redemption_status: string
}

export interface SandboxBooking {
  readonly product_id: string
  readonly booking_reference: string
  readonly booking_status: string
  readonly product_title: string
  /** Only bookings at a third party have one. */
  readonly booking_supplier_reference?: string
  readonly product_cancellation_allowed: boolean
  readonly product_combi_details?: readonly unknown[]
  readonly product_bundle_details?: readonly object[]
  readonly product_type_details: readonly SandboxTicket[]
}

export interface SandboxOrder {
  readonly order_reference: string
  readonly order_version: number
  readonly order_status: string
  readonly order_pricing: { readonly price_total: string }
  readonly order_payments?: readonly { readonly payment_type: string; readonly payment_amount: string }[]
  readonly order_settlement_type?: string
  readonly order_promocodes?: readonly unknown[]
  readonly order_external_reference?: string
  readonly order_notes?: readonly unknown[]
  readonly order_flags?: readonly unknown[]
  readonly order_custom_fields?: readonly unknown[]
  readonly order_checkout_fields?: readonly unknown[]
  readonly order_contacts?: readonly {
    readonly contact_uid?: string
    readonly contact_version?: number
    readonly contact_type?: string
    readonly contact_name_first?: string
    readonly contact_name_last?: string
    readonly contact_email?: string
    readonly contact_phone?: string
  }[]
  readonly order_bookings: readonly SandboxBooking[]
}

export async function startSandbox(
  options: { orders?: number; [option: string]: unknown } = {},
): Promise<Sandbox> {
  const stateDir = await mkdtemp(join(tmpdir(), 'gatehouse-sandbox-'))
  const credentials = sandboxCredentials
  const config = { ...credentials, stateDir, faultToken, orders: 400, ...options }
  const child = spawn(process.execPath, [script, JSON.stringify(config)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const origin = await listening(child)

  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${origin}/__control${path}`, {
      method,
      headers: { 'sandbox-token': faultToken, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!answer.ok)
      throw new Error(`sandbox: ${method} ${path} answered ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const ledger = async () => ((await control('GET', '/ledger')) as { arrivals: Arrival[] }).arrivals

  return {
    origin,
    clientSecret: credentials.clientSecret,
    env: {
      GATEHOUSE_SANDBOX_URL: origin,
      GATEHOUSE_SANDBOX_CREDENTIALS: `${credentials.clientId}:${credentials.clientSecret}`,
    },
    fault: async (fault) => void (await control('POST', '/faults', fault)),
    clearFaults: async () => void (await control('DELETE', '/faults')),
    ledger,
    commands: async (reference) =>
      (await ledger()).filter(
        (arrival) => isCommand(arrival) && (!reference || [reference, undefined].includes(orderOf(arrival))),
      ),
    versions: async (reference) =>
      ((await control('GET', `/orders/${reference}`)) as { versions: SandboxOrder[] }).versions,
    mails: async (reference) =>
      ((await control('GET', `/orders/${reference}`)) as { mails: SandboxMail[] }).mails,
    touch: async (reference, change) => void (await control('POST', `/touch/${reference}`, change)),
    contact: async (uid) => {
      const { versions } = (await control('GET', `/contacts/${uid}`)) as { versions: SandboxContact[] }
      const contact = versions.at(-1)
      if (!contact) throw new Error(`the sandbox has no contact ${uid}`)
      return contact
    },
    moveContact: async (uid, set) => void (await control('POST', `/contacts/${uid}`, { set })),
    settle: async (answer) => void (await control('POST', '/settle', answer)),
    endPayment: async (id, status = 'PAID') => void (await control('POST', `/payments/${id}`, { status })),
    orders: async (pages = 1) => {
      const found: SandboxOrder[] = []
      for (let page = 1; page <= pages; page += 1) {
        found.push(...(await listOrders(origin, credentials, { items_per_page: '100', page: `${page}` })))
      }
      return found
    },
    orderNamed: async (order_external_reference) => {
      const [order] = await listOrders(origin, credentials, { order_external_reference })
      if (!order) throw new Error(`the sandbox has no order ${order_external_reference}`)
      return order
    },
    arrive: async (order) => ((await control('POST', '/orders', order)) as { reference: string }).reference,
    moveStock: async (id, move) => void (await control('POST', `/stock/${id}`, move)),
    available: async (id) => {
      const { row } = (await control('GET', `/stock/${id}`)) as {
        row: { stock_spots?: { stock_items_available?: number } }
      }
      return row.stock_spots?.stock_items_available
    },
    violations: async () => ((await control('GET', '/violations')) as { violations: string[] }).violations,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((done) => child.once('close', done))
        child.kill('SIGTERM')
        await ended
      }
      await rm(stateDir, { recursive: true, force: true })
    },
  }
}

/** Asking for a token or for places changes nothing; releasing a voucher does, though it is a GET (rules.md #183). */
const isCommand = ({ method, path, committed }: Arrival): boolean =>
  committed !== undefined || (method !== 'GET' && !/\/(token|availability)(\/|$)/.test(path))

/** The order that a call is about; a refund by `payment_id` names none until it is done. */
const orderOf = ({ path, query, committed }: Arrival): string | undefined =>
  committed?.reference ??
  /\/orders\/([^/]+)/.exec(path)?.[1] ??
  new URLSearchParams(query).get('order_reference') ??
  undefined

async function listening(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('no stdout')
  for await (const line of createInterface({ input: child.stdout })) {
    const message = JSON.parse(line) as { type?: string; origin?: string }
    if (message.type === 'listening' && message.origin) return message.origin
  }
  throw new Error('the sandbox ended before it listened; was it built?')
}

/** Reads one page of the list as any client would: with a token of its own. */
async function listOrders(
  origin: string,
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
  query: Readonly<Record<string, string>>,
): Promise<SandboxOrder[]> {
  const base = `${origin}/v3.8/distributor`
  const granted = await fetch(`${base}/oauth2/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ grant_type: 'client_credentials' }),
  })
  const { access_token: token } = (await granted.json()) as { access_token: string }
  const answer = await fetch(`${base}/orders?${new URLSearchParams(query)}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const { data } = (await answer.json()) as { data: { items?: SandboxOrder[] } }
  return data.items ?? []
}

/**
 * An order that can lose single tickets: paid through Prio, confirmed, with a plain booking at an own supplier, of
 * two unused tickets or more. `skip` picks another one each time.
 */
export function partlyCancellable(
  orders: readonly SandboxOrder[],
  skip = 0,
): { order: SandboxOrder; booking: SandboxBooking } {
  const found = orders.flatMap((order) => {
    const booking = order.order_bookings.find(isPlain)
    const fits = order.order_status === 'ORDER_CONFIRMED' && order.order_settlement_type === 'DIRECT'
    return fits && !order.order_promocodes?.length && booking ? [{ order, booking }] : []
  })
  const one = found[skip]
  if (!one) throw new Error(`only ${found.length} orders can lose single tickets`)
  return one
}

const isPlain = (booking: SandboxBooking): boolean =>
  booking.booking_status === 'BOOKING_CONFIRMED' &&
  booking.product_cancellation_allowed &&
  !booking.booking_supplier_reference &&
  !booking.product_combi_details?.length &&
  !booking.product_bundle_details?.length &&
  booking.product_type_details.length >= 2 &&
  booking.product_type_details.every((ticket) => ticket.product_type_redemption_status === 'PENDING')
