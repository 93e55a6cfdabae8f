import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SavedView } from '@shared/features/mirror'
import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { beforeEach, describe, expect, test } from 'vitest'
import { searchesHandlers } from '../../../../../electron/features/mirror/kept/searches'
import { viewsHandlers } from '../../../../../electron/features/mirror/kept/views'
import { readViews, writeViews } from '../../../../../electron/features/mirror/kept/views-file'
import type { MirrorStore } from '../../../../../electron/mirror/mirror-store'
import { openedMirror } from '../../../../support/mirror-orders'
import { createOrderDesk } from '../../../../support/order-desk'
import { temporaryFolder } from '../../../../support/temporary-folder'

let folder: string
beforeEach(() => {
  folder = temporaryFolder()
})

const profile = 'p1'
const caller = { windowId: 1 }
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const view = (number: number, name: string, rest: Partial<SavedView> = {}): SavedView => ({
  id: idOf(number),
  name,
  ...rest,
})
const personal = view(1, 'Groups of Amara', {
  text: 'okafor',
  filters: { createdBy: 'desk@example.com', travel: { preset: 'today' } },
  sort: { columnId: 'travel', direction: 'asc' },
  columns: [
    { id: 'reference', width: 200 },
    { id: 'guest', hidden: true },
  ],
})

/** Handlers over a mirror in memory, and a file that the dialogs choose. */
async function desk({ hasMirror = true } = {}) {
  const { methods } = await openedMirror()
  const store: Pick<MirrorStore, 'kept' | 'keep'> = {
    kept: async (name) => (await methods['mirror.kept']({ name })).value,
    keep: async (name, value) => methods['mirror.keep']({ name, ...(value === undefined ? {} : { value }) }),
  }
  const changes: string[] = []
  const file = join(folder, 'views.json')
  const { journal } = createOrderDesk()
  const deps = {
    ...{ journal, accountOf: () => undefined, now: () => 5 },
    mirrors: {
      opened: async () =>
        hasMirror ? ok(store as MirrorStore) : err(appError<'NO_MIRROR'>('NO_MIRROR', 'there is none')),
    },
    changed: (of: string) => changes.push(of),
    chooseSavePath: async () => file as string | undefined,
    chooseOpenPath: async () => file as string | undefined,
  }
  return { views: viewsHandlers(deps), searches: searchesHandlers(deps), store, changes, file, journal }
}

describe('own views', () => {
  test('are kept by name, and one with the same id takes the place of the other: overwritten or renamed', async () => {
    const { views, changes } = await desk()
    await views.saveView({ profile, view: view(1, 'Unsettled') }, caller)
    await views.saveView({ profile, view: view(2, 'Groups') }, caller)
    const renamed = view(1, 'After', { filters: { supplier: '77' } })
    const answer = await views.saveView({ profile, view: renamed }, caller)
    expect(answer).toEqual(ok({ views: [renamed, view(2, 'Groups')] }))
    expect(await views.listViews({ profile }, caller)).toEqual(answer)
    expect(changes).toEqual([profile, profile, profile])
  })

  test('refuse a name that another one has, whatever its case, and stay as they are', async () => {
    const { views, changes } = await desk()
    await views.saveView({ profile, view: view(1, 'Groups') }, caller)
    const answer = await views.saveView({ profile, view: view(2, ' GROUPS') }, caller)
    expect(answer).toMatchObject({ ok: false, error: { code: 'NAME_TAKEN', params: { name: ' GROUPS' } } })
    expect(await views.listViews({ profile }, caller)).toEqual(ok({ views: [view(1, 'Groups')] }))
    expect(changes).toHaveLength(1)
  })

  test('are removed one by one, and can be put back as they were', async () => {
    const { views } = await desk()
    await views.saveView({ profile, view: personal }, caller)
    await views.saveView({ profile, view: view(2, 'Other') }, caller)
    expect(await views.removeView({ profile, view: personal.id }, caller)).toEqual(
      ok({ views: [view(2, 'Other')] }),
    )
    expect(await views.saveView({ profile, view: personal }, caller)).toEqual(
      ok({ views: [personal, view(2, 'Other')] }),
    )
  })

  test('that are asked for at once are all kept', async () => {
    const { views } = await desk()
    const many = Array.from({ length: 20 }, (_, at) => view(at, `View ${at}`))
    await Promise.all(many.map((one) => views.saveView({ profile, view: one }, caller)))
    const kept = await views.listViews({ profile }, caller)
    expect(kept.ok && kept.value.views).toHaveLength(20)
  })

  test('that cannot be read any more are left out, the others stay', async () => {
    const { views, store } = await desk()
    await store.keep('views', JSON.stringify([{ id: 'x' }, view(2, 'Whole')]))
    expect(await views.listViews({ profile }, caller)).toEqual(ok({ views: [view(2, 'Whole')] }))
  })

  test('and searches say that there is no place for them where no copy is kept', async () => {
    const { views, searches, changes } = await desk({ hasMirror: false })
    const refusal = { ok: false, error: { code: 'NO_MIRROR' } }
    expect(await views.saveView({ profile, view: personal }, caller)).toMatchObject(refusal)
    expect(await searches.rememberSearch({ profile, text: 'okafor' }, caller)).toMatchObject(refusal)
    expect(changes).toEqual([])
  })
})

