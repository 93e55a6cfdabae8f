import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** One call that reached the server. */
export interface Arrival {
  readonly id: string
  readonly at: string
  readonly method: string
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  /** Kinds of the faults that hit it. */
  faults: string[]
  /** Undefined until it was answered; 0 when the connection was cut instead. */
  status?: number
  /** What it changed; undefined when nothing. */
  committed?: { readonly reference: string; readonly version: number }
}

/**
 * Every arrival, in order. Written to disk line by line, so that it outlives a kill of the whole app: a
 * test then still knows what reached the server.
 */
export class Ledger {
  readonly #file: string | undefined
  #arrivals: Arrival[] = []
  readonly #byId = new Map<string, Arrival>()

  constructor(file: string | undefined) {
    this.#file = file
    if (file === undefined) return
    mkdirSync(dirname(file), { recursive: true })
    if (!existsSync(file)) return
    for (const line of readFileSync(file, 'utf8').split('\n')) this.#replay(line)
  }

  arrive(arrival: Arrival): void {
    this.#keep(arrival)
    this.#write(arrival)
  }

  /** Adds what became of an arrival. */
  complete(id: string, outcome: Pick<Arrival, 'status' | 'committed' | 'faults'>): void {
    const arrival = this.#byId.get(id)
    if (!arrival) return
    Object.assign(arrival, outcome)
    this.#write({ id, ...outcome })
  }

  all(): readonly Arrival[] {
    return this.#arrivals
  }

  clear(): void {
    this.#arrivals = []
    this.#byId.clear()
    if (this.#file !== undefined) writeFileSync(this.#file, '')
  }

  #keep(arrival: Arrival): void {
    this.#arrivals.push(arrival)
    this.#byId.set(arrival.id, arrival)
  }

  #write(line: object): void {
    if (this.#file !== undefined) appendFileSync(this.#file, `${JSON.stringify(line)}\n`)
  }

  /** A last line that was cut off by a kill is skipped. */
  #replay(line: string): void {
    const entry = parseLine(line)
    const id: unknown = Reflect.get(Object(entry), 'id')
    if (typeof id !== 'string') return
    const known = this.#byId.get(id)
    if (known) Object.assign(known, entry)
    else if (isArrival(entry)) this.#keep(entry)
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function isArrival(value: unknown): value is Arrival {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'id' in value
}
