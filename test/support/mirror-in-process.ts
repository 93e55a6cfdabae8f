import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import type { MirrorKey } from '../../electron/mirror/mirror-key'
import {
  createMirrorStore,
  type MirrorStore,
  type MirrorStoreOptions,
} from '../../electron/mirror/mirror-store'
import type { StoreProcess } from '../../electron/platform/store-client'
import { mirrorMethods } from '../../electron/store/mirror/methods'
import { mirrorParams } from '../../electron/store/mirror/protocol'
import { serveStore } from '../../electron/store/serve'

/** What encrypts the mirrors of tests. */
export const mirrorTestKey = Buffer.alloc(32, 7)

/** As on a computer without a keychain. */
export const noMirrorKey: MirrorKey = {
  get: async () => err(appError('KEYCHAIN_MISSING', 'there is none')),
  isGone: async () => false,
  remove: async () => ok(undefined),
}

const key: MirrorKey = {
  get: async () => ({ ok: true, value: mirrorTestKey }),
  isGone: async () => false,
  remove: async () => ({ ok: true, value: undefined }),
}

/**
 * A mirror as main uses it; what keeps it runs in the process of the test, and can be ended.
 * @param over without a keychain it is in memory
 */
export function mirrorInProcess(
  path: string,
  over: Partial<Pick<MirrorStoreOptions, 'key' | 'memoryBytes'>> = {},
): MirrorStore & { readonly kill: () => void } {
  // The same for every "process": opening closes what the one before had open.
  const methods = mirrorMethods()
  let current: StoreProcess | undefined
  const spawn = (): StoreProcess => {
    let toStore = (_message: unknown): void => {}
    let toMain = (_message: unknown): void => {}
    let exited = (_code: number): void => {}
    let isAlive = true
    const later = (deliver: () => void) => setImmediate(() => isAlive && deliver())
    serveStore(
      {
        post: (message) => later(() => toMain(structuredClone(message))),
        onMessage: (listener) => {
          toStore = listener
        },
      },
      mirrorParams,
      methods,
    )
    current = {
      post: (message) => later(() => toStore(structuredClone(message))),
      onMessage: (listener) => {
        toMain = listener
      },
      onExit: (listener) => {
        const before = exited
        exited = (code) => {
          before(code)
          listener(code)
        }
      },
      kill: () => {
        isAlive = false
        exited(9)
      },
    }
    return current
  }
  let now = 1_790_000_000_000
  const store = createMirrorStore({
    ...{ path, key, spawn, now: () => (now += 1_000_000), died: () => {} },
    ...over,
  })
  return Object.assign(store, { kill: () => current?.kill() })
}
