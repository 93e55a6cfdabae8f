import { endOfString, endOfValue, skipSpace } from './scan'

/** Names and positions from the root, as in `['data', 'order', 'order_contacts', 0, 'contact_email']`. */
export type JsonPath = readonly (string | number)[]

/** One member of an object or element of an array, by its place in the text. */
interface Entry {
  /** Name in an object, position in an array. */
  readonly key: string | number
  /** Begin of the name, or of the value in an array. */
  readonly start: number
  readonly valueStart: number
  readonly end: number
}

/** A path that leads nowhere, or text that is not JSON. */
export class JsonEditError extends Error {
  override readonly name = 'JsonEditError'
}

/** The text of the value at a path as it stands; `undefined` when there is none, or the text is not JSON. */
export function readRaw(text: string, path: JsonPath): string | undefined {
  if (!isJson(text)) return undefined
  const place = find(text, path)
  return place && text.slice(place.valueStart, place.end)
}

/**
 * The texts of the elements of the array at a path of names, or the text of what stands there if it is no array. The text
 * is taken to be JSON, and goes by once: a page has megabytes. Of a name that stands twice the first one counts here.
 */
export function readEach(text: string, path: readonly string[]): string[] {
  let start: number | undefined = skipSpace(text, 0)
  for (const name of path) {
    if (start === undefined) return []
    start = firstNamed(text, start, name)
  }
  if (start === undefined) return []
  if (text[start] !== '[') return [text.slice(start, endOfValue(text, start))]
  return entriesOf(text, start).map(({ valueStart, end }) => text.slice(valueStart, end))
}

/** Begin of the value of a name in the object at `start`; what stands behind it is not looked at. */
function firstNamed(text: string, start: number, name: string): number | undefined {
  if (text[start] !== '{') return undefined
  let at = skipSpace(text, start + 1)
  while (text[at] === '"') {
    const nameEnd = endOfString(text, at)
    const valueStart = skipSpace(text, skipSpace(text, nameEnd) + 1)
    if (JSON.parse(text.slice(at, nameEnd)) === name) return valueStart
    at = skipSpace(text, endOfValue(text, valueStart))
    if (text[at] === ',') at = skipSpace(text, at + 1)
  }
  return undefined
}

/**
 * Puts `raw` at a path and leaves every other character as it was. A name that is missing is added as the last one
 * of its object, a position right behind an array's last element is added.
 * @param raw JSON text
 * @throws JsonEditError when the object or array around the path is missing
 */
export function writeRaw(text: string, path: JsonPath, raw: string): string {
  assertJson(text)
  assertJson(raw)
  const place = find(text, path)
  if (place) return text.slice(0, place.valueStart) + raw + text.slice(place.end)
  const key = path.at(-1)
  const parent = key === undefined ? undefined : find(text, path.slice(0, -1))
  if (key === undefined || !parent) throw nowhere(path)
  const isObject = text[parent.valueStart] === '{'
  const entries = entriesOf(text, parent.valueStart)
  if (isObject !== (typeof key === 'string') || (!isObject && key !== entries.length)) throw nowhere(path)
  const added = isObject ? `${JSON.stringify(key)}:${raw}` : raw
  const last = entries.at(-1)
  const at = last ? last.end : parent.valueStart + 1
  return text.slice(0, at) + (last ? ',' : '') + added + text.slice(at)
}

/** Removes what is at a path; every other member stays as it stands. Removing what is not there changes nothing. */
export function removeRaw(text: string, path: JsonPath): string {
  assertJson(text)
  const key = path.at(-1)
  const parent = find(text, path.slice(0, -1))
  if (key === undefined || !parent) return text
  const entries = entriesOf(text, parent.valueStart)
  const gone = entries.filter((entry) => entry.key === key)
  if (gone.length === 0) return text
  const kept = entries.filter((entry) => entry.key !== key)
  const [open, close] = [text[parent.valueStart], text[parent.end - 1]]
  const body = kept.map((entry) => text.slice(entry.start, entry.end)).join(',')
  return `${text.slice(0, parent.valueStart)}${open}${body}${close}${text.slice(parent.end)}`
}

/** Names from the root; `*` stands for every element of an array. */
export type RawPattern = readonly string[]

/** Removes everything that a pattern leads to, in one go; what stays stands as it stood. */
export function removeEachRaw(text: string, patterns: readonly RawPattern[]): string {
  assertJson(text)
  return strip(text, skipSpace(text, 0), patterns)
}

function strip(text: string, start: number, patterns: readonly RawPattern[]): string {
  const end = endOfValue(text, start)
  let changed = false
  const kept = entriesOf(text, start).flatMap(({ key, start: from, valueStart, end: to }) => {
    const inside = patterns
      .filter(([name]) => (typeof key === 'number' ? name === '*' : name === key))
      .map(([, ...rest]) => rest)
    const gone = inside.some(({ length }) => length === 0)
    const value = inside.length === 0 || gone ? undefined : strip(text, valueStart, inside)
    if (gone || (value !== undefined && value !== text.slice(valueStart, to))) changed = true
    if (gone) return []
    return value === undefined ? text.slice(from, to) : text.slice(from, valueStart) + value
  })
  return changed ? `${text[start]}${kept.join(',')}${text[end - 1]}` : text.slice(start, end)
}

/**
 * The object at a path with only these names, each member as it stands, in the order of the source.
 * @throws JsonEditError when there is no object
 */
export function pickRaw(text: string, path: JsonPath, names: readonly string[]): string {
  assertJson(text)
  const place = find(text, path)
  if (!place || text[place.valueStart] !== '{') throw nowhere(path)
  const wanted = new Set<string | number>(names)
  const members = entriesOf(text, place.valueStart).filter(({ key }) => wanted.has(key))
  return `{${members.map(({ start, end }) => text.slice(start, end)).join(',')}}`
}

/** Of a name that stands twice the last one counts, as it does for `JSON.parse`. */
function find(text: string, path: JsonPath): Entry | undefined {
  const start = skipSpace(text, 0)
  let place: Entry = { key: '', start, valueStart: start, end: endOfValue(text, start) }
  for (const key of path) {
    const next = entriesOf(text, place.valueStart).findLast((entry) => entry.key === key)
    if (!next) return undefined
    place = next
  }
  return place
}

/** Members of the object or elements of the array at `start`; none of anything else. */
function entriesOf(text: string, start: number): Entry[] {
  const isObject = text[start] === '{'
  if (!isObject && text[start] !== '[') return []
  const entries: Entry[] = []
  let at = skipSpace(text, start + 1)
  while (at < text.length && text[at] !== '}' && text[at] !== ']') {
    const nameEnd = isObject ? endOfString(text, at) : at
    const key = isObject ? (JSON.parse(text.slice(at, nameEnd)) as string) : entries.length
    const valueStart = isObject ? skipSpace(text, skipSpace(text, nameEnd) + 1) : at
    const end = endOfValue(text, valueStart)
    entries.push({ key, start: at, valueStart, end })
    at = skipSpace(text, end)
    if (text[at] === ',') at = skipSpace(text, at + 1)
  }
  return entries
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function assertJson(text: string): void {
  if (!isJson(text)) throw new JsonEditError('not JSON')
}

const nowhere = (path: JsonPath) => new JsonEditError(`nothing to edit at ${path.join('.') || '(root)'}`)
