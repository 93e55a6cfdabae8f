// Orders change and arrive while their pages are walked and others ask for rows, and the walk is paused and killed: at the end the mirror is the server.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { SyncSettings, SyncStore } from '../../electron/mirror/sync'
import { openedMirror } from '../support/mirror-orders'
import {
  type MirrorMethods,
  openSync,
  ordersOfMirror,
  ordersOfServer,
  type Page,
  runningClock,
  type SyncDesk,
  storeOf,
} from '../support/sync-desk'
import { Turnstile } from '../support/turnstile'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

const clock = runningClock()
let client: TestClient
let control: ReturnType<typeof controlOf>
let references: string[]

beforeAll(async () => {
  client = await startTestSandbox({ orders: 100, faultToken: FAULT_TOKEN, validate: false }, clock)
  control = controlOf(client)
  references = [...(await ordersOfServer(client)).keys()]
})
afterAll(() => client.sandbox.close())

type Deed =
  | { readonly what: 'note' | 'contact' | 'version'; readonly phone?: string }
  | { readonly what: 'cancel' }
type Action =
  | { readonly do: 'change'; readonly order: number; readonly deed: Deed }
  | { readonly do: 'steps'; readonly count: number }
  | { readonly do: 'time'; readonly ms: number }
  | { readonly do: 'arrive'; readonly days: number }
  | { readonly do: 'ask' | 'pause' | 'resume' | 'refresh' | 'kill' | 'kill-with-the-page' }

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.constantFrom<Deed>({ what: 'note' }, { what: 'version' }, { what: 'cancel' }),
  fc.nat({ max: 999_999 }).map((number) => ({ what: 'contact' as const, phone: `+31${number}` })),
)
const actions: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('steps'), count: fc.integer({ min: 1, max: 20 }) }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('change'), order: fc.nat({ max: 99 }), deed: deeds }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('arrive'), days: fc.integer({ min: 1, max: 60 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('time'), ms: fc.integer({ min: 1, max: 90_000 }) }) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('ask', 'pause', 'resume', 'refresh', 'kill', 'kill-with-the-page')
      .map((each) => ({ do: each })),
  },
) as fc.Arbitrary<Action>
const steps = fc.array(actions, { minLength: 8, maxLength: 32 })
const settings: fc.Arbitrary<Partial<SyncSettings>> = fc.record({
  pageSize: fc.integer({ min: 3, max: 25 }),
  lastPosition: fc.constantFrom(9, 40, 10_000),
  overlapMs: fc.constantFrom(2_000, 900_000),
  windowMonths: fc.integer({ min: 1, max: 6 }),
  pace: fc.integer({ min: 1, max: 3 }).map((atOnce) => ({ atOnce, perSecond: Number.POSITIVE_INFINITY })),
})

/** A desk whose requests leave, and whose answers come, only when they are let through; it can be killed. */
class Desk {
  readonly turnstile = new Turnstile()
  readonly #methods: MirrorMethods
  readonly #settings: Partial<SyncSettings>
  #desk: SyncDesk
  #life = { isOver: false, endsWithPage: false }

  constructor(methods: MirrorMethods, over: Partial<SyncSettings>) {
    this.#methods = methods
    this.#settings = over
    this.#desk = this.#open()
  }

  get sync() {
    return this.#desk.sync
  }

  /** As by `kill -9`: what it does from now on reaches nobody. Another one goes on from what is on disk. */
  async kill(): Promise<void> {
    this.#life.isOver = true
    await this.sync.stop()
    this.#desk = this.#open()
    await this.sync.start()
  }

  /** The page that is kept next is the last thing it does: it never learns of it. */
  async killWithThePage(): Promise<void> {
    const life = this.#life
    life.endsWithPage = true
    for (let step = 0; step < 8 && !life.isOver; step++) await this.steps(1)
    await this.kill()
  }

