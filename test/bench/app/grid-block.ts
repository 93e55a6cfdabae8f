import type { Page } from 'playwright'
import { percentile } from '../measure'

/** Jumps before those that are measured: code is compiled when it is first run. */
const warmUp = 10
const jumps = 100
/** Rows that are not there after so long do not come. */
const patienceMs = 15_000

interface Times {
  readonly p50Ms: number
  readonly p95Ms: number
}

/** What a jump to a place far off in a list takes. */
export interface BlockTimes extends Times {
  /** From the jump to the picture with the rows, the wait for the frame it falls into included. */
  readonly picture: Times
  /** From the same to the grid's own rows, which can be clicked: before them copies are shown, while somebody scrolls on. */
  readonly own: Times
  /** The same cells made by hand in the same window, without a library: what no grid can do in less. */
  readonly bare: Times & { readonly picture: Times }
  readonly times: number
}

/**
 * Jumps to places all over a list, as a hand on the scroll bar does, and answers how long the grid takes from hearing of the
 * scrolling to rows standing in the page with their values.
 * @param column a column that no row leaves empty
 */
export async function benchBlocks(window: Page, column: string): Promise<BlockTimes> {
  const taken = await window.evaluate(jumpAround, { column, warmUp, jumps, patienceMs })
  const bare = await window.evaluate(drawByHand, { warmUp, jumps })
  const own = timesOf(taken.map(({ own }) => own))
  return { ...drawnTimes(taken), own, bare: drawnTimes(bare), times: taken.length }
}

const drawnTimes = (taken: readonly Drawn[]): Times & { picture: Times } => ({
  ...timesOf(taken.map(({ rows }) => rows)),
  picture: timesOf(taken.map(({ picture }) => picture)),
})

const timesOf = (ms: readonly number[]): Times => ({
  p50Ms: percentile(ms, 0.5),
  p95Ms: percentile(ms, 0.95),
})

/** Rows that were drawn, in milliseconds. */
interface Drawn {
  readonly rows: number
  readonly picture: number
}

/** One jump, in milliseconds. */
interface Taken extends Drawn {
  readonly own: number
}

/** Runs in the page, by itself: puts what the grid shows there again and again, in elements of the same look and size. */
async function drawByHand({ warmUp, jumps }: { warmUp: number; jumps: number }): Promise<Drawn[]> {
  const viewport = document.querySelector('.ag-grid-viewport')
  if (!viewport) throw new Error('there is no grid')
  const rows = Array.from(document.querySelectorAll('.ag-row'), (row) => ({
    top: row.getBoundingClientRect().top,
    height: row.getBoundingClientRect().height,
    cells: Array.from(row.querySelectorAll('.ag-cell'), (cell) => ({
      left: cell.getBoundingClientRect().left,
      width: cell.getBoundingClientRect().width,
      text: cell.textContent ?? '',
    })),
  }))
  const sheet = document.createElement('div')
  sheet.className = viewport.className
  sheet.style.cssText = 'position: fixed; inset: 0; z-index: 9; overflow: hidden; background: Canvas'
  viewport.parentElement?.append(sheet)

  const afterPaint = new MessageChannel()
  let painted = () => {}
  afterPaint.port1.onmessage = () => painted()
  const taken: Drawn[] = []
  for (let turn = 0; turn < warmUp + jumps; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 60 + (turn % 20)))
    const begun = performance.now()
    sheet.replaceChildren(
      ...rows.map((row) => {
        const element = document.createElement('div')
        element.style.cssText = `position: absolute; top: ${row.top}px; height: ${row.height}px; left: 0; right: 0`
        element.append(
          ...row.cells.map(({ left, width, text }) => {
            const cell = document.createElement('div')
            cell.style.cssText = `position: absolute; left: ${left}px; width: ${width}px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis`
            // Another text each time, as other rows have.
            cell.textContent = text && `${turn % 10}${text}`
            return cell
          }),
        )
        return element
      }),
    )
    const stood = performance.now() - begun
    await new Promise<void>((resolve) => {
      painted = resolve
      requestAnimationFrame(() => afterPaint.port2.postMessage(null))
    })
    if (turn >= warmUp) taken.push({ rows: stood, picture: performance.now() - begun })
  }
  sheet.remove()
  return taken
}

interface Asked {
  readonly column: string
  readonly warmUp: number
  readonly jumps: number
  readonly patienceMs: number
}

/** Runs in the page, by itself: nothing outside of it is there. */
async function jumpAround({ column, warmUp, jumps, patienceMs }: Asked) {
  const viewport = document.querySelector('.ag-grid-viewport')
  const first = document.querySelector('.ag-row[row-index="0"]')
  if (!viewport || !first) throw new Error('the list is not at its first row')
  const rowHeight = first.getBoundingClientRect().height
  // What stands above the first row, such as the headings, covers the same height wherever the list is.
  const above = first.getBoundingClientRect().top - viewport.getBoundingClientRect().top
  const inSight = viewport.clientHeight - above
  const rows = Math.round((viewport.scrollHeight - above) / rowHeight)
  const isThere = (index: number, which = ''): boolean =>
    (document.querySelector(`.ag-row[row-index="${index}"]${which} [col-id="${column}"]`)?.textContent ??
      '') !== ''
  const isOwn = (index: number): boolean => isThere(index, ':not([inert] *)')

  const afterPaint = new MessageChannel()
  let painted = () => {}
  afterPaint.port1.onmessage = () => painted()
  const nextPicture = () =>
    new Promise<void>((resolve) => {
      painted = resolve
      // The picture is made once the callbacks of its frame are through.
      requestAnimationFrame(() => afterPaint.port2.postMessage(null))
    })

  const jumpTo = (top: number) =>
    new Promise<Taken>((resolve, reject) => {
      const begin = Math.ceil(top / rowHeight)
      const end = Math.floor((top + inSight) / rowHeight) - 1
      const wanted = [begin, (begin + end) >> 1, end]
      const jumpedAt = performance.now()
      let heardAt: number | undefined
      let rows: number | undefined
      let picture: Promise<number> | undefined
      const finish = () => {
        if (heardAt === undefined || !wanted.every((index) => isThere(index))) return
        rows ??= performance.now() - heardAt
        picture ??= nextPicture().then(() => performance.now() - jumpedAt)
        if (!wanted.every(isOwn)) return
        const taken = { rows, own: performance.now() - heardAt }
        observer.disconnect()
        clearTimeout(giveUp)
        void picture.then((picture) => resolve({ ...taken, picture }))
      }
      const observer = new MutationObserver(finish)
      observer.observe(document.body, { childList: true, subtree: true, characterData: true })
      const giveUp = setTimeout(() => {
        observer.disconnect()
        reject(new Error(`rows ${begin} to ${end} do not come`))
      }, patienceMs)
      // Heard before the grid hears it.
      document.addEventListener(
        'scroll',
        () => {
          heardAt = performance.now()
        },
        { capture: true, once: true },
      )
      viewport.scrollTop = top
    })

  const taken: Taken[] = []
  // The same places in every run.
  let seed = 42
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const most = (rows - 1) * rowHeight - inSight
  for (let turn = 0; turn < warmUp + jumps; turn += 1) {
    // At any moment of a frame, once the jump before is at rest.
    await new Promise((resolve) => setTimeout(resolve, 60 + random() * 20))
    let top = Math.floor(random() * most)
    // Far enough that no row of before is in sight.
    if (Math.abs(top - viewport.scrollTop) < 10 * inSight) top = (top + most / 2) % most
    const jump = await jumpTo(Math.floor(top))
    if (turn >= warmUp) taken.push(jump)
  }
  return taken
}
