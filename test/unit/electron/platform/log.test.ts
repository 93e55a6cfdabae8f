import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { describeThrown, openLog } from '../../../../electron/platform/log'
import { createRedactor } from '../../../../electron/platform/redact'

let folder = ''
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'gatehouse-log-')), 'logs')
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true }))

const now = () => new Date('2026-11-21T10:00:00.000Z')

describe('the log file', () => {
  test('has one JSON object per line, readable by its owner alone', () => {
    const log = openLog({ folder, redactor: createRedactor(), now })
    log.info('app.started', { version: '0.1.0' })
    log.error('operation.threw', { operation: 'orders.listOrders', code: undefined })
    expect(readFileSync(join(folder, 'main.log'), 'utf8')).toBe(
      '{"time":"2026-11-21T10:00:00.000Z","level":"info","event":"app.started","version":"0.1.0"}\n' +
        '{"time":"2026-11-21T10:00:00.000Z","level":"error","event":"operation.threw","operation":"orders.listOrders"}\n',
    )
    if (process.platform !== 'win32') expect(statSync(join(folder, 'main.log')).mode & 0o077).toBe(0)
  })

  test('holds neither secrets nor personal data, wherever they slip in', () => {
    const redactor = createRedactor()
    redactor.remember('hunter2-hunter2')
    const log = openLog({ folder, redactor, now })
    log.info('a', { url: 'https://host/orders?key=Zx81', note: 'hunter2-hunter2', who: 'amara@example.com' })
    const text = readFileSync(join(folder, 'main.log'), 'utf8')
    expect(text).not.toMatch(/Zx81|hunter2|amara/)
    expect(JSON.parse(text)).toMatchObject({ note: '[secret]', who: '[e-mail]' })
  })

  test('is put away at its size, and only so many are kept', () => {
    const log = openLog({ folder, redactor: createRedactor(), maxBytes: 300, keep: 2, now })
    for (let n = 0; n < 40; n++) log.info('line', { n })
    expect(readdirSync(folder).sort()).toEqual(['main.1.log', 'main.2.log', 'main.log'])
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(300)
    expect(log.tail(3).map((line) => JSON.parse(line).n)).toEqual([37, 38, 39])
  })

  test('goes on after a restart', () => {
    openLog({ folder, redactor: createRedactor(), now }).info('first')
    const log = openLog({ folder, redactor: createRedactor(), now })
    log.info('second')
    expect(log.tail(10).map((line) => JSON.parse(line).event)).toEqual(['first', 'second'])
  })

  test('that cannot be written stops nothing', () => {
    writeFileSync(join(folder, '..', 'wall'), '')
    const log = openLog({ folder: join(folder, '..', 'wall', 'logs'), redactor: createRedactor(), now })
    expect(() => log.info('line')).not.toThrow()
    expect(log.tail(1)).toEqual([])
  })
})

test('what was thrown is logged by kind, code and place, without its words', () => {
  const thrown = Object.assign(new TypeError('amara@example.com is not a function'), { code: 'EPIPE' })
  const fields = describeThrown(thrown)
  expect(fields).toMatchObject({ thrown: 'TypeError', code: 'EPIPE' })
  expect(String(fields.at)).toContain('log.test.ts')
  expect(JSON.stringify(fields)).not.toContain('amara')
  expect(describeThrown('amara')).toEqual({ thrown: 'string' })
})
