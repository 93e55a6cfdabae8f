import type { AppError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import type { Call, Caller } from '../caller'
import { readText } from '../document'
import { unreadableError } from '../errors/no-answer-error'
import type { ReadOptions } from '../request'
import type { Success } from '../wire'

/** One page of a list, as it came. */
export interface OrderPageAnswer {
  /** The body, unparsed: it may be no JSON. `undefined`: nothing changed since (304). */
  readonly text: string | undefined
  /** Value for `If-Modified-Since` (rules.md #40). */
  readonly lastModified?: string
  /** The server's own clock when it answered, milliseconds since 1970 UTC; whole seconds. Not every server tells it. */
  readonly date?: number
}

export interface OrderPageOptions extends ReadOptions {
  /** `Last-Modified` of an earlier answer to the same question. */
  readonly since?: string | undefined
}

/**
 * Reads a page without parsing it. Parsing hundreds of orders takes longer than the process that draws the windows' menus
 * and passes their messages may be busy; whoever keeps them parses them in a process of its own.
 */
export async function orderPage(
  caller: Caller,
  call: Call,
  options: OrderPageOptions = {},
): Promise<Result<OrderPageAnswer, AppError>> {
  const answer = await caller.fetch(call, options)
  if (!answer.ok) return answer
  const { headers, status } = answer.value.answer
  const told = toldBy(headers)
  if (status === 304) return ok({ text: undefined, ...told })
  const text = readText(answer.value.answer)
  if (text.ok) return ok({ text: text.value, ...told })
  const label = { operation: call.operation, kind: 'read' } as const
  return err(unreadableError(label, text.error, status, answer.value.requestId).error)
}

function toldBy(headers: Success['answer']['headers']): Omit<OrderPageAnswer, 'text'> {
  const { 'last-modified': lastModified, date: written } = headers
  const date = typeof written === 'string' ? Date.parse(written) : Number.NaN
  return {
    ...(typeof lastModified === 'string' ? { lastModified } : {}),
    ...(Number.isNaN(date) ? {} : { date }),
  }
}
