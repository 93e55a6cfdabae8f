import { existsSync } from 'node:fs'
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { filesBelow } from '../support/byte-search'
import { keptLogs, leaksBelow } from '../support/kept-logs'

/** Runs after all others and reads what their applications logged (test/support/launch.ts keeps it). */

test('no log of this run holds a secret or anything personal', async () => {
  expect(existsSync(keptLogs), 'logs were kept').toBe(true)
  const logs = await filesBelow(keptLogs)
  const lines = (await Promise.all(logs.map((file) => readFile(file, 'utf8')))).flatMap((text) =>
    text.trim().split('\n'),
  )
  expect(lines.filter((line) => line.includes('"event":"app.started"'))).not.toEqual([])
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ time: expect.any(String) })
  expect(await leaksBelow(keptLogs)).toEqual([])
})

for (const [what, leak] of [
  ['a secret', 'Gh7+x%:\\"s3cr\\\\et-ü'],
  ['a secret in an address', 'Gh7%2Bx%25%3A%22s3cr%5Cet-%C3%BC'],
  ['a token', 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.x'],
  ['an API key', '/orders?key=abc'],
  ['a guest', 'the order of Sørensen'],
  ['a guest in another script', '王'],
  ['an e-mail address', 'lotte.jansen@example.com'],
  ['a telephone number', '+31612345678'],
  ['an order', '104182937740261'],
] as const) {
  test(`the search for it finds ${what}`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gatehouse-log-'))
    const line = { time: '2026-11-21T10:00:00.000Z', level: 'info', event: 'api.request' }
    await appendFile(join(folder, 'main.log'), `${JSON.stringify(line)}\n`)
    expect(await leaksBelow(folder)).toEqual([])
    await appendFile(join(folder, 'main.log'), `${leak}\n`)
    expect(await leaksBelow(folder)).not.toEqual([])
    await rm(folder, { recursive: true })
  })
}
