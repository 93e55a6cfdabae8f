import type { Page } from 'playwright'
import { words } from '../words'
import { call } from './applications'

const scrollMs = 10_000
/** Both lists in turns: the machine is not the same from one minute to the next. */
const rounds = 3
/** A fast wheel: two rows in a picture. */
const pixelsPerFrame = 64
/** What the list is compared with has about so many rows. */
const few = 100

interface Frames {
  readonly fps: number
  readonly worstMs: number
}

/** Scrolling through all orders, ten seconds at a time, in turns with a list of about a hundred rows in the same window. */
export async function benchScroll(window: Page, profile: string) {
  const box = window.getByRole('textbox', { name: /search/i })
  const fewText = await searchForFew(window, profile)
  const runs = { short: [] as Frames[], long: [] as Frames[] }
  for (let round = 0; round < rounds; round++) {
    await box.fill(fewText)
    await window.waitForTimeout(1500)
    runs.short.push(await scroll(window))
    await box.fill('')
    await window.waitForTimeout(2500)
    runs.long.push(await scroll(window))
  }
  const of = (frames: readonly Frames[]) => ({
    fps: frames.reduce((sum, { fps }) => sum + fps, 0) / frames.length,
    worstMs: Math.max(...frames.map(({ worstMs }) => worstMs)),
  })
  const [short, long] = [of(runs.short), of(runs.long)]
  return {
    ...{ shortFps: short.fps, fps: long.fps, ratio: long.fps / short.fps },
    ...{ shortWorstFrameMs: short.worstMs, worstFrameMs: long.worstMs },
  }
}

/** A search that about a hundred orders match. */
async function searchForFew(window: Page, profile: string): Promise<string> {
  for (const first of words) {
    for (const second of words) {
      const text = `${first} ${second}`
      const query = { text, filters: {}, sort: { by: 'created', direction: 'desc' } }
      const { list } = await call<{ list: number }>(window, 'mirror.queryMirror', { profile, query, rows: 1 })
      const { orders } = await call<{ orders: number }>(window, 'mirror.totalMirror', { profile, list })
      if (orders >= few / 2 && orders <= few * 2) return text
    }
  }
  throw new Error('nothing is found that few orders match')
}

/** Scrolls down and, at an end, back, and answers how many pictures came in a second and the longest wait for one. */
export const scroll = (window: Page): Promise<Frames> =>
  window.evaluate(
    ({ ms, step }) =>
      new Promise<Frames>((resolve, reject) => {
        const viewport = document.querySelector('.ag-grid-viewport')
        const row = document.querySelector('.ag-row')?.getBoundingClientRect()
        const rows = Number(document.querySelector('[aria-rowcount]')?.getAttribute('aria-rowcount'))
        if (!viewport || !row || !rows) return reject(new Error('there is no grid'))
        // An element has a largest height: in a longer list a pixel of its scrolling is more than one of its rows.
        const pixel = Math.min(1, viewport.scrollHeight / (rows * row.height))
        let direction = 1
        let frames = 0
        let worstMs = 0
        let begun: number | undefined
        let last = 0
        const frame = (now: number) => {
          if (begun === undefined) begun = now
          else {
            frames++
            worstMs = Math.max(worstMs, now - last)
          }
          last = now
          if (now - begun >= ms) return resolve({ fps: (frames / (now - begun)) * 1000, worstMs })
          const before = viewport.scrollTop
          viewport.scrollTop += direction * step * pixel
          if (Math.abs(viewport.scrollTop - before) < pixel / 2) direction = -direction
          requestAnimationFrame(frame)
        }
        requestAnimationFrame(frame)
      }),
    { ms: scrollMs, step: pixelsPerFrame },
  )
