import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMirror, type Mirror } from '../../../electron/store/mirror/mirror'
import { openMirror } from '../../../electron/store/mirror/mirror-file'
import { type Sql, statement } from '../../../electron/store/sql'
import { contentVersion } from './version'
import { arrivalsMs, benchKey, filledState, freshMs } from './world'

export interface PreparedMirror {
  /** The file, which is nobody's: it is copied, and never opened in place. */
  readonly path: string
  readonly orders: number
  /** Where the data set ends, milliseconds since 1970 UTC; see `sandboxFolder`. */
  readonly anchor: number
}

/** Taken at once. */
const atOnce = 1000

/**
 * A mirror that is filled with so many orders, kept from run to run as long as the store would make the same of them. Made
 * by the store's own code from the sandbox's own orders, but without the network, oldest first and with the indexes made
 * at the end: a million takes a quarter of an hour instead of hours.
 * @param cache the folder that such files are kept in
 * @param pagesScript the built `order-pages-child.ts`
 */
export async function preparedMirror(
  cache: string,
  orders: number,
  pagesScript: string,
): Promise<PreparedMirror> {
  mkdirSync(cache, { recursive: true })
  const own = `mirror-${orders}-`
  const name = `${own}${await contentVersion()}`
  const path = join(cache, `${name}.db`)
  const about = join(cache, `${name}.json`)
  const anchor = existsSync(about) ? (JSON.parse(readFileSync(about, 'utf8')) as number) : undefined
  if (anchor !== undefined && Date.now() < anchor + arrivalsMs + freshMs) return { path, orders, anchor }
  for (const old of readdirSync(cache)) if (old.startsWith(own)) rmSync(join(cache, old), { force: true })
  const made = Date.now() - arrivalsMs
  await fill(`${path}.part`, orders, made, pagesScript)
  renameSync(`${path}.part`, path)
  writeFileSync(about, JSON.stringify(made))
  return { path, orders, anchor: made }
}

async function fill(path: string, orders: number, anchor: number, pagesScript: string): Promise<void> {
  const place = { path, key: benchKey.toString('hex'), now: Date.now() }
  const opened = openMirror(place)
  if (!opened.ok) throw new Error(`the mirror does not open: ${opened.error}`)
  const { sql } = opened.value
  // Nothing is lost with it but time.
  sql.script('pragma synchronous = off; pragma cache_size = -262144;')
  const makeIndexes = withoutIndexes(sql)
  const mirror = createMirror(opened.value, place)
  const began = performance.now()
  let done = 0
  for await (const { text, count } of pages(orders, anchor, pagesScript)) {
    const taken = await mirror.take({ text, askedAt: anchor })
    if (!taken.ok || taken.value.changed.length !== count) throw new Error(`orders were not taken at ${done}`)
    done += count
    if (done % 50_000 === 0) {
      const left = ((performance.now() - began) / done) * (orders - done)
      console.error(`Preparing ${orders} orders: ${done} done, ${Math.ceil(left / 60_000)} min left`)
    }
  }
  makeIndexes()
  while (await sortsAreLeft(mirror)) {}
  await mirror.putState(filledState(anchor))
  sql.script('pragma synchronous = normal;')
  mirror.close()
}

/** Makes one of the indexes that sort; answers whether there are more to be made. */
async function sortsAreLeft(mirror: Mirror): Promise<boolean> {
  const made = await mirror.indexSort()
  if (!made.ok) throw new Error('the disk is full')
  return made.value.left > 0
}

const indexes = statement(
  `select cast(name as blob) as name, cast(sql as blob) as made from sqlite_schema
    where type = 'index' and sql is not null`,
  {},
  { name: 'utf8', made: 'utf8' },
)

/** Drops the indexes that are not part of a table; answers what makes them again. */
function withoutIndexes(sql: Sql): () => void {
  const dropped = sql.all(indexes, {})
  for (const { name } of dropped) sql.script(`drop index ${name}`)
  return () => {
    for (const { made } of dropped) sql.script(made)
  }
}

/** All orders, oldest first. The next page is made in a process of its own while one is taken. */
async function* pages(orders: number, anchor: number, script: string) {
  const child = fork(script, [String(orders), String(anchor)], { serialization: 'advanced' })
  const ask = async (oldest: number): Promise<{ text: string; count: number }> => {
    const newest = Math.max(0, oldest - atOnce + 1)
    child.send([oldest, newest])
    const [text] = (await once(child, 'message')) as [string]
    return { text, count: oldest - newest + 1 }
  }
  try {
    let next = ask(orders - 1)
    for (let oldest = orders - 1; oldest >= 0; oldest -= atOnce) {
      const page = await next
      if (oldest >= atOnce) next = ask(oldest - atOnce)
      yield page
    }
  } finally {
    child.disconnect()
  }
}
