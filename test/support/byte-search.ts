import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Files below a folder, whatever they are. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/**
 * Files below a folder that hold any of these values as bytes: as they are, in the forms they travel in, or in UTF-16;
 * with the value found.
 */
export async function filesHolding(folder: string, values: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const file of await filesBelow(folder)) {
    const bytes = await readFile(file)
    for (const value of values)
      if (formsOf(value).some((form) => bytes.includes(form))) found.push(`${file}: ${value}`)
  }
  return found
}

const formsOf = (value: string): readonly Buffer[] => [
  Buffer.from(value),
  Buffer.from(value, 'utf16le'),
  Buffer.from(encodeURIComponent(value)),
  Buffer.from(JSON.stringify(value).slice(1, -1)),
  Buffer.from(Buffer.from(value).toString('base64').replace(/=+$/, '')),
]
