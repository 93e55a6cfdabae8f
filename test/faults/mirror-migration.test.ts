// A file of an earlier version is brought up to date by a real process that is killed while it does so.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ok } from '@shared/kernel/result'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMirrorStore } from '../../electron/mirror/mirror-store'
import type { StoreProcess } from '../../electron/platform/store-client'
import { disposable, openDatabase } from '../../electron/store/database'
import { migrate } from '../../electron/store/migrations'
import { mirrorMigrations } from '../../electron/store/mirror/schema'
import { buildStoreChild } from '../support/build-store'
import { startStoreChild } from '../support/store-process'

const orders = 5_000
const key = Buffer.alloc(32, 7)

let bundle: string
let folder: string
let path: string
beforeAll(async () => {
  bundle = await buildStoreChild('mirror-child')
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-migration-'))
  path = join(folder, 'mirror.db')
})
afterAll(() => {
  rmSync(dirname(bundle), { recursive: true })
  rmSync(folder, { recursive: true, maxRetries: 5, retryDelay: 100 })
})

/** Kills it once so many bytes of what it changes are in the log. */
function killWhenLogged(child: StoreProcess, bytes: number): void {
  const looking = setInterval(() => {
    if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) >= bytes) child.kill()
  }, 1)
  child.onExit(() => clearInterval(looking))
}

/** Every order travels on 1 to 3 May 2026 in Amsterdam. */
function fileOfVersion(version: number): void {
  const sql = openDatabase(path, key.toString('hex'), disposable)
  migrate(sql, mirrorMigrations.slice(0, version), 1)
  const travel = JSON.stringify([1, 2, 3].map((day) => ({ at: `2026-05-0${day}T00:30:00+02:00` })))
  sql.script(`
    begin;
    with recursive n (i) as (select 1 union all select i + 1 from n where i < ${orders})
      insert into orders (id, reference, asked_at, weekdays, payment, redeemed, tickets, open, over)
      select i * 1024, 'ORDER' || i, 1, 0, 'paid', 0, 1, 0, 0 from n;
    insert into shown (id, row)
      select id, json_object('reference', reference, 'travel', json('${travel}')) from orders;
    insert into meta (name, value) values ('state', 'as it was'), ('orders', '${orders}');
    commit;
  `)
  sql.close()
}

test('a process that is killed while it does leaves a file that opens clean, with everything in it', async () => {
  fileOfVersion(3)
  const kills = 12
  let deaths = 0
  const open = (killAt?: number) =>
    createMirrorStore({
      path,
      key: { get: async () => ok(key), isGone: async () => false, remove: async () => ok(true) },
      spawn: () => {
        const child = startStoreChild(bundle)
        if (killAt !== undefined) killWhenLogged(child, killAt)
        return child
      },
      now: Date.now,
      died: () => {
        deaths += 1
      },
    })
  for (let kill = 0; kill < kills; kill++) {
    const store = open(1 + kill * 40_000)
    await store.open()
    store.stop()
  }
  expect(deaths).toBeGreaterThan(kills / 3)
  const store = open()
  try {
    const opened = await store.open()
    expect(opened).toMatchObject({ state: 'open', status: { orders, state: 'as it was' } })
    expect(opened).not.toHaveProperty('setAside')
    for (const [day, found] of [
      ['2026-04-30', 0],
      ['2026-05-01', orders],
      ['2026-05-02', orders],
      ['2026-05-03', orders],
      ['2026-05-04', 0],
    ] as const) {
      const { list } = await store.query({
        query: {
          filters: { travel: { from: day, to: day } },
          sort: { by: 'created', direction: 'desc' },
        },
        rows: 10,
      })
      expect(await store.totals(list), day).toMatchObject({ orders: found })
    }
  } finally {
    store.stop()
  }
}, 120_000)
