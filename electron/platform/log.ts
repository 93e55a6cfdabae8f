import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Redactor } from './redact'

/** What may stand beside an event: codes, ids of operations and profiles, counts. Never what a person typed. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>

/** The log file of this installation. Writing never throws. */
export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
  /** The newest lines, oldest first. */
  tail(lines: number): string[]
}

export interface LogOptions {
  readonly folder: string
  readonly redactor: Redactor
  /** Size at which a file is put away, in bytes. */
  readonly maxBytes?: number
  /** Files kept beside the current one. */
  readonly keep?: number
  readonly now?: () => Date
}

/**
 * Opens `main.log` in `folder`; one JSON object per line. Lines are written at once, so that a crash loses none.
 * Own code, not a logging library: those we know open a channel to the renderer for its lines, and here what may be
 * written is a closed shape (docs/decisions/0008).
 */
export function openLog({
  folder,
  redactor,
  maxBytes = 1_000_000,
  keep = 3,
  now = () => new Date(),
}: LogOptions): Log {
  const file = (n: number) => join(folder, n === 0 ? 'main.log' : `main.${n}.log`)
  let size: number | undefined

  function write(level: string, event: string, fields: LogFields = {}): void {
    const line = `${redactor.redact(JSON.stringify({ level, event, ...fields }))}\n`
    const stamped = `{"time":"${now().toISOString()}",${line.slice(1)}`
    try {
      size ??= open()
      if (size + Buffer.byteLength(stamped) > maxBytes) rotate()
      appendFileSync(file(0), stamped, { mode: 0o600 })
      size += Buffer.byteLength(stamped)
    } catch {
      // A full or missing disk must not stop the work that is being logged.
    }
  }

  function open(): number {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return sizeOf(file(0))
  }

  function rotate(): void {
    for (let n = keep - 1; n >= 0; n--) {
      if (sizeOf(file(n)) > 0) renameSync(file(n), file(n + 1))
    }
    size = 0
  }

  return {
    info: (event, fields) => write('info', event, fields),
    warn: (event, fields) => write('warn', event, fields),
    error: (event, fields) => write('error', event, fields),
    tail: (lines) => [...linesOf(file(1)), ...linesOf(file(0))].slice(-lines),
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
  } catch {
    return []
  }
}

/**
 * What may be logged of a thrown value: its kind, its code and where, without its message, which may quote what a
 * person typed or a server sent.
 */
export function describeThrown(thrown: unknown): LogFields {
  if (!(thrown instanceof Error)) return { thrown: typeof thrown }
  const { code } = thrown as { code?: unknown }
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    thrown: thrown.name,
    code: typeof code === 'string' ? code : undefined,
    at:
      frames
        .slice(0, 4)
        .map((line) => line.trim())
        .join(' < ') || undefined,
  }
}
