import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Store from 'electron-store'
import type { z } from 'zod'

/** One small JSON file, always valid in memory. */
export interface JsonDocument<T> {
  read(): T
  /** Writes the whole document, atomically. @throws when the disk refuses */
  write(next: T): void
  /** Name that an unusable file was put aside under, when that happened on opening. */
  readonly setAside: string | undefined
}

/** What a document is: its schema and how older ones become it. */
export interface DocumentSpec<T> {
  /** File name without `.json`. */
  readonly name: string
  readonly schema: z.ZodType<T>
  readonly initial: () => T
  /** Step n turns version n + 1 into n + 2; the current version is one more than there are steps. */
  readonly migrations?: readonly ((older: unknown) => unknown)[]
}

/**
 * Opens `<folder>/<name>.json`. A file that is not JSON, of a newer version or of another shape is renamed (never
 * deleted, never overwritten) and the initial document takes its place: starting must not fail over it.
 */
export function openJsonDocument<T extends object>(folder: string, spec: DocumentSpec<T>): JsonDocument<T> {
  const file = join(folder, `${spec.name}.json`)
  const found = load(file, spec)
  const setAside = found === 'unusable' ? putAside(folder, spec.name) : undefined
  const isNew = found === 'absent' || found === 'unusable'
  let current = isNew ? spec.initial() : found
  let store: Store<Record<string, unknown>> | undefined
  const version = (spec.migrations?.length ?? 0) + 1
  function write(next: T): void {
    store ??= new Store({ cwd: folder, name: spec.name, clearInvalidConfig: false, configFileMode: 0o600 })
    store.store = { version, ...next }
    current = next
  }
  if (isNew) writeFirst(() => write(current))
  return { setAside, read: () => current, write }
}

/** What is random in an initial document must be the same on the next start. */
function writeFirst(write: () => void): void {
  try {
    write()
  } catch {
    // A disk that refuses is reported by the first change that a person makes.
  }
}

function load<T>(file: string, spec: DocumentSpec<T>): T | 'absent' | 'unusable' {
  if (!existsSync(file)) return 'absent'
  try {
    const parsed = spec.schema.safeParse(migrate(JSON.parse(readFileSync(file, 'utf8')), spec))
    return parsed.success ? parsed.data : 'unusable'
  } catch {
    return 'unusable'
  }
}

function migrate<T>(document: { version?: unknown }, { migrations = [] }: DocumentSpec<T>): unknown {
  const version = document.version
  if (typeof version !== 'number' || version < 1 || version > migrations.length + 1) return undefined
  return migrations.slice(version - 1).reduce<unknown>((older, step) => step(older), document)
}

/** Answers the new name; the old one when the system does not let us rename, and then writing fails too. */
function putAside(folder: string, name: string): string {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-')
  const aside = `${name}.unusable-${stamp}.json`
  try {
    renameSync(join(folder, `${name}.json`), join(folder, aside))
    return aside
  } catch {
    return `${name}.json`
  }
}
