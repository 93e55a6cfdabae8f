import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openPromise } from 'yauzl'

/**
 * Unpacks a zip with the file modes it records. Names that would leave the folder are refused by the library.
 * @param {string} zip
 * @param {string} folder
 * @param {(name: string) => boolean} wants by name inside the zip
 */
export async function unzip(zip, folder, wants) {
  const archive = await openPromise(zip)
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName.endsWith('/') || !wants(entry.fileName)) continue
    const file = path.join(folder, entry.fileName)
    await mkdir(path.dirname(file), { recursive: true })
    const mode = (entry.externalFileAttributes >>> 16) & 0o777
    await pipeline(
      await archive.openReadStreamPromise(entry),
      createWriteStream(file, { mode: mode || 0o644 }),
    )
  }
}
