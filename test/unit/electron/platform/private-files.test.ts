import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPrivateFiles, safeFileName } from '../../../../electron/platform/private-files'

let parent = ''
const folder = () => join(parent, 'vouchers')
const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)
const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'gatehouse-private-'))
})
afterEach(() => rm(parent, { recursive: true, force: true }))

describe('private files', () => {
  it('can be read by this person alone, in a folder of their own', async () => {
    const files = createPrivateFiles(folder())
    const path = await files.write('voucher.pdf', Buffer.from('%PDF-1.7'))
    expect(await readFile(path, 'utf8')).toBe('%PDF-1.7')
    expect(await Promise.all([folder(), dirname(path), path].map(mode))).toEqual(['700', '700', '600'])
  })

  it('keep two files of the same name apart', async () => {
    const files = createPrivateFiles(folder())
    const [one, two] = await Promise.all(['1', '2'].map((text) => files.write('v.pdf', Buffer.from(text))))
    expect(one).not.toBe(two)
    expect([await readFile(one ?? '', 'utf8'), await readFile(two ?? '', 'utf8')]).toEqual(['1', '2'])
  })

  it('are gone after the end, and what lies beside their folder is not', async () => {
    const beside = join(parent, 'settings.json')
    await writeFile(beside, '{}')
    const files = createPrivateFiles(folder())
    await files.write('voucher.pdf', Buffer.from('x'))
    expect(files.clear()).toEqual({ removed: 1, left: 0 })
    expect([await exists(folder()), await exists(beside)]).toEqual([false, true])
    expect(files.clear()).toEqual({ removed: 0, left: 0 })
  })

  it('that another program holds are told as left, and the others go all the same', async () => {
    let held = ''
    const files = createPrivateFiles(folder(), (path) => {
      if (path === held) throw new Error('EBUSY')
      rmSync(path, { recursive: true, force: true })
    })
    const [first, second, third] = [
      await files.write('a.pdf', Buffer.from('1')),
      await files.write('b.pdf', Buffer.from('2')),
      await files.write('c.pdf', Buffer.from('3')),
    ]
    held = dirname(second)
    expect(files.clear()).toEqual({ removed: 2, left: 1 })
    expect(await Promise.all([first, second, third].map(exists))).toEqual([false, true, false])
    held = ''
    expect(files.clear()).toEqual({ removed: 1, left: 0 })
    expect(await exists(second)).toBe(false)
  })

  it('are gone after a while, each in its own time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    try {
      const files = createPrivateFiles(folder())
      const first = await files.write('voucher.pdf', Buffer.from('1'))
      vi.advanceTimersByTime(10 * 60_000)
      const second = await files.write('voucher.pdf', Buffer.from('2'))
      vi.advanceTimersByTime(5 * 60_000)
      await expect.poll(() => exists(first)).toBe(false)
      expect(await exists(second)).toBe(true)
    } finally {
      vi.useRealTimers()
    }
  })

  it('of a run that ended badly are gone on the next start', async () => {
    await mkdir(join(folder(), 'left'), { recursive: true })
    await writeFile(join(folder(), 'left', 'voucher.pdf'), 'x')
    createPrivateFiles(folder())
    expect(await exists(folder())).toBe(false)
  })
})

describe('a file name from outside', () => {
  it.each([
    ['voucher-PRI8841203977.pdf', 'voucher-PRI8841203977.pdf'],
    ['../../etc/passwd', 'etc_passwd'],
    ['a:b*c?"<>|.pdf', 'a_b_c_.pdf'],
    ['.hidden', 'hidden'],
    ['\u202efdp.exe', 'fdp.exe'],
    ['', 'file'],
    ['///', 'file'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe)
    expect(basename(safeFileName(name))).toBe(safe)
  })

  it('keeps its extension when it is cut', () => {
    const safe = safeFileName(`${'x'.repeat(300)}.pdf`)
    expect([safe.length, safe.endsWith('.pdf')]).toEqual([100, true])
  })
})
