import type { Page } from 'playwright'
import { words } from '../words'
import { call } from './applications'

const scrollMs = 10_000
/** A fast wheel: two rows in a picture. */
const pixelsPerFrame = 64
/** What the list is compared with has about so many rows. */
const few = 100

interface Frames {
  readonly fps: number
  readonly worstMs: number
}

/** Ten seconds of scrolling through all orders, against a list of about a hundred rows in the same window. */
export async function benchScroll(window: Page, profile: string) {
  const box = window.getByRole('textbox', { name: /search/i })
  await box.fill(await searchForFew(window, profile))
  await window.waitForTimeout(1500)
  const short = await scroll(window)
  await box.fill('')
  await window.waitForTimeout(2500)
  const long = await scroll(window)
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
        if (!viewport) return reject(new Error('there is no grid'))
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
          viewport.scrollTop += direction * step
          if (Math.abs(viewport.scrollTop - before) < 1) direction = -direction
          requestAnimationFrame(frame)
        }
        requestAnimationFrame(frame)
      }),
    { ms: scrollMs, step: pixelsPerFrame },
  )
