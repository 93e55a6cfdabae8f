import { expect, test, vi } from 'vitest'
import { openWhenUnlocked } from '../../../../electron/journal/open-when-unlocked'
import { createKeychain } from '../../../../electron/platform/keychain'
import { keychainDouble } from '../../../support/keychain-double'

function setUp(exists: boolean) {
  const double = keychainDouble('locked')
  const keychain = createKeychain({ service: 'Gatehouse', load: async () => double.backend, patienceMs: 50 })
  const open = vi.fn(async () => ({ state: 'closed' as const }))
  openWhenUnlocked(keychain, { open }, () => exists)
  return { double, keychain, open }
}

test('the journal of an earlier run is opened once the keychain is unlocked, and not before', async () => {
  const { double, keychain, open } = setUp(true)
  await keychain.check()
  expect(open).not.toHaveBeenCalled()
  double.behaviour = 'open'
  await keychain.check()
  expect(open).toHaveBeenCalledOnce()
})

test('without an earlier journal nothing is opened', async () => {
  const { double, keychain, open } = setUp(false)
  double.behaviour = 'open'
  await keychain.check()
  expect(open).not.toHaveBeenCalled()
})
