import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright'
import { treeMemoryMb } from '../measure'
import { startSandbox, withSandbox } from '../sandbox'
import { firstRows, signedIn } from './applications'
import { benchBlocks } from './grid-block'
import { launch } from './launch'
import { scroll } from './scroll'

const rows = 50_000
/** Enough for the list that the window opens with. */
const orders = 500
/** About a hundred of them are called so: eight articles, eight colours, six sizes. */
const fewAreCalled = 'mug red a4'
/** The list has come to rest, in milliseconds. */
const restMs = 3_000

/**
 * The list of stock with 50,000 rows in the application: until its first rows are there, a jump to a far place in it,
 * scrolling against a list of about a hundred rows in the same window, and memory (MB, PSS of all processes).
 * @param main the packaged build's code
 */
export async function benchStock(main: string, sandboxScript: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'gatehouse-bench-stock-'))
  try {
    return await withSandbox(startSandbox(sandboxScript, orders, { stockItems: rows }), async (sandbox) => {
      const gatehouse = await signedIn(main, path.join(folder, 'user-data'), sandbox)
      const { value } = await launch(gatehouse, async (app) => {
        const window = await firstRows(app)
        const memory = () => treeMemoryMb(app.process().pid ?? 0)
        await window.waitForTimeout(restMs)
        const beforeMb = memory()
        const openMs = await openStock(window)
        await window.waitForTimeout(restMs)
        const memoryMb = memory()
        const block = await benchBlocks(window, 'label')
        return { rows, openMs, block, scroll: await benchScroll(window), memory: { beforeMb, memoryMb } }
      })
      return value
    })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Goes to the list, and answers how long its first rows took, in milliseconds: all of them travel at once. */
async function openStock(window: Page): Promise<number> {
  const begun = performance.now()
  await window.evaluate(() => {
    location.hash = '#/stock'
  })
  await window.locator('.ag-row [col-id="label"]').first().waitFor()
  const ms = performance.now() - begun
  await window.getByText(/^50,?000 of 50,?000 rows$/).waitFor()
  return ms
}

async function benchScroll(window: Page) {
  const box = window.getByRole('textbox', { name: 'Find an item or product' })
  await box.fill(fewAreCalled)
  await window.waitForTimeout(restMs)
  const few = await scroll(window)
  await box.fill('')
  await window.waitForTimeout(restMs)
  const all = await scroll(window)
  return {
    ...{ shortFps: few.fps, fps: all.fps, ratio: all.fps / few.fps },
    ...{ shortWorstFrameMs: few.worstMs, worstFrameMs: all.worstMs },
  }
}
