import { contract } from '@shared/ipc/contract'
import type { Caller, Handler, Operation } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type CommandGuard, type ContractHandlers, createDispatch } from '../../electron/ipc/dispatch'
import { registerCalls } from '../../electron/ipc/register'
import { sampleInput } from '../support/sample-input'

/**
 * Walks every operation of the contract, also those added tomorrow: whatever is wrong with a call is refused
 * explicitly, and nothing happens.
 */

const operations = Object.entries(contract).flatMap(([feature, ofFeature]) =>
  Object.entries(ofFeature as Record<string, Operation>).map(([name, operation]) => ({
    name: `${feature}.${name}`,
    operation,
    valid: () => JSON.stringify(sampleInput(operation.input)),
  })),
)

type Listener = (event: unknown, name: unknown, input: unknown) => Promise<unknown>
const bridge = vi.hoisted(() => ({ listener: undefined as Listener | undefined }))
vi.mock('electron', () => ({
  ipcMain: {
    handle: (_channel: string, listener: Listener) => {
      bridge.listener = listener
    },
  },
}))

const ran = vi.fn()
const reported = vi.fn()
let handle: Handler<Operation>
let mayCommand: CommandGuard

/** Every operation behaves as `handle` says. */
const handlers = Object.fromEntries(
  Object.entries(contract).map(([feature, ofFeature]) => [
    feature,
    Object.fromEntries(
      Object.keys(ofFeature).map((name) => [
        name,
        (input: unknown, caller: Caller) => {
          ran(`${feature}.${name}`)
          return handle(input, caller)
        },
      ]),
    ),
  ]),
) as unknown as ContractHandlers<typeof contract>

const ours = { id: 7 }
const page = { url: 'app://gatehouse/#/orders', origin: 'app://gatehouse', parent: null }
const trusted = { sender: ours, senderFrame: page }

const call = (event: unknown, name: unknown, input: unknown) => {
  if (!bridge.listener) throw new Error('nothing was registered')
  return bridge.listener(event, name, input)
}

beforeEach(() => {
  vi.clearAllMocks()
  handle = () => ({ ok: true, value: 'done' })
  mayCommand = () => ok(undefined)
  const dispatch = createDispatch(contract, handlers, reported, (profile) => mayCommand(profile))
  registerCalls(dispatch, (contents) => contents === (ours as unknown))
})

const refused = (code: string) => ({ ok: false, error: { code, changed: 'no', message: expect.any(String) } })

describe.each(operations)('$name', ({ name, operation, valid }) => {
  test('runs for our page with valid input, so that the refusals below mean something', async () => {
    expect(await call(trusted, name, valid())).toEqual({ ok: true, value: 'done' })
    expect(ran).toHaveBeenCalledExactlyOnceWith(name)
  })

  test.each([
    ['nothing', undefined],
    ['an object in place of JSON text', {}],
    ['text that is not JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['text', '"x"'],
    ['a number', '1'],
    ['a field that nobody declared', '{"__proto__":{"admin":true},"unknownField":1}'],
    ['more than a form can hold', JSON.stringify({ text: 'x'.repeat(1_000_000) })],
  ])('given %s is refused and nothing happens', async (_, input) => {
    expect(await call(trusted, name, input)).toMatchObject(refused('INVALID_INPUT'))
    expect(ran).not.toHaveBeenCalled()
  })

  test('given a field too many beside valid ones is refused and nothing happens', async () => {
    const input = JSON.stringify({ ...(JSON.parse(valid()) as object), unknownField: 1 })
    expect(await call(trusted, name, input)).toMatchObject(refused('INVALID_INPUT'))
    expect(ran).not.toHaveBeenCalled()
  })

  if (operation.kind === 'command') {
    test('for a profile that may change nothing is refused before its handler, and nothing happens', async () => {
      mayCommand = () => err(appError('READ_ONLY', 'this profile is read-only'))
      expect(await call(trusted, name, valid())).toMatchObject(refused('READ_ONLY'))
      expect(ran).not.toHaveBeenCalled()
    })
  }

  test.each([
    ['a frame inside our page', { sender: ours, senderFrame: { ...page, parent: page } }],
    ['a window that main did not open', { sender: { id: 8 }, senderFrame: page }],
    ['another site in our window', { sender: ours, senderFrame: at('https://example.com/') }],
    ['a look-alike of our address', { sender: ours, senderFrame: at('app://gatehouse.example.com/') }],
    ['a file', { sender: ours, senderFrame: at('file:///tmp/index.html') }],
    ['a page without an origin', { sender: ours, senderFrame: { ...page, origin: 'null' } }],
    ['a frame that has gone', { sender: ours, senderFrame: null }],
  ])('called by %s is refused and nothing happens', async (_, event) => {
    expect(await call(event, name, valid())).toMatchObject(refused('FORBIDDEN'))
    expect(ran).not.toHaveBeenCalled()
  })

  test.each([
    [
      'throws',
      () => {
        throw new Error('client_secret=abc of Amara Okafor')
      },
    ],
    ['rejects', () => Promise.reject(new Error('client_secret=abc of Amara Okafor'))],
  ] as [string, Handler<Operation>][])(
    'whose handler %s answers INTERNAL without its words, and does not claim what it cannot know',
    async (_, broken) => {
      handle = broken
      const answer = await call(trusted, name, valid())
      const changed = operation.kind === 'command' ? 'unknown' : 'no'
      expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL', changed } })
      expect(JSON.stringify(answer)).not.toMatch(/abc|Amara/)
      expect(reported).toHaveBeenCalledExactlyOnceWith(name, expect.any(Error))
    },
  )
})

describe('an operation that is not in the contract', () => {
  const [first] = operations
  const feature = first?.name.split('.')[0]
  test.each([
    `${first?.name}s`,
    `${feature}.constructor`,
    `${feature}.__proto__`,
    `${feature}`,
    `${first?.name}.${first?.name}`,
    '__proto__.toString',
    '',
    undefined,
    { toString: () => first?.name },
  ])('called %s is refused and nothing happens', async (name) => {
    expect(await call(trusted, name, '{}')).toMatchObject(refused('INVALID_INPUT'))
    expect(ran).not.toHaveBeenCalled()
  })
})

/** A top frame elsewhere. */
function at(url: string) {
  return { url, origin: new URL(url).protocol === 'file:' ? 'file://' : url.slice(0, -1), parent: null }
}
