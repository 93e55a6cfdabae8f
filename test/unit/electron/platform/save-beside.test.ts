import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { link, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FileCalls, saveBeside } from '../../../../electron/platform/save-beside'

let folder: string
const bytes = Buffer.from('%PDF-1.4 the voucher')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-beside-'))
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true, force: true })
})
const save = (content: Uint8Array = bytes, mark = 'a', calls: Partial<FileCalls> = {}) =>
  saveBeside({ folder, name: 'voucher-1.pdf', bytes: content, mark }, { open, link, ...calls })
const saveWith = (calls: Partial<FileCalls>) => save(bytes, 'a', calls)
const there = () => readdirSync(folder).sort()
const content = (name: string) => readFileSync(join(folder, name), 'utf8')
const failure = (code: string) => Object.assign(new Error(code), { code })

describe('a file that is saved beside others', () => {
  test('has its name and all of its bytes, and nothing else is left', async () => {
    expect(await save()).toEqual({ ok: true, value: 'voucher-1.pdf' })
    expect(there()).toEqual(['voucher-1.pdf'])
    expect(content('voucher-1.pdf')).toBe(bytes.toString())
  })

  test('gets a number where its name is taken; what is there is not touched', async () => {
    writeFileSync(join(folder, 'voucher-1.pdf'), 'mine')
    writeFileSync(join(folder, 'voucher-1 (2).pdf'), 'mine too')
    expect(await save()).toEqual({ ok: true, value: 'voucher-1 (3).pdf' })
    expect(content('voucher-1.pdf')).toBe('mine')
    expect(content('voucher-1 (2).pdf')).toBe('mine too')
  })

  test('counts as saved where the very same bytes are there already, so that doing it again adds nothing', async () => {
    await save()
    expect(await save()).toEqual({ ok: true, value: 'voucher-1.pdf' })
    expect(there()).toEqual(['voucher-1.pdf'])
  })

  test('has a name of its own when two are saved at once', async () => {
    const saved = await Promise.all([
      save(Buffer.from('one'), 'a'),
      save(Buffer.from('two'), 'b'),
      save(Buffer.from('three'), 'c'),
    ])
    expect(new Set(saved.map((each) => (each.ok ? each.value : ''))).size).toBe(3)
    expect(new Set(there().map(content))).toEqual(new Set(['one', 'two', 'three']))
  })

  test('takes the place of what a kill left unfinished', async () => {
    writeFileSync(join(folder, 'voucher-1.pdf.a.part'), 'half')
    expect(await save()).toEqual({ ok: true, value: 'voucher-1.pdf' })
    expect(there()).toEqual(['voucher-1.pdf'])
  })

  test('is not written into once it has its name, also where a kill left the unfinished name beside it', async () => {
    await save(Buffer.from('first'))
    await link(join(folder, 'voucher-1.pdf'), join(folder, 'voucher-1.pdf.a.part'))
    expect(await save(Buffer.from('second'))).toEqual({ ok: true, value: 'voucher-1 (2).pdf' })
    expect(content('voucher-1.pdf')).toBe('first')
    expect(there()).toHaveLength(2)
  })

  test('is saved where the file system knows no links, and still replaces nothing', async () => {
    const noLinks = { link: () => Promise.reject(failure('ENOTSUP')) }
    writeFileSync(join(folder, 'voucher-1.pdf'), 'mine')
    expect(await saveWith(noLinks)).toEqual({ ok: true, value: 'voucher-1 (2).pdf' })
    expect(content('voucher-1.pdf')).toBe('mine')
    expect(content('voucher-1 (2).pdf')).toBe(bytes.toString())
    expect(there()).toHaveLength(2)
  })
})

describe('a folder that takes no file says why, and nothing half-written is left', () => {
  test('when it is gone', async () => {
    rmSync(folder, { recursive: true })
    expect(await save()).toMatchObject({ ok: false, error: { code: 'FOLDER_GONE', changed: 'no' } })
    mkdirSync(folder)
    expect(there()).toEqual([])
  })

  test('when the disk is full', async () => {
    const openFull: typeof open = async (...given) => {
      const file = await open(...given)
      file.writeFile = async () => {
        await file.write('%PDF-1.4 th')
        throw failure('ENOSPC')
      }
      return file
    }
    expect(await saveWith({ open: openFull })).toMatchObject({
      ok: false,
      error: { code: 'DISK_FULL', params: { code: 'ENOSPC' } },
    })
    expect(there()).toEqual([])
  })

  test('when nothing may be written there', async () => {
    expect(await saveWith({ open: () => Promise.reject(failure('EACCES')) })).toMatchObject({
      ok: false,
      error: { code: 'NOT_WRITABLE', params: { code: 'EACCES' } },
    })
    expect(there()).toEqual([])
  })

  test('without its path, which may name a person', async () => {
    rmSync(folder, { recursive: true })
    expect(JSON.stringify(await save())).not.toContain(folder)
    mkdirSync(folder)
  })
})
