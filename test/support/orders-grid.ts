import { expect, type Locator, type Page } from '@playwright/test'

/** The Orders screen as a person sees and uses it. */
export class OrdersGrid {
  readonly grid: Locator
  readonly footer: Locator
  readonly search: Locator

  constructor(readonly page: Page) {
    this.grid = page.getByRole('grid', { name: 'Orders' })
    this.footer = page.locator('footer')
    this.search = page.getByRole('textbox', { name: 'Search orders' })
  }

  /** Waits for the first rows. */
  async ready(): Promise<void> {
    await expect(this.cell(0, 'reference')).toBeVisible()
  }

  /** Forgets how the list was left and loads it anew. */
  async forget(): Promise<void> {
    await this.page.evaluate(async () => {
      const { call } = window.gatehouse
      const answer = (await call('profiles.listProfiles', '{}')) as { value: { active: string } }
      const left = { profile: answer.value.active, grid: 'orders', state: {} }
      await call('gridState.saveGridState', JSON.stringify(left))
      await call('settings.updateSettings', JSON.stringify({ density: 'compact' }))
      history.replaceState(null, '', '#/orders')
    })
    await this.page.reload()
  }

  /** A cell by the place of its row in the whole list and the id of its column. */
  cell(row: number, column: string): Locator {
    return this.row(row).locator(`[col-id="${column}"]`)
  }

  /** A row by its place in the whole list. */
  row(row: number): Locator {
    return this.grid.locator(`.ag-row[row-index="${row}"]`)
  }

  header(name: string): Locator {
    return this.grid.getByRole('columnheader', { name })
  }

  /** References of the rows that are drawn, in order. */
  async references(): Promise<string[]> {
    const rows = await this.grid.locator('.ag-row').evaluateAll((elements) =>
      elements
        .map((element) => ({
          index: Number(element.getAttribute('row-index')),
          text: element.querySelector('[col-id="reference"]')?.textContent?.trim() ?? '',
        }))
        .sort((a, b) => a.index - b.index),
    )
    return rows.map(({ text }) => text)
  }

  /** Types into the quick search and waits for what it finds. */
  async find(text: string): Promise<void> {
    await this.search.fill(text)
    await this.search.press('Enter')
  }

  async scrollDown(): Promise<void> {
    await this.cell(0, 'guest').hover()
    await this.page.mouse.wheel(0, 20_000)
  }
}
