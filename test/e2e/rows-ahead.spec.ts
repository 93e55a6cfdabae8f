import { expect, test } from '@playwright/test'
import { beginJourney, type Journey } from '../support/journey'

/** A list is dragged to a place far off: what is there is seen at once, while the hand still moves. */

let journey: Journey

test.beforeAll(async () => {
  journey = await beginJourney({ orders: 20, stockItems: 2_000 })
  const { page } = journey
  await page.keyboard.press('g')
  await page.keyboard.press('k')
  await expect(page.getByRole('row', { name: 'DEMO Plenty ' })).toBeVisible()
})
test.afterAll(() => journey.end())

/** What a cell is and where, as far as somebody could see. */
interface Seen {
  readonly row: string | null
  readonly column: string | null
  readonly text: string
  readonly isTicked: boolean
  readonly place: readonly number[]
  readonly look: readonly string[]
}

/**
 * Drags the scrollbar to as many rows below the top, and answers the cells in the very next picture, and those at rest.
 * Where a copy still lies over a row of the library, nobody sees but the copy.
 */
const dragTo = (position: number): Promise<{ next: Seen[]; atRest: Seen[] }> =>
  journey.page.evaluate(async (wanted) => {
    const bar = document.querySelector('.ag-body-vertical-scroll-viewport')
    const list = document.querySelector('.ag-grid-viewport')
    const first = document.querySelector('.ag-row')
    const header = document.querySelector('.ag-header')
    if (!bar || !list || !first || !header) throw new Error('there is no list')
    const { height } = first.getBoundingClientRect()
    const top = header.getBoundingClientRect().bottom
    const { bottom } = list.getBoundingClientRect()
    const seen = (): Seen[] => {
      const rows = [...document.querySelectorAll('.ag-row')]
      const copies = rows.filter((row) => row.closest('[inert]'))
      const covered = new Set(copies.map((row) => row.getAttribute('row-index')))
      const inSight = rows.filter((row) => {
        const box = row.getBoundingClientRect()
        const isCovered = covered.has(row.getAttribute('row-index')) && !copies.includes(row)
        return !isCovered && box.bottom > top && box.top < bottom
      })
      return inSight.flatMap((row) =>
        [...row.querySelectorAll('.ag-cell')].map((cell) => {
          const { x, y, width, height } = cell.getBoundingClientRect()
          const { color, font, padding, textAlign, border } = getComputedStyle(cell)
          const { backgroundColor } = getComputedStyle(row)
          const inner = cell.querySelector('span')
          const own = inner ? [getComputedStyle(inner).color, getComputedStyle(inner).backgroundColor] : []
          return {
            row: row.getAttribute('row-index'),
            column: cell.getAttribute('col-id'),
            text: cell.textContent ?? '',
            isTicked: cell.querySelector('.ag-checked') !== null,
            place: [x, y, width, height],
            look: [color, font, padding, textAlign, border, backgroundColor, ...own],
          }
        }),
      )
    }
    const picture = () => new Promise((resolve) => requestAnimationFrame(resolve))
    bar.scrollTop = wanted * height
    await picture()
    await picture()
    const next = seen()
    while (document.querySelector('[inert] .ag-row')) await picture()
    return { next, atRest: seen() }
  }, position)

const inOrder = (cells: readonly Seen[]): Seen[] =>
  cells.toSorted((a, b) => Number(a.row) - Number(b.row) || (a.place[0] ?? 0) - (b.place[0] ?? 0))

test('the rows of a place far off are seen in the next picture, just as they are at rest', async () => {
  const { keyboard } = journey.page
  // One row is unlike the others: it is ticked, and has the keyboard.
  await keyboard.press('j')
  await keyboard.press(' ')
  const { next, atRest } = await dragTo(1_500)
  expect(new Set(next.map(({ row }) => row)).size).toBeGreaterThan(15)
  expect(next.find(({ column }) => column === 'label')?.text).not.toBe('')
  expect(inOrder(next)).toEqual(inOrder(atRest))
})

test('ticks and chips are seen there as well', async () => {
  const { page } = journey
  await page.keyboard.press('j')
  await page.keyboard.press('ControlOrMeta+A')
  // The mark of the keyboard comes back with its row only, so it is to be elsewhere.
  await page.keyboard.press('End')
  await expect(page.locator('.ag-row[row-index="1999"] .ag-cell:focus')).toBeVisible()
  const { next, atRest } = await dragTo(0)
  expect(next.some(({ isTicked }) => isTicked)).toBe(true)
  expect(next.some(({ column, text }) => column === 'state' && text !== '')).toBe(true)
  expect(inOrder(next)).toEqual(inOrder(atRest))
})

test('a row that was reached so is typed into like any other, and no other is', async () => {
  const { page } = journey
  const { atRest } = await dragTo(900)
  const middle = inOrder(atRest).filter(({ column }) => column === 'available')[10]
  const row = page.locator(`.ag-row[row-index="${middle?.row}"]`)
  await row.locator('[col-id="available"]').click()
  await page.keyboard.type('777')
  await page.keyboard.press('Enter')
  await expect(row.locator('[col-id="available"]')).toContainText('777')
  await expect(page.getByText('1 change not saved')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(page.getByText('0 changes not saved')).toBeVisible()
})

test('dragged there and back at once, the list is where it began, with nothing over it', async () => {
  const { page } = journey
  await page.evaluate(async () => {
    const bar = document.querySelector('.ag-body-vertical-scroll-viewport')
    const picture = () => new Promise((resolve) => requestAnimationFrame(resolve))
    for (const top of [20_000, 30_000, 0]) {
      if (bar) bar.scrollTop = top
      await picture()
    }
  })
  await expect(page.locator('[inert] .ag-row')).toHaveCount(0)
  await expect(page.getByRole('row', { name: 'DEMO Plenty ' })).toBeInViewport()
})

test('the keyboard goes to the last row, and scrolls to the end as smoothly as ever', async () => {
  const { page } = journey
  await page.keyboard.press('j')
  await page.keyboard.press('ControlOrMeta+End')
  const left = () =>
    page
      .locator('.ag-grid-viewport')
      .evaluate((list) => list.scrollHeight - list.clientHeight - list.scrollTop)
  await expect.poll(left).toBeLessThan(1)
  await expect(page.locator('[inert] .ag-row')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+Home')
  await expect(page.getByRole('row', { name: 'DEMO Plenty ' })).toBeInViewport()
  await page.keyboard.press('End')
  await expect(page.locator('.ag-row[row-index="1999"] .ag-cell:focus')).toBeInViewport()
})
