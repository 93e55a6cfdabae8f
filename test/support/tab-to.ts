import { expect, type Locator } from '@playwright/test'

/** More stops than any screen has between two things that follow each other. */
const mostStops = 150

/** Presses Tab until something has the focus; fails when it cannot be reached. */
export async function tabTo(target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await target.page().keyboard.press('Tab')
  }
  throw new Error(`${target} cannot be reached with Tab`)
}

/** Goes there with Tab and presses Enter. */
export async function enter(target: Locator): Promise<void> {
  await expect(target).toBeEnabled()
  await tabTo(target)
  await target.page().keyboard.press('Enter')
}

/** Goes there with Tab and types. */
export async function typeInto(target: Locator, text: string): Promise<void> {
  await tabTo(target)
  await target.page().keyboard.type(text)
}
