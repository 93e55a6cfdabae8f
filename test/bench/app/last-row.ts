import type { Page } from 'playwright'
import { call } from './applications'

const usual = { zoom: 1, density: 'compact' } as const
/** Looks that move rows by another height. */
const looks = [usual, { zoom: 1.5, density: 'comfortable' }] as const

/**
 * Scrolls to the end of the list and compares the last row with the store's, at the usual look and at the largest rows:
 * browsers have a largest height, and a million rows are beyond it.
 */
export async function benchLastRow(window: Page, profile: string) {
  const query = { filters: {}, sort: { by: 'created', direction: 'desc' } }
  const { list } = await call<{ list: number }>(window, 'mirror.queryMirror', { profile, query, rows: 1 })
  const { orders } = await call<{ orders: number }>(window, 'mirror.totalMirror', { profile, list })
  const block = { profile, list, from: orders - 1, count: 1 }
  const { rows } = await call<{ rows: { reference: string }[] }>(window, 'mirror.readMirror', block)
  const expected = `${orders - 1} ${rows[0]?.reference}`
  const missed: object[] = []
  for (const look of looks) {
    await call(window, 'settings.updateSettings', look)
    await window.waitForTimeout(1000)
    await window.evaluate(() => {
      const viewport = document.querySelector('.ag-grid-viewport')
      if (viewport) viewport.scrollTop = viewport.scrollHeight
    })
    const last = await window
      .waitForFunction(
        (wanted) => {
          const rows = Array.from(document.querySelectorAll('.ag-row'), (row) => {
            const reference = row.querySelector('[col-id="reference"]')?.textContent ?? ''
            return `${row.getAttribute('row-index')} ${reference.trim()}`
          })
          return rows.includes(wanted) ? wanted : undefined
        },
        expected,
        { timeout: 15_000 },
      )
      .catch(() => undefined)
    if (!last) missed.push(look)
  }
  await call(window, 'settings.updateSettings', usual)
  await window.waitForTimeout(1000)
  if (missed.length > 0) process.exitCode = 1
  return { orders, looks: looks.length, missed }
}
