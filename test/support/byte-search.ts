import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Files below a folder, whatever they are. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Files below a folder that hold any of these values as bytes, see {@link holding}; with the value found. */
export async function filesHolding(folder: string, values: readonly string[]): Promise<string[]> {
  const sought = values.map((value) => ({ value, isIn: holding(value) }))
  const found: string[] = []
  for (const file of await filesBelow(folder)) {
    const bytes = await readFile(file)
    for (const { value, isIn } of sought) if (isIn(bytes)) found.push(`${file}: ${value}`)
  }
  return found
}

/** Fewer characters stand anywhere once case does not count: they are looked for as they are. */
const fewestInAnyCase = 6

/** Whether bytes hold a value: in any case, without its accents, in UTF-8 or UTF-16, or in a form that it travels in. */
export function holding(value: string): (bytes: Buffer) => boolean {
  if (value.length < fewestInAnyCase) {
    const asItIs = formsOf(value)
    return (bytes) => asItIs.some((form) => bytes.includes(form))
  }
  const forms = [...new Set(spellings(value).flatMap((text) => formsOf(text).map(lowered)))]
  const exact = base64Of(value)
  return (bytes) => {
    const text = lowered(bytes)
    return forms.some((form) => text.includes(form)) || exact.some((form) => bytes.includes(form))
  }
}

/** Of a file once, however many values are looked for in it. */
const known = new WeakMap<Buffer, string>()

/** Bytes one by one as characters, letters of ASCII in lower case: other letters have more than one byte, and stay. */
function lowered(bytes: Buffer): string {
  const text =
    known.get(bytes) ?? bytes.toString('latin1').replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  known.set(bytes, text)
  return text
}

const spellings = (value: string): string[] => {
  const plain = value.normalize('NFKD').replace(/\p{M}/gu, '')
  return [value, value.normalize('NFD'), plain].flatMap((text) => [
    text,
    text.toLowerCase(),
    text.toUpperCase(),
  ])
}

const formsOf = (text: string): Buffer[] => [
  Buffer.from(text),
  Buffer.from(text, 'utf16le'),
  Buffer.from(text, 'latin1'),
  Buffer.from(encodeURIComponent(text)),
  Buffer.from(JSON.stringify(text).slice(1, -1)),
]

/** What base64 of a longer text has of a value, wherever in it the value begins. */
const base64Of = (value: string): string[] =>
  [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), Buffer.from(value)]).toString('base64')
    // The first and last characters are made of what stands around it, too.
    return text.replace(/=+$/, '').slice(offset === 0 ? 0 : offset + 1, -1)
  })
