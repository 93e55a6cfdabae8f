import type { Page } from 'playwright'
import { percentile } from '../measure'
import { firstWords, words } from '../words'

/** What is typed of a word before its rows are waited for: three letters are the fewest that are searched for. */
const fewest = 3
/** Milliseconds without another picture after which the last one is the answer. */
const settledMs = 400
/** Rows that are as they were for so long after a key are so because the answer is the same. */
const lateMs = 2_000
/** Rows that still change after so long are not those of an answer. */
const patienceMs = 15_000

/**
 * From the key going down to the picture that shows the rows of the answer, in milliseconds; each letter of each word from
 * the third on, by each of these columns.
 */
export async function benchTyping(window: Page, sorts: readonly string[]) {
  const first: number[] = []
  const times: (number | undefined)[] = []
  for (const sort of sorts) {
    await sortBy(window, sort)
    for (const word of firstWords) first.push(...painted(await typed(window, word)))
    for (const word of words) times.push(...(await typed(window, word)))
    await window.getByRole('textbox', { name: /search/i }).fill('')
    await window.waitForTimeout(settledMs)
  }
  const shown = painted(times)
  return {
    ...{ p50Ms: percentile(shown, 0.5), p95Ms: percentile(shown, 0.95), times: shown.length },
    /** Letters that left the rows in sight as they were. */
    unchanged: times.length - shown.length,
    /** The words before those that count. */
    first: { p50Ms: percentile(first, 0.5), worstMs: Math.max(...first) },
  }
}

const painted = (times: readonly (number | undefined)[]): number[] => times.filter((ms) => ms !== undefined)

/** Types a word, and answers the times of its letters; `undefined` for those that changed nothing. */
async function typed(window: Page, word: string): Promise<(number | undefined)[]> {
  await window.getByRole('textbox', { name: /search/i }).fill(word.slice(0, fewest - 1))
  await window.waitForTimeout(settledMs)
  const times: (number | undefined)[] = []
  for (const letter of word.slice(fewest - 1)) times.push(await untilPainted(window, letter))
  return times
}

/** The application opens with the order in which it was left. */
async function sortBy(window: Page, column: string): Promise<void> {
  const heading = window.locator(`.ag-header-cell[col-id="${column}"]`)
  const isSorted = async () => /^(a|de)scending$/.test((await heading.getAttribute('aria-sort')) ?? '')
  if (await isSorted()) return
  await heading.locator('.ag-header-cell-label').click()
  await window.waitForTimeout(1500)
  if (!(await isSorted())) throw new Error(`the list is not sorted by ${column}`)
}

/** Presses a key; `undefined` when the rows in sight stay as they are. */
async function untilPainted(window: Page, key: string): Promise<number | undefined> {
  // In place before the key goes: a page that is busy takes keys before it takes scripts.
  await window.evaluate(watchRows, { settled: settledMs, late: lateMs, patience: patienceMs })
  await window.keyboard.press(key)
  return window.evaluate(() => Reflect.get(globalThis, 'painted') as Promise<number | undefined>)
}

/** Runs in the page: leaves a promise of the milliseconds from the next key to the picture with its rows in `painted`. */
function watchRows({ settled, late, patience }: Record<'settled' | 'late' | 'patience', number>): void {
  const startedAt = performance.now()
  // An answer is shown from its first row on. Rows below what is in sight are there as well, and made anew at any time.
  const edgesOf = (selector: string) =>
    document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
  const space = edgesOf('.ag-grid-viewport').bottom - edgesOf('.ag-header').bottom
  const inSight = Math.ceil(space / edgesOf('.ag-row').height)
  const rowsInSight = () =>
    Array.from(document.querySelectorAll('.ag-row'), (row) => {
      const at = Number(row.getAttribute('row-index'))
      if (at >= inSight || !row.checkVisibility({ visibilityProperty: true })) return []
      return [`${at} ${row.querySelector('[col-id="reference"]')?.textContent ?? ''}`]
    })
      .flat()
      .sort()
      .join()
  const before = rowsInSight()
  let shown = before
  let shownAt = 0
  let pressedAt: number | undefined
  const onKey = (event: KeyboardEvent) => {
    // The moment is that of another process, whose clock may be ahead of the page's.
    pressedAt ??= Math.min(event.timeStamp, performance.now())
  }
  addEventListener('keydown', onKey, true)
  const afterPaint = new MessageChannel()
  const painted = new Promise<number | undefined>((resolve, reject) => {
    const look = () => {
      const now = rowsInSight()
      if (now !== shown) {
        shown = now
        // The picture is made once the callbacks of its frame are through.
        afterPaint.port1.onmessage = () => {
          shownAt = performance.now()
        }
        afterPaint.port2.postMessage(null)
      }
      const quiet = performance.now() - Math.max(shownAt, pressedAt ?? Number.POSITIVE_INFINITY)
      const isOver = performance.now() - startedAt > patience
      const wanted = shown === before ? late : settled
      if ((quiet < wanted || pressedAt === undefined) && !isOver) return requestAnimationFrame(look)
      removeEventListener('keydown', onKey, true)
      if (pressedAt === undefined) return reject(new Error('the key did not arrive'))
      if (isOver) return reject(new Error('the rows do not come to rest'))
      resolve(shown === before ? undefined : shownAt - pressedAt)
    }
    requestAnimationFrame(look)
  })
  // The page's own report of a promise that nobody holds yet would end the run elsewhere.
  painted.catch(() => undefined)
  Reflect.set(globalThis, 'painted', painted)
}
