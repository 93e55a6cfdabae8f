import type { Bridge } from '@shared/ipc/channels'
import type { ContractClient } from '@shared/ipc/contract'
import type { AppError } from '@shared/kernel/app-error'
import type { Result } from '@shared/kernel/result'

declare global {
  interface Window {
    readonly gatehouse: Bridge
  }
}

/** An {@link AppError} as an exception, which is how TanStack Query carries errors. */
export class OperationError extends Error {
  constructor(readonly appError: AppError) {
    super(`${appError.code}: ${appError.message}`)
    this.name = 'OperationError'
  }
}

/** Calls main: `ipc.orders.getOrder({…})`. Answers the output or throws an {@link OperationError}. */
export const ipc = new Proxy({} as ContractClient, {
  get: (_, feature: string) =>
    new Proxy({}, { get: (_, name: string) => (input: unknown) => call(`${feature}.${name}`, input) }),
})

async function call(name: string, input: unknown): Promise<unknown> {
  const result = (await window.gatehouse.call(name, JSON.stringify(input))) as Result<unknown, AppError>
  if (result.ok) return result.value
  throw new OperationError(result.error)
}
