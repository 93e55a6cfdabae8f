import type { AppError } from '@shared/kernel/app-error'
import { ok, type Result } from '@shared/kernel/result'
import type { Caller } from '../caller'
import type { ReadOptions } from '../request'

export interface System {
  /** Whether the service answers. Needs no token. */
  ping(options?: ReadOptions): Promise<Result<null, AppError>>
  /** How the service is doing. v3.8 documents no body: an answer is all it says. */
  status(options?: ReadOptions): Promise<Result<null, AppError>>
}

/** Calls 2 and 3 of endpoints.md. */
export function systemOf(caller: Caller): System {
  const ask = async (
    operation: 'getSystemPing' | 'getSystemStatus',
    path: '/system/ping' | '/system/status',
    options?: ReadOptions,
  ) => {
    const call = { operation, method: 'GET', path, authenticated: false } as const
    const answer = await caller.fetch(call, options)
    return answer.ok ? ok(null) : answer
  }
  return {
    ping: (options) => ask('getSystemPing', '/system/ping', options),
    status: (options) => ask('getSystemStatus', '/system/status', options),
  }
}
