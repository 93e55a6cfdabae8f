import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ExportKind, mirrorOperations } from '@shared/features/mirror'
import type { Handlers, OutputOf, ParsedInputOf } from '@shared/ipc/define'
import type { EventPayload } from '@shared/ipc/events'
import { type AppError, appError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import type { FileNotesDeps } from '../../journal'
import { deleteParts, type MirrorStore, type Mirrors, notedParts } from '../../mirror'
import { datedName } from '../../platform/dated-name'
import type { ChooseSavePath } from '../../platform/save-dialog'
import { StoreError } from '../../platform/store-client'
import { checkReplaceable, type PartNotes, replaceFile, written } from '../../platform/write-file'
import type { ExportEnd, WrittenFile } from '../../store/mirror/protocol'
import { type Asked, summaryOf, summaryPath } from './export-summary'

type Exports = Pick<typeof mirrorOperations, 'exportOrders' | 'stopOrdersExport' | 'showOrdersExport'>
type Wanted = ParsedInputOf<Exports['exportOrders']>
type Outcome = Result<
  OutputOf<Exports['exportOrders']>,
  AppError<'NO_MIRROR' | 'LIST_GONE' | 'FILE_NOT_WRITTEN' | 'ALREADY_EXPORTING'>
>

export interface ExportDeps extends FileNotesDeps {
  readonly mirrors: Pick<Mirrors, 'opened' | 'state'>
  readonly chooseSavePath: ChooseSavePath
  readonly profileName: (profile: ProfileId) => string
  /** Shows a file in the file manager of the operating system. */
  readonly showFile: (path: string) => void
  /** Told now and then while orders are written. */
  readonly progress: (at: EventPayload<'mirror.exporting'>) => void
  /** Is given what is to be waited for before the program ends. */
  readonly beforeQuit: (stop: () => Promise<void>) => void
  readonly report: (what: string, detail: Readonly<Record<string, string | number>>) => void
}

/** What the save dialog calls a kind of file, and how its name ends. */
const files: Readonly<Record<ExportKind, { name: string; extension: string }>> = {
  xlsx: { name: 'Excel', extension: 'xlsx' },
  csv: { name: 'CSV', extension: 'csv' },
  jsonl: { name: 'JSON Lines', extension: 'jsonl' },
}

/** How often a list that is lost on the way is made anew. */
const tries = 3

/** Windows are told no more often, in milliseconds. */
const tellEvery = 200

/** The mirror no longer has what is being written. */
class ListLost extends Error {}

/** Writes the orders of a list into a file, beside what says what is in it. */
export function createExport(deps: ExportDeps): Handlers<Exports> {
  const { mirrors, journal, now } = deps
  let underWay: AbortController | undefined
  let writing: Promise<unknown> = Promise.resolve()
  let lastPath: string | undefined
  deps.beforeQuit(async () => {
    underWay?.abort()
    await writing.catch(() => {})
  })

  let toldAt = 0
  const tell: ExportDeps['progress'] = (at) => {
    if (now() - toldAt < tellEvery) return
    toldAt = now()
    deps.progress(at)
  }

  /** Part by part, as the disk takes them. */
  const write = async (
    store: MirrorStore,
    wanted: Wanted,
    { part, signal }: { part: string; signal: AbortSignal },
  ) => {
    const { profile, list, query, choice, as, layout } = wanted
    const begun = await store.beginExport({
      ...(list === undefined ? {} : { list }),
      ...(choice === undefined ? {} : { choice }),
      ...{ query, as, layout, now: now() },
    })
    if (begun === 'gone') throw new ListLost()
    const ask = (number: number) => {
      const asked = store.nextOfExport(number)
      // Who stops half-way does not wait for it.
      asked.catch(() => {})
      return asked
    }
    const hash = createHash('sha256')
    let end: ExportEnd | undefined
    async function* parts(number: number, of: number) {
      for (let asked = ask(number); !end; ) {
        const next = await asked
        if (next === 'gone') throw new ListLost()
        // The next one is made while this one is written.
        if (!next.end) asked = ask(number)
        hash.update(next.bytes)
        yield next.bytes
        tell({ profile, orders: next.orders, of })
        end = next.end
      }
    }
    try {
      const source = Readable.from(parts(begun.export, begun.orders), { objectMode: true, highWaterMark: 1 })
      await pipeline(source, createWriteStream(part, { flags: 'wx', mode: 0o600 }), { signal })
    } finally {
      await store.endExport(begun.export).catch(() => {})
    }
    if (!end) throw new ListLost()
    return { end, sha256: hash.digest('hex') }
  }

  /** What a kill leaves of a file has guests in it, and stands where nobody looks for it. */
  const partNotes = (store: MirrorStore, profile: ProfileId): PartNotes => ({
    begun: (path) => note(store, profile, { path, at: now(), kind: 'part', orders: 0 }),
    // One remembered too many is forgotten when it is looked for.
    ended: async (path) => {
      await store.forgetFile(path).catch(() => {})
      await journal.store.privacy.forgetFile(path).catch(() => {})
    },
  })
  /** The journal remembers it as well: a mirror may be forgotten, or lost, before a guest asks where they still are. */
  const note = async (store: MirrorStore, profile: ProfileId, file: WrittenFile): Promise<void> => {
    const { path, at } = file
    const account = deps.accountOf(profile)
    const noteInJournal = async () => {
      await journal.open()
      await journal.store.privacy.noteFile({
        path,
        at,
        profile,
        ...(account === undefined ? {} : { account }),
      })
    }
    const noted = await Promise.allSettled([store.noteFile(file), noteInJournal()])
    if (noted.some(({ status }) => status === 'rejected')) deps.report('mirror.export-not-noted', {})
  }

  /** Both files, or none of them. */
  const writeBoth = async (store: MirrorStore, wanted: Wanted, path: string, signal: AbortSignal) => {
    const { profile, query, choice, as } = wanted
    const { through, isFilled, olderComing, leftOut } = await mirrors.state(profile)
    const asked: Asked = {
      ...{ file: basename(path), kind: as, query, writtenAt: now() },
      ...{ through, isFilled, olderComing, leftOut },
      profile: deps.profileName(profile),
      ...(choice === undefined ? {} : { choice }),
    }
    const notes = partNotes(store, profile)
    const writeList = async (part: string, summaryPart: string): Promise<number> => {
      const { end, sha256 } = await write(store, wanted, { part, signal })
      const { orders } = end.totals
      await writeFile(summaryPart, summaryOf(asked, end, sha256), { flag: 'wx', mode: 0o600 })
      await checkReplaceable(summaryPath(path))
      // Before it is there: rather one remembered too many than one that nobody finds.
      await note(store, profile, { path, at: asked.writtenAt, kind: as, orders })
      return orders
    }
    return replaceFile(
      summaryPath(path),
      (summaryPart) => replaceFile(path, (part) => writeList(part, summaryPart), notes),
      notes,
    )
  }

  const save = async (wanted: Wanted, path: string, signal: AbortSignal): Promise<Outcome> => {
    for (let attempt = 1; ; attempt++) {
      const mirror = await mirrors.opened(wanted.profile)
      if (!mirror.ok) return mirror
      // There is one export at a time: what is remembered now is left of another.
      void deleteParts(mirror.value, await notedParts(mirror.value))
      try {
        const saved = await written(
          () => writeBoth(mirror.value, wanted, path, signal),
          [ListLost, StoreError],
        )
        if (!saved.ok) return signal.aborted ? ok({ orders: 0 }) : saved
        lastPath = path
        return ok({ savedAs: basename(path), orders: saved.value })
      } catch (error) {
        if (signal.aborted) return ok({ orders: 0 })
        const isLost = error instanceof ListLost
        if (!(isLost || error instanceof StoreError) || (attempt === tries && !isLost)) throw error
        if (attempt === tries) return err(appError('LIST_GONE', 'the list was lost while it was written'))
      }
    }
  }

  return {
    exportOrders: async (wanted, caller): Promise<Outcome> => {
      if (underWay) return err(appError('ALREADY_EXPORTING', 'another export is under way'))
      const stop = new AbortController()
      underWay = stop
      try {
        const kind = files[wanted.as]
        const name = datedName('orders', kind.extension, now())
        const path = await deps.chooseSavePath({ name, kind }, caller)
        if (path === undefined || stop.signal.aborted) return ok({ orders: 0 })
        const saving = save(wanted, path, stop.signal)
        writing = saving
        return await saving
      } finally {
        underWay = undefined
      }
    },
    stopOrdersExport: () => {
      underWay?.abort()
      return ok({})
    },
    showOrdersExport: () => {
      if (lastPath !== undefined) deps.showFile(lastPath)
      return ok({})
    },
  }
}
