import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { type CsvRow, writeCsv } from '../../../../electron/platform/csv'
import { written } from '../../../../electron/platform/write-file'
import { temporaryFolder } from '../../../support/temporary-folder'

let folder = ''
let path = ''
beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder, 'operations.csv')
})

const bom = '\uFEFF'
const write = async (...rows: CsvRow[]) => {
  await writeCsv(path, { header: ['a', 'b'], rows })
  return readFileSync(path, 'utf8')
}

describe('a CSV file', () => {
  test('has a byte order mark, a header, and lines that end as RFC 4180 says', async () => {
    expect(await write(['1', 'Zoë'], [2, undefined])).toBe(`${bom}a,b\r\n1,Zoë\r\n2,\r\n`)
  })

  test('without rows is its header', async () => {
    expect(await write()).toBe(`${bom}a,b\r\n`)
  })

  test('quotes what holds a comma, a quote or the end of a line', async () => {
    const text = await write(['one, two', 'the "best"'], ['first\nsecond', 'first\r\nsecond'])
    expect(text).toBe(`${bom}a,b\r\n"one, two","the ""best"""\r\n"first\nsecond","first\r\nsecond"\r\n`)
  })

  test.each([
    ['=1+1', `'=1+1`],
    ['+31 6 1234', `'+31 6 1234`],
    ['-2+3', `'-2+3`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\t=1', `'\t=1`],
    ['\r=1', `"'\r=1"`],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  ])('makes no formula of %j', async (cell, expected) => {
    expect(await write([cell, ''])).toBe(`${bom}a,b\r\n${expected},\r\n`)
  })

  test('leaves a negative amount a number, at its scale', async () => {
    expect(await write(['-20.50', '-3'])).toBe(`${bom}a,b\r\n-20.50,-3\r\n`)
  })

  test('takes many rows, in their order', async () => {
    async function* rows() {
      for (let n = 0; n < 20_000; n++) yield [n, 'x']
    }
    await writeCsv(path, { header: ['n', 'x'], rows: rows() })
    const lines = readFileSync(path, 'utf8').trimEnd().split('\r\n').slice(1)
    expect(lines).toEqual(Array.from({ length: 20_000 }, (_, n) => `${n},x`))
  })
})

describe('a CSV file that is not finished', () => {
  test('because it was stopped leaves the file that was there, and nothing beside it', async () => {
    writeFileSync(path, 'before')
    const stop = new AbortController()
    async function* rows() {
      for (let n = 0; ; n++) {
        if (n === 1000) stop.abort()
        yield [n, 'x']
      }
    }
    const stopped = writeCsv(path, { header: ['n', 'x'], rows: rows(), signal: stop.signal })
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' })
    expect(readFileSync(path, 'utf8')).toBe('before')
    expect(readdirSync(folder)).toEqual(['operations.csv'])
  })

  test('because reading failed leaves the file that was there, and nothing beside it', async () => {
    writeFileSync(path, 'before')
    async function* rows() {
      yield ['1', '2']
      throw new Error('the journal cannot be read')
    }
    await expect(writeCsv(path, { header: ['a', 'b'], rows: rows() })).rejects.toThrow('cannot be read')
    expect(readFileSync(path, 'utf8')).toBe('before')
    expect(readdirSync(folder)).toEqual(['operations.csv'])
  })

  test('because there is no such place says so by the code of the system, without the path', async () => {
    const nowhere = join(folder, 'Amara', 'operations.csv')
    const result = await written(() => writeCsv(nowhere, { header: ['a'], rows: [['1']] }))
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'FILE_NOT_WRITTEN', params: { code: 'ENOENT' } },
    })
    expect(JSON.stringify(result)).not.toContain('Amara')
  })
})
