import { randomUUID } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  freeName,
  isSameName,
  type mirrorOperations,
  mostViews,
  type SavedView,
  savedViewSchema,
} from '@shared/features/mirror'
import type { Handlers } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import { type FileNotesDeps, fileNotes } from '../../../journal'
import type { ChooseOpenPath, ChooseSavePath } from '../../../platform/save-dialog'
import { writeWholeFile, written } from '../../../platform/write-file'
import { type KeptListDeps, keptList } from './kept-list'
import { type FileView, type Refused, readViews, refused, writeViews } from './views-file'

type Views = Pick<
  typeof mirrorOperations,
  'listViews' | 'saveView' | 'removeView' | 'addViews' | 'exportViews' | 'readViewsFile'
>

export interface ViewsDeps extends KeptListDeps, FileNotesDeps {
  readonly chooseSavePath: ChooseSavePath
  readonly chooseOpenPath: ChooseOpenPath
}

const kind = { name: 'JSON', extension: 'json' } as const
/** Bytes; a hundred views are a small part of it. */
const largestFile = 5_000_000

/** Own views of the list of orders: kept with the mirror, and handed on as a file. */
export function viewsHandlers(deps: ViewsDeps): Handlers<Views> {
  const notes = fileNotes(deps)
  const views = keptList('views', savedViewSchema, deps)
  const answer = <E>(kept: Result<readonly SavedView[], E>) =>
    kept.ok ? ok({ views: byName(kept.value) }) : kept
  return {
    listViews: async ({ profile }) => answer(await views.read(profile)),
    saveView: async ({ profile, view }) =>
      answer(
        await views.change<'NAME_TAKEN' | 'TOO_MANY_VIEWS'>(profile, (kept) => {
          const others = kept.filter(({ id }) => id !== view.id)
          if (others.some(({ name }) => isSameName(name, view.name))) {
            return err(appError('NAME_TAKEN', 'another view has this name', { params: { name: view.name } }))
          }
          return others.length >= mostViews ? tooMany() : ok([...others, view])
        }),
      ),
    removeView: async ({ profile, view }) =>
      answer(await views.change(profile, (kept) => ok(kept.filter(({ id }) => id !== view)))),
    addViews: async ({ profile, views: added }) =>
      answer(
        await views.change<'TOO_MANY_VIEWS'>(profile, (kept) =>
          kept.length + added.length > mostViews ? tooMany() : ok(added.reduce(withView, [...kept])),
        ),
      ),
    exportViews: async ({ profile, withPersonal }, caller) => {
      const kept = await views.read(profile)
      if (!kept.ok) return kept
      const path = await deps.chooseSavePath({ name: 'gatehouse-views.json', kind }, caller)
      if (path === undefined) return ok({ views: 0 })
      const text = writeViews(byName(kept.value), withPersonal)
      // Also without what they filter by: a name of a view may be a guest's.
      const partNotes = await notes.file({ profile }, path)
      const saved = await written(() => writeWholeFile(path, Buffer.from(text), partNotes))
      return saved.ok ? ok({ savedAs: basename(path), views: kept.value.length }) : saved
    },
    readViewsFile: async (_, caller) => {
      const path = await deps.chooseOpenPath(kind, caller)
      if (path === undefined) return ok({})
      const read = await readFrom(path)
      return read.ok ? ok({ views: [...read.value] }) : read
    },
  }
}

const byName = (views: readonly SavedView[]): SavedView[] =>
  [...views].sort((a, b) => a.name.localeCompare(b.name))

const withView = (views: readonly SavedView[], view: FileView): SavedView[] => {
  const name = freeName(
    view.name,
    views.map((other) => other.name),
  )
  return [...views, { ...view, id: randomUUID(), name }]
}

const tooMany = () =>
  err(appError('TOO_MANY_VIEWS', 'there would be too many views', { params: { most: mostViews } }))

async function readFrom(path: string): Promise<Result<readonly FileView[], Refused>> {
  try {
    if ((await stat(path)).size > largestFile) return refused('too-large')
    return readViews(await readFile(path, 'utf8'))
  } catch {
    return refused('unreadable')
  }
}
