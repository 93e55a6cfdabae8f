import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, vi } from 'vitest'
import { profileId } from './api-client'
import { buildStoreChild } from './build-store'

/**
 * Exports the orders of a mirror by a program of its own that is killed in the middle of it. Answers what is left in the
 * folder of the file, which has guests in it.
 * @param mirrorFile of a mirror with `mirrorTestKey`, which nobody has open
 * @param journalFile likewise of a journal with `testSecret`; absent: one that is lost with the program
 */
export async function killedExport(
  mirrorFile: string,
  path: string,
  journalFile = ':memory:',
): Promise<string> {
  const folder = dirname(path)
  const child = await buildStoreChild('export-child')
  const program = fork(child, [mirrorFile, path, journalFile, profileId])
  const ended = once(program, 'exit')
  const part = await vi.waitFor(
    () => {
      const found = readdirSync(folder).find((name) => name.endsWith('.part'))
      expect(readFileSync(join(folder, found ?? '')).includes('"contact_email"')).toBe(true)
      return found ?? ''
    },
    { timeout: 20_000, interval: 20 },
  )
  program.kill('SIGKILL')
  const [, signal] = await ended
  expect(signal).toBe('SIGKILL')
  rmSync(dirname(child), { recursive: true })
  expect(readdirSync(folder)).toContain(part)
  return join(folder, part)
}