describe('a file of views', () => {
  test('is written without what names a person, and with it when that is asked for', async () => {
    const { views, file, journal } = await desk()
    await views.saveView({ profile, view: personal }, caller)
    expect(await views.exportViews({ profile, withPersonal: false }, caller)).toEqual(
      ok({ savedAs: 'views.json', views: 1 }),
    )
    const text = readFileSync(file, 'utf8')
    expect(text).not.toContain('okafor')
    expect(text).not.toContain('desk@example.com')
    expect(text).not.toContain(personal.id)
    // A guest who asks to be forgotten is told of it: somebody may have named a view after them.
    expect(await journal.store.privacy.lists({ profile })).toEqual([{ path: file, at: 5 }])
    expect(JSON.parse(text)).toMatchObject({ views: [{ filters: { travel: { preset: 'today' } } }] })
    await views.exportViews({ profile, withPersonal: true }, caller)
    const { id: _, ...whole } = personal
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      format: 'gatehouse-views',
      version: 1,
      views: [whole],
    })
  })

  test('is read back into views with names and ids of their own', async () => {
    const { views } = await desk()
    await views.saveView({ profile, view: personal }, caller)
    await views.exportViews({ profile, withPersonal: true }, caller)
    const read = await views.readViewsFile({}, caller)
    if (!read.ok || !read.value.views) throw new Error('nothing was read')
    const added = await views.addViews({ profile, views: read.value.views }, caller)
    if (!added.ok) throw new Error(added.error.code)
    expect(added.value.views.map(({ name }) => name)).toEqual(['Groups of Amara', 'Groups of Amara (2)'])
    const [first, second] = added.value.views
    expect(second).toEqual({ ...first, id: expect.any(String), name: 'Groups of Amara (2)' })
    expect(second?.id).not.toBe(first?.id)
  })

  const file = (views: unknown, rest = {}) =>
    JSON.stringify({ format: 'gatehouse-views', version: 1, views, ...rest })
  test.each([
    ['that is no JSON', '{', 'not-json', ''],
    ['of something else', '{"format":"playlist"}', 'not-views', ''],
    ['of a newer Gatehouse', file([], { version: 2, more: 1 }), 'newer', ''],
    ['without a view', file([]), 'wrong', 'views'],
    ['with an empty name', file([{ name: ' ' }]), 'wrong', 'views[0].name'],
    [
      'with a field that nobody knows',
      file([{ name: 'a' }, { name: 'b', colour: 1 }]),
      'unknown-field',
      'views[1].colour',
    ],
    [
      'with a sort that is none',
      file([{ name: 'a', sort: { columnId: 'total', direction: 'up' } }]),
      'wrong',
      'views[0].sort.direction',
    ],
  ])('%s is refused, naming what and where', (_, text, reason, where) => {
    expect(readViews(text)).toMatchObject({
      ok: false,
      error: { code: 'VIEWS_FILE_REFUSED', params: { reason, where } },
    })
  })

  test('that is not there or too large is refused, and no view is added', async () => {
    const { views, file: path } = await desk()
    expect(await views.readViewsFile({}, caller)).toMatchObject({
      error: { params: { reason: 'unreadable' } },
    })
    writeFileSync(path, 'x'.repeat(5_000_001))
    expect(await views.readViewsFile({}, caller)).toMatchObject({
      error: { params: { reason: 'too-large' } },
    })
    expect(await views.listViews({ profile }, caller)).toEqual(ok({ views: [] }))
  })

  test('that was written is one that can be read, also with the mark that editors put before it', () => {
    expect(readViews(writeViews([personal], false))).toMatchObject({ ok: true })
    expect(readViews(`\ufeff${writeViews([personal], false)}`)).toMatchObject({ ok: true })
  })
})

describe('remembered searches', () => {
  test('are the last ten, the latest first, each once', async () => {
    const { searches } = await desk()
    for (const text of 'abcdefghijk') await searches.rememberSearch({ profile, text }, caller)
    const answer = await searches.rememberSearch({ profile, text: 'E' }, caller)
    expect(answer).toEqual(ok({ searches: ['E', 'k', 'j', 'i', 'h', 'g', 'f', 'd', 'c', 'b'] }))
  })

  test('are forgotten one by one, or all; views stay', async () => {
    const { searches, views, store } = await desk()
    await views.saveView({ profile, view: personal }, caller)
    for (const text of ['a', 'b', 'c']) await searches.rememberSearch({ profile, text }, caller)
    expect(await searches.forgetSearches({ profile, text: 'b' }, caller)).toEqual(
      ok({ searches: ['c', 'a'] }),
    )
    expect(await searches.forgetSearches({ profile }, caller)).toEqual(ok({ searches: [] }))
    expect(await store.kept('searches')).toBeUndefined()
    expect(await views.listViews({ profile }, caller)).toEqual(ok({ views: [personal] }))
  })
})
