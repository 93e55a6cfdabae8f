import { createHash, randomBytes } from 'node:crypto'
import type { KeychainStatus } from '@shared/features/profiles'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import { classifyFailure } from './keychain-failure'
import { createPatientQueue } from './patient-queue'

/** The part of keytar that is used. A null for what is not there, also while the keychain is locked. */
export interface KeychainBackend {
  getPassword(service: string, account: string): Promise<string | null>
  setPassword(service: string, account: string, password: string): Promise<void>
  deletePassword(service: string, account: string): Promise<boolean>
}

export type KeychainError = AppError<'KEYCHAIN_MISSING' | 'KEYCHAIN_LOCKED'>

/** The operating system's keychain. Nothing secret is kept anywhere else, and never in plain text on disk. */
export interface Keychain {
  /** What is known now; asks nothing. */
  status(): KeychainStatus
  /** Proves that entries last, by writing, reading and deleting one; at once when that is known already. */
  check(): Promise<KeychainStatus>
  /** `undefined`: no entry, or a locked keychain that does not say so; {@link check} tells them apart. */
  read(account: string): Promise<Result<string | undefined, KeychainError>>
  /**
   * Writes and reads back. A write that lands after its caller was told that there is no answer is taken back, unless
   * `keepLate` says that it is right all the same.
   */
  write(account: string, value: string, how?: { keepLate: boolean }): Promise<Result<void, KeychainError>>
  /** `true` when an entry was deleted. */
  remove(account: string): Promise<Result<boolean, KeychainError>>
  /**
   * A random 256-bit key, the same on every start. With `existingData` (something is encrypted or signed with it)
   * a missing key is an error and never replaced: a new one would make that data unreadable.
   */
  getOrCreateKey(name: string, has: { existingData: boolean }): Promise<Result<Buffer, KeychainError>>
  /** A call has not come back: the system is asking its owner. Ending the process would wait for it. */
  isWaiting(): boolean
  /** Calls `listener` whenever the status has changed. */
  onChange(listener: (status: KeychainStatus) => void): void
}

export interface KeychainOptions {
  /** Separates installations on one computer. */
  readonly service: string
  readonly load?: () => Promise<KeychainBackend>
  /** How long an answer may take, in milliseconds; while the system asks for a password it counts as locked. */
  readonly patienceMs?: number
}

const keyBytes = 32

/** Name of our entries; installations with a folder of their own do not share them. @param folder of their own, as a full path */
export const keychainServiceOf = (folder: string | undefined): string =>
  folder ? `Gatehouse ${createHash('sha256').update(folder).digest('hex').slice(0, 12)}` : 'Gatehouse'

export function createKeychain({ service, load = loadKeytar, patienceMs = 8000 }: KeychainOptions): Keychain {
  let status: KeychainStatus = { state: 'unchecked', detail: '' }
  let loading: Promise<KeychainBackend> | undefined
  let checking: Promise<KeychainStatus> | undefined
  const making = new Map<string, Promise<Result<Buffer, KeychainError>>>()
  const listeners: ((status: KeychainStatus) => void)[] = []

  function become(next: KeychainStatus): KeychainStatus {
    const changed = next.state !== status.state
    status = next
    if (changed) for (const listener of listeners) listener(next)
    return next
  }

  const queue = createPatientQueue(patienceMs, () => void check())

  /** Asks the keychain, but not for ever. A write that lands after we have stopped waiting is taken back. */
  async function ask<T>(
    question: (backend: KeychainBackend) => Promise<T>,
    undo?: (backend: KeychainBackend) => Promise<unknown>,
  ): Promise<Result<T, KeychainError>> {
    loading ??= load().catch((thrown: unknown) => {
      loading = undefined
      throw thrown
    })
    try {
      const backend = await loading
      return ok(await queue.run(() => question(backend), undo && (() => undo(backend))))
    } catch (thrown) {
      return err(asError(become(classifyFailure(thrown))))
    }
  }

  async function probe(): Promise<KeychainStatus> {
    const account = `probe-${randomBytes(6).toString('hex')}`
    const value = randomBytes(12).toString('hex')
    const written = await ask(
      (keys) => keys.setPassword(service, account, value),
      (keys) => keys.deletePassword(service, account),
    )
    if (!written.ok) return status
    const found = await ask((keys) => keys.getPassword(service, account))
    if (!found.ok) return status
    await ask((keys) => keys.deletePassword(service, account))
    if (found.value === value) return become({ state: 'ready', detail: '' })
    return become({ state: 'locked', detail: 'an entry that was written could not be read back' })
  }

  function check(): Promise<KeychainStatus> {
    if (status.state === 'ready') return Promise.resolve(status)
    checking ??= probe().finally(() => {
      checking = undefined
    })
    return checking
  }

  async function read(account: string): Promise<Result<string | undefined, KeychainError>> {
    const found = await ask((keys) => keys.getPassword(service, account))
    if (!found.ok) return found
    if (found.value !== null) become({ state: 'ready', detail: '' })
    return ok(found.value ?? undefined)
  }

  async function write(
    account: string,
    value: string,
    { keepLate } = { keepLate: false },
  ): Promise<Result<void, KeychainError>> {
    const takeBack = (keys: KeychainBackend) => keys.deletePassword(service, account)
    const written = await ask(
      (keys) => keys.setPassword(service, account, value),
      keepLate ? undefined : takeBack,
    )
    if (!written.ok) return written
    const found = await read(account)
    if (!found.ok) return found
    if (found.value === value) return ok(undefined)
    return err(
      asError(become({ state: 'locked', detail: 'an entry that was written could not be read back' })),
    )
  }

  async function makeKey(account: string, existingData: boolean): Promise<Result<Buffer, KeychainError>> {
    const found = await read(account)
    if (!found.ok) return found
    if (found.value !== undefined) return decodeKey(found.value)
    if (existingData) {
      const now = await check()
      if (now.state !== 'ready') return err(asError(now))
      return err(appError('KEYCHAIN_LOCKED', 'the keychain does not give out the key of existing data'))
    }
    const now = await check()
    if (now.state !== 'ready') return err(asError(now))
    const key = randomBytes(keyBytes)
    const written = await write(account, key.toString('base64'))
    return written.ok ? ok(key) : written
  }

  return {
    status: () => status,
    check,
    read,
    write,
    remove: (account) => ask((keys) => keys.deletePassword(service, account)),
    getOrCreateKey: (name, { existingData }) => {
      // Two callers at once must not each make one.
      const pending = making.get(name) ?? makeKey(`key:${name}`, existingData)
      making.set(name, pending)
      return pending.finally(() => making.delete(name))
    },
    isWaiting: queue.isWaiting,
    onChange: (listener) => listeners.push(listener),
  }
}

function decodeKey(text: string): Result<Buffer, KeychainError> {
  const key = Buffer.from(text, 'base64')
  if (key.length === keyBytes) return ok(key)
  return err(appError('KEYCHAIN_LOCKED', 'the entry in the keychain is not a key of 256 bits'))
}

function asError({ state, detail }: KeychainStatus): KeychainError {
  return appError(state === 'missing' ? 'KEYCHAIN_MISSING' : 'KEYCHAIN_LOCKED', detail)
}

/** Only when it is needed: the native module takes its time and may be missing a system library. */
async function loadKeytar(): Promise<KeychainBackend> {
  const { default: keytar } = await import('keytar')
  return keytar
}
