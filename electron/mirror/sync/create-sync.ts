import type { MirrorPause } from '@shared/features/mirror'
import type { AppError } from '@shared/kernel/app-error'
import { ok, type Result } from '@shared/kernel/result'
import { backoff, type OrderFilters, type OrderPageAnswer } from '../../api'
import { fillBegun, letGo, nextTask, type Task, takenUp, windowsBefore } from './agenda'
import { unchangedAt } from './increment'
import { fillPageRead, incrementPageRead, type PageRead } from './page-read'
import { heldFrom, planWindows } from './plan-windows'
import { Progress } from './progress'
import { questionOf } from './question'
import { readPage } from './read-page'
import { defaultSyncSettings, type SyncSettings } from './settings'
import { skewOf } from './skew'
import type { Span } from './span'
import { estimateOf, sample, survey } from './survey'
import type { Sync, SyncDeps } from './sync'
import { readSyncState, type SyncState, writeSyncState } from './sync-state'
import { begunAnew, storeGone, type Trouble, troubleOf, troubleOfTake } from './trouble'
import { createTurns } from './turns'

/** How often the store is asked what it holds while pages come in, in milliseconds. */
const countEvery = 1_000
/** A day more or less of orders does not matter, in milliseconds. */
const clocksApart = 86_400_000

/**
 * Reads what the profile may see of the list of orders into the store, and asks for changes from then on.
 *
 * Everything it knows is in one state, which goes to the store with each page. That state says what was kept **before** that
 * page: how far the page itself leads is known only once the store has read it. So after a kill the pages that were under
 * way are read again, and nothing is taken for read that is not.
 */
