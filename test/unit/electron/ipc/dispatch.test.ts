import { operation } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { type CommandGuard, type ContractHandlers, createDispatch } from '../../../../electron/ipc/dispatch'

const contract = {
  things: {
    read: operation({ kind: 'query', input: z.strictObject({ id: z.string() }), output: z.string() }),
    change: operation({ kind: 'command', input: z.strictObject({}), output: z.null() }),
    changeFor: operation({
      kind: 'command',
      input: z.strictObject({ profile: z.string() }),
      output: z.null(),
    }),
    readFor: operation({ kind: 'query', input: z.strictObject({ profile: z.string() }), output: z.null() }),
  },
}

const caller = { windowId: 1 }

function setUp() {
  const read = vi.fn(() => ok('a thing'))
  const change = vi.fn(() => {
    throw new Error('secret in a message')
  })
  const changeFor = vi.fn(() => ok(null))
  const readFor = vi.fn(() => ok(null))
  const report = vi.fn()
  const mayCommand: CommandGuard = (profile) =>
    profile === 'read-only' ? err(appError('READ_ONLY', 'this profile is read-only')) : ok(undefined)
  const handlers = { things: { read, change, changeFor, readFor } }
  return { ...handlers.things, report, dispatch: createDispatch(contract, handlers, report, mayCommand) }
}

describe('a call from the renderer', () => {
  test('reaches its handler with the parsed input', async () => {
    const { dispatch, read } = setUp()
    expect(await dispatch('things.read', '{"id":"1"}', caller)).toEqual({ ok: true, value: 'a thing' })
    expect(read).toHaveBeenCalledWith({ id: '1' }, caller)
  })

  test.each([
    ['an unknown operation', 'things.steal', '{}'],
    ['a name from the prototype', 'constructor', '{}'],
    ['a name that is no text', 7, '{}'],
    ['input that is no text', 'things.read', { id: '1' }],
    ['input that is not JSON', 'things.read', '{id:1}'],
    ['input that is too large', 'things.read', `{"id":"${'x'.repeat(1_000_001)}"}`],
    ['a missing field', 'things.read', '{}'],
    ['a field too many', 'things.read', '{"id":"1","path":"/etc/passwd"}'],
  ])('is refused with INVALID_INPUT, and nothing runs, for %s', async (_, name, input) => {
    const { dispatch, read, change } = setUp()
    const answer = await dispatch(name, input, caller)
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', changed: 'no' } })
    expect(read).not.toHaveBeenCalled()
    expect(change).not.toHaveBeenCalled()
  })

  test('that throws answers INTERNAL without the thrown words; a command says it does not know what changed', async () => {
    const { dispatch, report } = setUp()
    const answer = await dispatch('things.change', '{}', caller)
    expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL', changed: 'unknown' } })
    expect(JSON.stringify(answer)).not.toContain('secret')
    expect(report).toHaveBeenCalledOnce()
  })

  test('that is a command for a profile that may not is refused before its handler, and nothing runs', async () => {
    const { dispatch, changeFor } = setUp()
    const answer = await dispatch('things.changeFor', '{"profile":"read-only"}', caller)
    expect(answer).toMatchObject({ ok: false, error: { code: 'READ_ONLY', changed: 'no' } })
    expect(changeFor).not.toHaveBeenCalled()
  })

  test('that is a command for a profile that may, or a query for any profile, runs', async () => {
    const { dispatch, changeFor, readFor } = setUp()
    expect(await dispatch('things.changeFor', '{"profile":"full"}', caller)).toEqual(ok(null))
    expect(await dispatch('things.readFor', '{"profile":"read-only"}', caller)).toEqual(ok(null))
    expect(changeFor).toHaveBeenCalledOnce()
    expect(readFor).toHaveBeenCalledOnce()
  })

  test('a contract without a handler does not start', () => {
    // @ts-expect-error the compiler refuses it as well
    const handlers: ContractHandlers<typeof contract> = { things: { read: () => ok('') } }
    expect(() => createDispatch(contract, handlers, vi.fn(), () => ok(undefined))).toThrow('things.change')
  })
})