  /** While somebody is there, pages are written in several steps; a list like this one holds changes back. */
  async ask(): Promise<void> {
    const query = { filters: {}, sort: { by: 'guest', direction: 'asc' } } as const
    await this.#methods['mirror.query']({ query, rows: 50 })
  }

  async steps(count: number): Promise<void> {
    this.turnstile.letThrough(count)
    await new Promise((resolve) => setTimeout(resolve, 8))
  }

  #open(): SyncDesk {
    const life = { isOver: false, endsWithPage: false }
    this.#life = life
    const kept = storeOf(this.#methods)
    const alive =
      <Input extends unknown[], Output>(call: (...input: Input) => Promise<Output>) =>
      async (...input: Input): Promise<Output> => {
        if (life.isOver) throw new Error('killed')
        return call(...input)
      }
    const store: SyncStore = {
      status: alive(kept.status),
      putState: alive(kept.putState),
      indexSorts: alive(kept.indexSorts),
      take: alive(async (page) => {
        const taken = await kept.take(page)
        life.isOver ||= life.endsWithPage
        if (life.isOver) throw new Error('killed')
        return taken
      }),
    }
    const stepwise =
      (page: Page): Page =>
      async (filters, options) => {
        await this.turnstile.pass(options?.signal)
        const answer = await page(filters, options)
        await this.turnstile.pass(options?.signal)
        return answer
      }
    return openSync(client.base, clock, store, this.#settings, stepwise)
  }
}

async function perform(desk: Desk, action: Action): Promise<void> {
  switch (action.do) {
    case 'change': {
      const reference = references[action.order] ?? ''
      // What is cancelled already, or cannot be, stays as it is.
      if (action.deed.what === 'cancel') await client.send('DELETE', `/orders/${reference}`)
      else await control.call('POST', `/touch/${reference}`, action.deed)
      return
    }
    case 'arrive': {
      const { status } = await control.call('POST', '/orders', { days: action.days })
      if (status >= 300) throw new Error(`no order arrived: ${status}`)
      return
    }
    case 'ask':
      return desk.ask()
    case 'steps':
      return desk.steps(action.count)
    case 'time':
      return clock.advance(action.ms)
    case 'pause':
      return desk.sync.pause('by-hand')
    case 'resume':
      return desk.sync.resume()
    case 'refresh':
      return desk.sync.refresh()
    case 'kill':
      return desk.kill()
    case 'kill-with-the-page':
      return desk.killWithThePage()
  }
}

/** Until a question for changes was answered that was asked after the last of them. */
async function caughtUp(desk: Desk): Promise<void> {
  // Suppliers that answer later would change orders after the last look.
  await control.call('POST', '/settle')
  clock.advance(3_000)
  const now = clock()
  desk.turnstile.letThrough(1_000_000)
  desk.sync.resume()
  await vi.waitFor(
    () => {
      const state = desk.sync.state()
      if (!state.isFilled || (state.through ?? 0) < now) throw new Error(JSON.stringify(state))
    },
    { timeout: 60_000, interval: 5 },
  )
}

const numRuns = process.env.GATEHOUSE_TEST_LONG ? 150 : 3

test(
  'whatever changes, pauses and ends in whatever order, mirror and server agree on every order at the end',
  async () => {
    await fc.assert(
      fc.asyncProperty(settings, steps, fc.boolean(), async (over, given, isFilledFirst) => {
        await client.signInAgain()
        const { methods } = await openedMirror()
        const desk = new Desk(methods, over)
        await desk.sync.start()
        if (isFilledFirst) await caughtUp(desk)
        desk.turnstile.close()
        for (const action of given) await perform(desk, action)
        await caughtUp(desk)
        await desk.sync.stop()
        expect(await ordersOfMirror(methods)).toEqual(await ordersOfServer(client))
      }),
      { numRuns, endOnFailure: true },
    )
  },
  numRuns * 30_000,
)
