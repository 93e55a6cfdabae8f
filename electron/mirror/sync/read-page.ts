import type { AppError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import type { OrderFilters, OrderPageAnswer } from '../../api'
import type { TakeFailure } from '../../store/mirror/protocol'
import type { PageRead } from './page-read'
import type { SyncStore } from './sync'
import { storeGone, type Trouble, troubleOf, troubleOfTake } from './trouble'

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
    const taken = await take(deps, text, askedAt)
    if (taken.ok) {
      const { items, paging } = taken.value
      const isNonsense = items === 0 && (paging.totalItems ?? 0) > 0 && filters.start_index === undefined
      if (!isNonsense) return ok({ kept: { taken: taken.value, ...told } })
      if (tries >= deps.tries) return err(troubleOfTake('unreadable'))
    } else if (taken.error === 'gone') return err(storeGone)
    else if (taken.error !== 'unreadable' || tries >= deps.tries) return err(troubleOfTake(taken.error))
  }
}

async function take(
  deps: ReadPageDeps,
  text: string,
  askedAt: number,
): Promise<Result<PageRead['taken'], TakeFailure | 'gone'>> {
  try {
    return await deps.take({ text, askedAt, state: deps.state() })
  } catch {
    return err('gone')
  }
}

/** A success whose body cannot be read. */
const isDamaged = ({ code, upstream: { status = 0 } = {} }: AppError): boolean =>
  code === 'UPSTREAM' && status >= 200 && status < 300
