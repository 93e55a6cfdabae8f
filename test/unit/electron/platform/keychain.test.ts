import { describe, expect, test, vi } from 'vitest'
import { createKeychain } from '../../../../electron/platform/keychain'
import { type KeychainBehaviour, keychainDouble } from '../../../support/keychain-double'

function setUp(behaviour: KeychainBehaviour) {
  const double = keychainDouble(behaviour)
  const load = vi.fn(async () => double.backend)
  return { double, load, keychain: createKeychain({ service: 'Gatehouse', load, patienceMs: 50 }) }
}

describe('the state of the keychain', () => {
  test('is unchecked until something needs it: nothing is loaded at start', () => {
    const { keychain, load } = setUp('open')
    expect(keychain.status().state).toBe('unchecked')
    expect(load).not.toHaveBeenCalled()
  })

  test.each([
    ['open', 'ready'],
    ['locked', 'locked'],
    ['forgetful', 'locked'],
    ['missing', 'missing'],
    ['mute', 'locked'],
  ] as const)('of one that is %s is %s', async (behaviour, state) => {
    const { keychain, double } = setUp(behaviour)
    expect((await keychain.check()).state).toBe(state)
    expect(keychain.status().state).toBe(state)
    expect(double.entries.size).toBe(0)
  })

  test('is missing when the native module or libsecret cannot be loaded, and is tried again', async () => {
    const { backend } = keychainDouble()
    const load = vi
      .fn()
      .mockRejectedValueOnce(new Error('libsecret-1.so.0: cannot open shared object file'))
      .mockResolvedValue(backend)
    const keychain = createKeychain({ service: 'Gatehouse', load })
    expect(await keychain.check()).toMatchObject({ state: 'missing' })
    expect(await keychain.check()).toMatchObject({ state: 'ready' })
  })

  test('becomes ready, and says so, when it is unlocked while its question is open', async () => {
    const { keychain, double } = setUp('mute')
    const states: string[] = []
    keychain.onChange(({ state }) => states.push(state))
    await keychain.check()
    double.unmute()
    await vi.waitFor(() => expect(states).toEqual(['locked', 'ready']))
  })

  test('is told at once while a question is open: one thread waits for its owner, not all of them', async () => {
    const { keychain, double } = setUp('mute')
    const read = vi.spyOn(double.backend, 'getPassword')
    await keychain.check()
    expect(keychain.isWaiting()).toBe(true)
    const answers = await Promise.all([
      keychain.read('profile:1'),
      keychain.write('profile:1', 'a value'),
      keychain.getOrCreateKey('journal', { existingData: false }),
    ])
    for (const answer of answers)
      expect(answer).toMatchObject({ ok: false, error: { code: 'KEYCHAIN_LOCKED' } })
    expect(read).not.toHaveBeenCalled()
  })

  test('is not probed again once it is ready', async () => {
    const { keychain, double } = setUp('open')
    await keychain.check()
    const write = vi.spyOn(double.backend, 'setPassword')
    await keychain.check()
    expect(write).not.toHaveBeenCalled()
  })
})

describe('an entry', () => {
  test('is written, read and removed under the service of this installation', async () => {
    const { keychain, double } = setUp('open')
    expect(await keychain.write('profile:1', 'a value')).toEqual({ ok: true, value: undefined })
    expect([...double.entries.keys()]).toEqual(['Gatehouse/profile:1'])
    expect(await keychain.read('profile:1')).toEqual({ ok: true, value: 'a value' })
    expect(await keychain.remove('profile:1')).toEqual({ ok: true, value: true })
    expect(await keychain.read('profile:1')).toEqual({ ok: true, value: undefined })
  })

  test('whose writing was answered too late is taken back: its caller was told that nothing was saved', async () => {
    const { keychain, double } = setUp('mute')
    expect(await keychain.write('profile:1', 'a value')).toMatchObject({ ok: false })
    double.unmute()
    await vi.waitFor(() => expect(keychain.status().state).toBe('ready'))
    expect([...double.entries.keys()]).toEqual([])
    expect(keychain.isWaiting()).toBe(false)
    expect(await keychain.write('profile:1', 'again')).toMatchObject({ ok: true })
    expect([...double.entries.values()]).toEqual(['again'])
  })

  test('that cannot be read back counts as not written', async () => {
    const { keychain } = setUp('forgetful')
    expect(await keychain.write('profile:1', 'a value')).toMatchObject({
      ok: false,
      error: { code: 'KEYCHAIN_LOCKED' },
    })
  })
})

describe('a key', () => {
  test('is made once, of 256 random bits, and is the same afterwards', async () => {
    const { keychain, double } = setUp('open')
    const first = await keychain.getOrCreateKey('journal', { existingData: false })
    const again = await createKeychain({
      service: 'Gatehouse',
      load: async () => double.backend,
    }).getOrCreateKey('journal', { existingData: true })
    expect(first.ok && first.value).toHaveLength(32)
    expect(again).toEqual(first)
  })

  test('is made once for two who ask at the same time', async () => {
    const { keychain } = setUp('open')
    const [a, b] = await Promise.all([
      keychain.getOrCreateKey('journal', { existingData: false }),
      keychain.getOrCreateKey('journal', { existingData: false }),
    ])
    expect(a).toEqual(b)
  })

  test.each(['open', 'locked', 'forgetful', 'mute'] as const)(
    'is never made anew beside existing data: null from a keychain that is %s means locked',
    async (behaviour) => {
      const { keychain, double } = setUp(behaviour)
      const write = vi.spyOn(double.backend, 'setPassword')
      const key = await keychain.getOrCreateKey('journal', { existingData: true })
      expect(key).toMatchObject({ ok: false, error: { code: 'KEYCHAIN_LOCKED', changed: 'no' } })
      expect(write.mock.calls.filter(([, account]) => account.startsWith('key:'))).toEqual([])
    },
  )

  test.each([
    ['locked', 'KEYCHAIN_LOCKED'],
    ['forgetful', 'KEYCHAIN_LOCKED'],
    ['missing', 'KEYCHAIN_MISSING'],
  ] as const)('is not made in a keychain that is %s', async (behaviour, code) => {
    const { keychain, double } = setUp(behaviour)
    expect(await keychain.getOrCreateKey('journal', { existingData: false })).toMatchObject({
      ok: false,
      error: { code },
    })
    expect(double.entries.size).toBe(0)
  })

  test('that is not 256 bits is refused and left alone', async () => {
    const { keychain, double } = setUp('open')
    double.entries.set('Gatehouse/key:journal', 'c2hvcnQ=')
    expect(await keychain.getOrCreateKey('journal', { existingData: false })).toMatchObject({ ok: false })
    expect(double.entries.get('Gatehouse/key:journal')).toBe('c2hvcnQ=')
  })
})
