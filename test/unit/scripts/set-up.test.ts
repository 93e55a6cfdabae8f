import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sumOf } from '../../../scripts/lib/build.mjs'
import {
  installedOfficial,
  officialAnswers,
  unreachableMemory,
} from '../../../scripts/lib/official-runtime.mjs'
import { cacheFolder } from '../../../scripts/lib/paths.mjs'
import { verifyIntegrity } from '../../../scripts/lib/stand-in/make.mjs'
import { missingPackages } from '../../../scripts/lib/system-packages.mjs'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-unit-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('system packages', () => {
  const wanted = [['libgtk-3-0', 'libgtk-3-0t64'], ['xvfb'], ['libdrm2']]

  test('what dpkg does not know or has only half removed is missing, by the name to give to apt', () => {
    const listing = [
      "dpkg-query: package 'libgtk-3-0' is not installed and no information is available",
      'Package: xvfb\nStatus: deinstall ok config-files\nPriority: optional',
      'Package: libdrm2\nStatus: install ok installed\nPriority: optional',
    ].join('\n\n')
    expect(missingPackages(wanted, listing)).toEqual(['libgtk-3-0', 'xvfb'])
  })

  test('a package that a newer release renamed counts under its new name', () => {
    const names = ['libgtk-3-0t64', 'xvfb', 'libdrm2']
    const listing = names.map((name) => `Package: ${name}\nStatus: install ok installed`).join('\n\n')
    expect(missingPackages(wanted, listing)).toEqual([])
  })
})

describe('what a build was made from', () => {
  const sum = () => sumOf(folder, ['electron', 'package.json'])

  test('is the same for the same files and differs for any change in content, name or place', async () => {
    await mkdir(join(folder, 'electron/api'), { recursive: true })
    await writeFile(join(folder, 'electron/api/a.ts'), 'one')
    await writeFile(join(folder, 'package.json'), '{}')
    const first = sum()
    expect(sum()).toBe(first)

    await writeFile(join(folder, 'electron/api/a.ts'), 'two')
    const edited = sum()
    await writeFile(join(folder, 'electron/b.ts'), '')
    const added = sum()
    await rm(join(folder, 'package.json'))
    const removed = sum()
    expect(new Set([first, edited, added, removed]).size).toBe(4)
  })
})

describe('the stand-in', () => {
  const emptyFile =
    'sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg=='

  test('is taken when its sha512 is the recorded one', async () => {
    await writeFile(join(folder, 'a.tgz'), '')
    await expect(verifyIntegrity(join(folder, 'a.tgz'), emptyFile)).resolves.toBeUndefined()
  })

  test('is refused when a single byte differs', async () => {
    await writeFile(join(folder, 'a.tgz'), ' ')
    await expect(verifyIntegrity(join(folder, 'a.tgz'), emptyFile)).rejects.toThrow(
      /a\.tgz is not what was recorded/,
    )
  })
})

describe('the official runtime', () => {
  const version = '45.4.1'
  const probe = async (listener: RequestListener, timeoutMs?: number) => {
    const server = createServer(listener)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    try {
      const env = { ELECTRON_MIRROR: `http://127.0.0.1:${port}/` }
      return await officialAnswers(version, timeoutMs ? { env, timeoutMs } : { env })
    } finally {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    }
  }

  test('is asked for by version and system at the mirror set for it', async () => {
    const asked: (string | undefined)[] = []
    const answers = await probe((request, response) => {
      asked.push(`${request.method} ${request.url}`)
      response.end()
    })
    expect(answers).toBe(true)
    expect(asked).toEqual([`HEAD /v45.4.1/electron-v45.4.1-${process.platform}-${process.arch}.zip`])
  })

  test('is out of reach when the server refuses', async () => {
    expect(await probe((_request, response) => response.writeHead(403).end())).toBe(false)
  })

  test('is out of reach when nothing answers in time', async () => {
    expect(await probe(() => {}, 50)).toBe(false)
  })

  test('that was out of reach is not asked for again for a day, nor for another version', () => {
    let now = 1_000_000
    const memory = unreachableMemory(folder, version, () => now)
    expect(memory.isFresh()).toBe(false)
    memory.note()
    now += 23 * 3_600_000
    expect(memory.isFresh()).toBe(true)
    expect(unreachableMemory(folder, '46.0.0', () => now).isFresh()).toBe(false)
    now += 3_600_000
    expect(memory.isFresh()).toBe(false)
  })

  test('a memory that cannot be read is no memory, and none is left half written', async () => {
    const memory = unreachableMemory(folder, version)
    memory.note()
    const [file = '', ...others] = await readdir(folder)
    expect(others).toEqual([])
    await writeFile(join(folder, file), '{"version":')
    expect(memory.isFresh()).toBe(false)
  })

  test('counts as installed only when its download is complete', async () => {
    await writeFile(join(folder, 'package.json'), JSON.stringify({ version }))
    expect(installedOfficial(folder)).toBeUndefined()
    await mkdir(join(folder, 'dist'))
    await writeFile(join(folder, 'dist/version'), version)
    expect(installedOfficial(folder)).toBeUndefined()
    await writeFile(join(folder, 'path.txt'), 'electron')
    expect(installedOfficial(folder)).toEqual({
      version,
      dist: join(folder, 'dist'),
      executable: join(folder, 'dist/electron'),
    })
  })
})

describe('the cache', () => {
  test('honours XDG_CACHE_HOME on Linux', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/data/cache' }, 'linux')).toBe(join('/data/cache', 'gatehouse'))
  })

  test('is outside the checkout on every system', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      expect(cacheFolder({}, platform).startsWith(`${process.cwd()}/`)).toBe(false)
  })
})
