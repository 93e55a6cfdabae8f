import { operation } from '@shared/ipc/define'
import { ok } from '@shared/kernel/result'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createDispatch } from '../../../../electron/ipc/dispatch'

const contract = {
  things: {
    read: operation({ kind: 'query', input: z.strictObject({ id: z.string() }), output: z.string() }),
    change: operation({ kind: 'command', input: z.strictObject({}), output: z.null() }),
  },
}

const caller = { windowId: 1 }

function setUp() {
  const read = vi.fn(() => ok('a thing'))
  const change = vi.fn(() => {
    throw new Error('secret in a message')
  })
  const report = vi.fn()
  return { read, change, report, dispatch: createDispatch(contract, { things: { read, change } }, report) }
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

  test('a contract without a handler does not start', () => {
    // @ts-expect-error the compiler refuses it as well
    expect(() => createDispatch(contract, { things: { read: () => ok('') } }, () => {})).toThrow(
      'things.change',
    )
  })
})