export function createSync(deps: SyncDeps): Sync {
  const { clock, store } = deps
  let settings: SyncSettings = { ...defaultSyncSettings, ...deps.settings }
  const turns = createTurns(clock, settings.pace.perSecond)
  const progress = new Progress(clock.now)
  const random = deps.random ?? Math.random

  let state: SyncState | undefined
  /** What is saved was read; until then there is nothing to go on from. */
  let isLoaded = false
  let loading: Promise<void> | undefined
  let ended = false
  let paused: MirrorPause | undefined
  let trouble: Trouble | undefined
  let failures = 0
  let retryMs = 0
  let retryAt = 0
  let held = 0
  let countedAt = Number.NEGATIVE_INFINITY
  let clockSkew: number | undefined
  let nextPollAt = Number.NEGATIVE_INFINITY
  let withdrawal = new AbortController()
  let disarm: () => void = () => {}
  const spans = new Set<Span>()
  const underWay = new Set<Promise<void>>()
  let isSurveying = false
  /** What is saved is being made another: nothing is begun meanwhile. */
  let amending = 0
  let isIndexed = false

  const asking =
    (signal: AbortSignal, inBackground: boolean) =>
    async (filters: OrderFilters, since?: string): Promise<Result<OrderPageAnswer, AppError>> => {
      await turns.next(signal)
      const askedAt = clock.now()
      const answer = await deps.page(filters, { since, signal, inBackground })
      const date = answer.ok ? answer.value.date : undefined
      if (date !== undefined) clockSkew = skewOf({ askedAt, answeredAt: clock.now(), date }, settings.skewMs)
      return answer
    }

  /** Also notices a store that was begun anew while nothing was put into it. */
  const countAtTimes = async (): Promise<Trouble | undefined> =>
    Math.abs(clock.now() - countedAt) < countEvery && state?.fill ? undefined : count()
  const count = async (): Promise<Trouble | undefined> => {
    countedAt = clock.now()
    const status = await store.status()
    held = status.orders
    return status.state === undefined ? begunAnew : undefined
  }

  /** How long orders are held goes by the server's clock, which its answers tell. */
  const nowOf = (known: SyncState | undefined): number => known?.through ?? clock.now()

  /** Once more where the desk's clock turns out to be so far off that other windows are meant. */
  const surveyed = async (ask: ReturnType<typeof asking>, over: SyncSettings): ReturnType<typeof survey> => {
    const now = clock.now()
    const found = await survey(planWindows(now, over), ask)
    const date = found.ok ? found.value.date : undefined
    if (date === undefined || Math.abs(date - now) < clocksApart) return found
    return survey(planWindows(date, over), ask)
  }

  const limits = () => ({ ...settings, now: clock.now() })

  const perform = async (task: Task, signal: AbortSignal): Promise<Trouble | undefined> => {
    const ask = asking(signal, true)
    if (task.kind === 'survey') {
      const found = await surveyed(ask, settings)
      if (!found.ok) return troubleOf(found.error)
      const begun = fillBegun(found.value, clock.now())
      const put = await store.putState(writeSyncState(begun))
      if (!put.ok) return troubleOfTake(put.error)
      state = begun
      return undefined
    }
    const { span, modifiedSince, ifModifiedSince } = task
    const read = await readPage(
      {
        ...{ ask, now: clock.now, take: store.take, tries: settings.pageTries },
        state: () => (state ? writeSyncState(state) : ''),
      },
      questionOf(span, settings.pageSize, modifiedSince),
      ifModifiedSince,
    )
    if (!read.ok) return read.error
    if ('kept' in read.value) keep(task.kind, span, read.value.kept)
    else if (state) state = unchangedAt(state, read.value.unchangedAt, limits())
    // Changes go before older orders, but however long they take, the fill has its turn in between.
    if (state?.fill && !state.increment && task.kind === 'increment')
      nextPollAt = clock.now() + settings.pollMs
    return countAtTimes()
  }

  const keep = (kind: 'fill' | 'increment', span: Span, page: PageRead): void => {
    if (!state) return
    const { outOfReach, state: after } = (kind === 'fill' ? fillPageRead : incrementPageRead)(
      state,
      span,
      page,
      limits(),
    )
    const { unreadable } = page.taken
    state = outOfReach || unreadable > 0 ? { ...after, leftOut: true } : after
    if (kind === 'fill') progress.note(page.taken.items)
    if (outOfReach) deps.report('mirror.out-of-reach', outOfReach)
    if (unreadable > 0) deps.report('mirror.unreadable-orders', { orders: unreadable })
    if (page.taken.changed.length > 0) deps.changed(page.taken.changed)
  }

  const run = async (task: Task): Promise<void> => {
    const { signal } = withdrawal
    const found = await perform(task, signal).catch((thrown: unknown) => {
      deps.report('mirror.no-answer', { error: thrown instanceof Error ? thrown.name : typeof thrown })
      return storeGone
    })
    if (task.kind === 'survey') isSurveying = false
    else spans.delete(task.span)
    // What it holds now may be another file.
    if (found === storeGone || found === begunAnew) isLoaded = false
    // What was withdrawn is no failure: it is asked for again when the sync goes on.
    if (found && !signal.aborted) stumble(found)
    else if (!found && !trouble) failures = 0
  }

  const stumble = (found: Trouble): void => {
    // Of two pages that fail at the same time, what a person has to see to is told.
    if (trouble && !(trouble.passes && !found.passes)) return
    failures += 1
    trouble = found
    disarm()
    retryMs = Math.max(found.waitMs ?? 0, backoff(failures, random(), settings.retry))
    retryAt = clock.now() + retryMs
    armRetry()
  }
  const armRetry = (): void => {
    if (trouble?.passes) arm(Math.min(retryAt - clock.now(), retryMs), () => void goOn())
  }

  const readStatus = async (): Promise<void> => {
    const status = await store.status().catch(() => undefined)
    if (!status) return stumble(storeGone)
    const saved = readSyncState(status.state)
    held = status.orders
    isIndexed = false
    state = saved && takenUp(saved, nowOf(saved), settings)
    isLoaded = true
  }
  const load = (): Promise<void> => {
    loading ??= readStatus().finally(() => {
      loading = undefined
    })
    return loading
  }

  const goOn = async (): Promise<void> => {
    if (ended || paused !== undefined) return
    if (trouble) progress.goesOn()
    trouble = undefined
    if (!isLoaded) await load()
    pump()
    deps.stateChanged()
  }

  const arm = (ms: number, then: () => void): void => {
    disarm()
    disarm = clock.after(Math.max(0, ms), then)
  }

  /** Once the first fill is through, and at each start after it: the file may be another one. */
  const indexSorts = (): void => {
    if (isIndexed || !state || (state.fill && !state.fill.isMore)) return
    isIndexed = true
    store.indexSorts().catch(() => {
      isIndexed = false
    })
  }

  /** Begins what there is room for; when there is nothing left to do, waits until it is time to ask for changes. */
  const pump = (): void => {
    if (ended || !isLoaded || amending > 0 || paused !== undefined || trouble) return
    indexSorts()
    while (underWay.size < settings.pace.atOnce && !isSurveying) {
      const now = clock.now()
      // A clock that was set back is no reason to wait for longer.
      nextPollAt = Math.min(nextPollAt, now + settings.pollMs)
      const next = nextTask(state, spans, now >= nextPollAt, now, settings)
      if (next.state?.increment && !state?.increment) nextPollAt = now + settings.pollMs
      state = next.state
      if (!next.task) {
        // A question under way ends with a page, and then this is gone through again.
        if (!state?.increment) arm(nextPollAt - now, pump)
        return
      }
      begin(next.task)
    }
  }

  const begin = (task: Task): void => {
    if (task.kind === 'survey') isSurveying = true
    else spans.add(task.span)
    const running = run(task).then(() => {
      underWay.delete(running)
      pump()
      deps.stateChanged()
    })
    underWay.add(running)
  }

  const halt = (): void => {
    disarm()
    withdrawal.abort()
    withdrawal = new AbortController()
  }

  /** Pages that are under way would save the state as it was: they are asked for again. */
  const amend = async (change: (from: SyncState) => SyncState): Promise<void> => {
    if (!isLoaded) await load()
    if (!state || change(state) === state) return
    amending += 1
    halt()
    await Promise.all(underWay)
    // A file that was begun anew meanwhile has nothing to be amended.
    if (isLoaded && !ended && (await count().catch(() => storeGone)) === undefined) {
      state = change(state)
      // On a full disk it is saved with the next page.
      await store.putState(writeSyncState(state)).catch(() => {})
    }
    amending -= 1
    if (trouble) armRetry()
    else await goOn()
  }

  return {
    start: async () => {
      await load()
      await goOn()
    },
    pause: (why) => {
      paused = why
      halt()
      deps.stateChanged()
    },
    resume: () => {
      paused = undefined
      failures = 0
      progress.goesOn()
      void goOn()
    },
    refresh: () => {
      nextPollAt = Number.NEGATIVE_INFINITY
      if (!trouble || trouble.passes) void goOn()
    },
    estimate: async (months) => {
      const { signal } = new AbortController()
      const ask = asking(signal, false)
      const wanted = months === undefined ? settings : holdingFor(settings, months)
      const found =
        state && months !== undefined
          ? await survey(windowsBefore(state, nowOf(state), wanted), ask)
          : await surveyed(ask, wanted)
      if (!found.ok) return found
      const page = await sample(found.value, ask, clock.now, settings.pageSize)
      return page.ok ? ok(estimateOf(found.value, page.value, settings)) : page
    },
    holdFor: async (months) => {
      const before = settings
      settings = holdingFor(settings, months)
      const now = nowOf(state)
      // What was removed as time went by is not held either.
      await amend((held) => takenUp(letGo(held, heldFrom(now, before)), now, settings))
    },
    release: (before) => amend((held) => letGo(held, before)),
    recount: async () => {
      await count()
      deps.stateChanged()
    },
    state: () => {
      const why = paused ?? trouble?.why
      const isFilled = state !== undefined && (!state.fill || state.fill.isMore)
      return {
        state: why ? 'paused' : state && !state.fill ? 'fresh' : 'filling',
        ...(why ? { why } : {}),
        orders: held,
        ...progress.of(state, held),
        isFilled,
        ...(state?.fill?.isMore ? { olderComing: Math.max(...state.fill.spans.map(({ to }) => to)) } : {}),
        ...(isFilled && state?.through !== undefined ? { through: state.through } : {}),
        ...(state?.leftOut ? { leftOut: true } : {}),
        ...(clockSkew === undefined ? {} : { clockSkew }),
      }
    },
    stop: async () => {
      ended = true
      halt()
      await Promise.all([loading, ...underWay])
    },
  }
}

const holdingFor = (settings: SyncSettings, retentionMonths: number): SyncSettings => ({
  ...settings,
  retentionMonths,
})
