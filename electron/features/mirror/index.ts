import type { Order } from '@shared/api'
import type { mirrorOperations } from '@shared/features/mirror'
import type { Handlers } from '@shared/ipc/define'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { parseLossless } from '../../api'
import type { MeteredConnection, Mirrors } from '../../mirror'
import { createExport, type ExportDeps } from './export-orders'
import { searchesHandlers } from './kept/searches'
import { type ViewsDeps, viewsHandlers } from './kept/views'
import { overviewHandlers, totalsInDecimals } from './overview'

export { summaryPath } from './export-summary'

export interface MirrorDeps extends Omit<ViewsDeps, 'mirrors' | 'changed'>, Omit<ExportDeps, 'mirrors'> {
  readonly mirrors: Mirrors
  readonly connection: MeteredConnection
  /** Told after views or searches of a profile were kept otherwise than before. */
  readonly keptChanged: ViewsDeps['changed']
}

/** Lists of the mirror, and steering how it is brought up to date. Nothing here changes anything at the API. */
export function mirrorHandlers(deps: MirrorDeps): Handlers<typeof mirrorOperations> {
  const { mirrors } = deps
  const kept = { ...deps, changed: deps.keptChanged }
  return {
    ...viewsHandlers(kept),
    ...searchesHandlers(kept),
    ...createExport(deps),
    ...overviewHandlers(mirrors),
    queryMirror: async ({ profile, query, rows }) => {
      const mirror = await mirrors.opened(profile)
      if (!mirror.ok) return mirror
      const { rows: first, ...list } = await mirror.value.query({ query, rows })
      return ok({ ...list, rows: [...first] })
    },
    readMirror: async ({ profile, ...block }) => {
      const mirror = await mirrors.opened(profile)
      if (!mirror.ok) return mirror
      const read = await mirror.value.rows(block)
      return read === 'gone' ? gone() : ok({ ...read, rows: [...read.rows] })
    },
    totalMirror: async ({ profile, list, choice }) => {
      const mirror = await mirrors.opened(profile)
      if (!mirror.ok) return mirror
      const totals = await mirror.value.totals(list, choice)
      if (totals === 'gone') return gone()
      return ok(totalsInDecimals(totals))
    },
    findInMirror: async ({ profile, list, order }) => {
      const mirror = await mirrors.opened(profile)
      if (!mirror.ok) return mirror
      const found = await mirror.value.position({ list, reference: order })
      if (found === 'gone') return gone()
      return ok(found.at === undefined ? {} : { at: found.at })
    },
    readCopy: async ({ profile, order: reference }) => {
      const mirror = await mirrors.opened(profile)
      const held = mirror.ok ? await mirror.value.order(reference).catch(() => undefined) : undefined
      if (!held) return ok({})
      const { text: raw, value: order } = parseLossless<Order>(held.text)
      return ok({ copy: { order, raw, readAt: held.askedAt } })
    },
    getMirror: async ({ profile }) => ok(await mirrors.state(profile)),
    estimateFill: ({ profile }) => mirrors.estimate(profile),
    startMirror: async ({ profile }) => ok(await mirrors.start(profile)),
    pauseMirror: async ({ profile }) => ok(await mirrors.pause(profile)),
    refreshMirror: async ({ profile }) => ok(await mirrors.refresh(profile)),
    tellConnection: ({ isMetered }) => {
      deps.connection.told(isMetered)
      return ok({})
    },
    forgetMirror: ({ profile }) => mirrors.forget(profile),
    weighRetention: ({ profile, months }) => mirrors.weighRetention(profile, months),
    chooseRetention: async ({ profile, months }) => ok(await mirrors.chooseRetention(profile, months)),
  }
}

const gone = (): { ok: false; error: AppError<'LIST_GONE'> } =>
  err(appError('LIST_GONE', 'the list is no longer held'))
