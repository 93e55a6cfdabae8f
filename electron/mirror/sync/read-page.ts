import type { AppError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import type { OrderFilters, OrderPageAnswer } from '../../api'
import type { Taken } from '../../store/mirror/protocol'
import type { PageRead } from './page-read'
import type { SyncStore } from './sync'
import { type Trouble, troubleOf, troubleOfTake } from './trouble'

export interface ReadPageDeps {
  /** Asks the API when it is its turn. */
  readonly ask: (filters: OrderFilters, since?: string) => Promise<Result<OrderPageAnswer, AppError>>
  readonly now: () => number
  readonly take: SyncStore['take']
  /** What is kept for certain when the page is, for the store to save with it. */
  readonly state: () => string
  readonly tries: number
}

/** A page that was read: kept, or not sent again as nothing changed. */
export type ReadPage = { readonly kept: PageRead } | { readonly unchangedAt: number | undefined }

/**
 * Asks for a page and has it kept. A page that comes damaged is asked for again at once, as the next one is most often
 * whole; what is wrong with the line, or with the server, has been tried again by the client.
 * @throws what the store throws that does not answer
 */
export async function readPage(
  deps: ReadPageDeps,
  filters: OrderFilters,
  since?: string,
): Promise<Result<ReadPage, Trouble>> {
  for (let tries = 1; ; tries++) {
    const askedAt = deps.now()
    const answer = await deps.ask(filters, since)
    if (!answer.ok) {
      if (isDamaged(answer.error) && tries < deps.tries) continue
      return err(troubleOf(answer.error))
    }
    const { text, ...told } = answer.value
    if (text === undefined) return ok({ unchangedAt: told.date })
    const taken = await deps.take({ text, askedAt, state: deps.state() })
    const failure = taken.ok ? nonsense(taken.value, filters) : taken.error
    if (taken.ok && !failure) return ok({ kept: { taken: taken.value, ...told } })
    if (failure && (failure !== 'unreadable' || tries >= deps.tries)) return err(troubleOfTake(failure))
  }
}

/** A list that says it has orders and gives none from its first position on. */
const nonsense = ({ items, paging }: Taken, { start_index }: OrderFilters): 'unreadable' | undefined =>
  items === 0 && (paging.totalItems ?? 0) > 0 && start_index === undefined ? 'unreadable' : undefined

/** A success whose body cannot be read. */
const isDamaged = ({ code, upstream: { status = 0 } = {} }: AppError): boolean =>
  code === 'UPSTREAM' && status >= 200 && status < 300
