import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Files below a folder that hold any of these values as bytes: as they are, in the forms they travel in, or in UTF-16.
 */
export async function filesHolding(folder: string, values: readonly string[]): Promise<string[]> {
  const needles = values.flatMap((value) => [
    Buffer.from(value),
    Buffer.from(value, 'utf16le'),
    Buffer.from(encodeURIComponent(value)),
    Buffer.from(JSON.stringify(value).slice(1, -1)),
    Buffer.from(Buffer.from(value).toString('base64').replace(/=+$/, '')),
  ])
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const found: string[] = []
  for (const file of files) {
    const bytes = await readFile(file)
    if (needles.some((needle) => bytes.includes(needle))) found.push(file)
  }
  return found
}
