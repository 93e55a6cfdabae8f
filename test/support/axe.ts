import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { AxeResults, RunOnly, RunOptions } from 'axe-core'

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

export type Scheme = 'light' | 'dark'

/** WCAG 2.2 AA, and what axe's authors count as good practice. */
const everything = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
} satisfies RunOnly

/** What depends on colours. */
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } satisfies RunOnly

/** Names, roles and order are the same in both schemes, and looked at once. */
const rules: Readonly<Record<Scheme, RunOnly>> = { light: everything, dark: colours }

/**
 * Fails when axe finds a serious or critical issue in what the window shows now, in light and in dark. `scope` is a CSS
 * selector to look below, for a dialog of which the rest of the page is no part.
 */
export async function expectAccessible(page: Page, scope = 'body'): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await showScheme(page, scheme)
    expect(await seriousIssues(page, scope, rules[scheme]), `serious issues in ${scheme}`).toEqual([])
  }
  await showScheme(page, undefined)
}

/** Milliseconds in which colours are through; a document that makes no pictures never ends them. */
const settlingMs = 5_000

/** Shows the page in a scheme whatever the settings say; `undefined` gives it back to them. */
export async function showScheme(page: Page, scheme: Scheme | undefined): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: scheme ?? null })
  await page.evaluate((scheme) => {
    const { dataset } = document.documentElement
    dataset.schemeBefore ??= dataset.mantineColorScheme ?? 'light'
    dataset.mantineColorScheme = scheme ?? dataset.schemeBefore
    if (!scheme) delete dataset.schemeBefore
  }, scheme)
  // Colours that are under way would be measured half way. What runs as long as something is loading has no end to wait for.
  await page.evaluate(async (patienceMs) => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)))
    const patience = new Promise((resolve) => setTimeout(resolve, patienceMs))
    await Promise.race([Promise.all(ending.map(({ finished }) => finished.catch(() => {}))), patience])
  }, settlingMs)
}

/** One line an element: the rule, how bad, where, and what axe has to say. */
async function seriousIssues(page: Page, scope: string, runOnly: RunOnly): Promise<string[]> {
  const options: RunOptions = { runOnly, resultTypes: ['violations'] }
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await readFile(axeFile, 'utf8'))
  const { violations } = await page.evaluate(
    ({ scope, options }) =>
      (window as unknown as { axe: { run(scope: string, options: unknown): Promise<AxeResults> } }).axe.run(
        scope,
        options,
      ),
    { scope, options },
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id} (${impact}) at ${target.join(' ')}: ${failureSummary}`,
      ),
    )
}
