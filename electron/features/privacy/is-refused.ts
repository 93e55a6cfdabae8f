import type { AppError } from '@shared/kernel/app-error'

/** The server will not show it, now or later: no connection, no time or a fault of its own says nothing about what it holds. */
export function isRefused({ code, upstream }: AppError): boolean {
  const status = upstream?.status ?? 0
  return code === 'NOT_FOUND' || (status >= 400 && status < 500 && ![401, 408, 429].includes(status))
}

/** The server has it no more. */
export const isGone = ({ code, upstream }: AppError): boolean =>
  code === 'NOT_FOUND' || upstream?.status === 410
