import { cp, readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { LOCALES } from '../../electron/sandbox/data/names'
import { filesBelow, filesHolding } from './byte-search'
import { deskAccount } from './desk-account'
import { sandboxCredentials } from './sandbox'

/** Logs of all applications of this run, a folder each. Playwright empties it when a run begins. */
export const keptLogs = resolve(import.meta.dirname, '../../test-results/logs')

/** Puts the log of an application aside before its folder is removed. */
export async function keepLogs(userData: string): Promise<void> {
  await cp(join(userData, 'logs'), join(keptLogs, basename(userData)), { recursive: true })
}

/** Secrets and credentials of the tests, and what people type in them. */
const typed = [
  sandboxCredentials.clientSecret,
  sandboxCredentials.clientId,
  ...Object.values(deskAccount),
  'Guest cannot come',
  'The guest is ill',
]

/** What no log of ours has a reason to hold, by its shape. */
const shapes: readonly (readonly [what: string, shape: RegExp])[] = [
  ['an e-mail address', /@(?!\w*\/)|%40/],
  // Telephone numbers and references of orders; the groups of a UUID are shorter, or follow a hyphen.
  ['a long number', /(?<![\w-])\+?\d{9,}(?![\w-])/],
  ['a token', /\b(?:Bearer|Basic) (?!\[)|\beyJ[\w-]{8}/],
  ['a query', /\?\w+=|\b(?:key|token|secret)=(?!\[)/],
  ['a server’s address', /127\.0\.0\.1|https?:\/\//],
]

/** Every name a guest of the sandbox can have, as people write it. */
const guestNames = LOCALES.flatMap(([{ first, last }]) => [...first, ...last].map(({ native }) => native))
const escaped = guestNames.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
const guestName = new RegExp(`(?<!\\p{L})(?:${escaped.join('|')})(?!\\p{L})`, 'u')

/** What the files below a folder hold that a log must not, one line each: the file and what was found. */
export async function leaksBelow(folder: string): Promise<string[]> {
  const found = await filesHolding(folder, typed)
  for (const file of await filesBelow(folder)) {
    const text = await readFile(file, 'utf8')
    for (const [what, shape] of [...shapes, ['a guest’s name', guestName] as const]) {
      const [leak] = shape.exec(text) ?? []
      if (leak) found.push(`${file}: ${what}: ${leak}`)
    }
  }
  return found
}
