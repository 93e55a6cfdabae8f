import { z } from 'zod'
import { LeftoverSchema } from '../privacy/leftover'
import { StockMoveSchema } from '../stock/moves'
import { ContactMoveSchema } from './contact-moves'
import { SomeoneSchema } from './someone-else'

const Base = {
  /** HTTP method; any when left out. */
  method: z.string().toUpperCase().optional(),
  /** Path below the base path, `*` for any run of characters; any when left out. */
  path: z.string().startsWith('/').optional(),
  /** Text that the raw query must contain. */
  query: z.string().optional(),
  /** How many calls it hits; 0 for all until it is cleared. */
  count: z.int().min(0).default(1),
  /** How many matching calls it lets pass first. */
  skip: z.int().min(0).default(0),
  /** Waits this long (ms) before the call is worked on, or with `delayAfter` before it is answered. */
  delayMs: z.int().min(0).default(0),
  delayAfter: z.boolean().default(false),
}

/** True: the call is carried out first, and only its answer is spoilt. */
const after = z.boolean().default(false)

/** One thing that goes wrong, and when (E.15 of the reliability tests). */
export const FaultSchema = z.discriminatedUnion('kind', [
  z.object({ ...Base, kind: z.literal('delay') }),
  z.object({
    ...Base,
    kind: z.literal('status'),
    status: z.int().min(400).max(599),
    retryAfter: z.union([z.int(), z.string()]).optional(),
    body: z.unknown().optional(),
    after,
  }),
  z.object({ ...Base, kind: z.literal('reset'), after }),
  /** Half of the answer, then the connection is cut. */
  z.object({ ...Base, kind: z.literal('truncated') }),
  /** A whole answer that is not JSON. */
  z.object({ ...Base, kind: z.literal('invalid-json') }),
  /** 401 as for a token that has lapsed (rule 63). */
  z.object({ ...Base, kind: z.literal('expired-token') }),
  z.object({
    ...Base,
    kind: z.literal('redirect'),
    status: z
      .union([z.literal(301), z.literal(302), z.literal(303), z.literal(307), z.literal(308)])
      .default(302),
    location: z.string(),
    after,
  }),
  /** Reads show orders as they were before their last change (rule 42). */
  z.object({ ...Base, kind: z.literal('stale-read') }),
  /** Lists use this page size, whatever was asked (rule 35). */
  z.object({ ...Base, kind: z.literal('page-size'), pageSize: z.int().min(1) }),
  /**
   * Somebody else changes the order that the path, the query or `reference` names: before the call is worked
   * on, so between the client's read and its write, or with `after` before it is answered.
   */
  z.object({
    ...Base,
    kind: z.literal('someone-else'),
    change: SomeoneSchema.default({ what: 'version' }),
    reference: z.string().optional(),
    after,
  }),
  /** The stock row that the path or `id` names moves: before the call is worked on, or with `after` before it is answered. */
  z.object({
    ...Base,
    kind: z.literal('stock-moves'),
    change: StockMoveSchema.default({ reserved: 1, booked: 0 }),
    id: z.string().optional(),
    after,
  }),
  /** Somebody else replaces the contact that the path or `uid` names, in the same way. */
  z.object({
    ...Base,
    kind: z.literal('contact-moves'),
    change: ContactMoveSchema.default({ set: {} }),
    uid: z.string().optional(),
    after,
  }),
  /** A de-identification leaves something, and answers as if it had not (rule 198). */
  z.object({ ...Base, kind: z.literal('leaves'), ...LeftoverSchema.shape }),
  /** Another body than the right one, after the call was carried out. */
  z.object({ ...Base, kind: z.literal('body'), status: z.int().default(200), body: z.unknown().optional() }),
])

export type Fault = z.output<typeof FaultSchema>

export interface SetFault {
  readonly id: number
  readonly fault: Fault
  hits: number
  seen: number
}

/** The faults that are set. */
export class FaultBook {
  readonly #faults = new Map<number, SetFault>()
  #next = 1

  add(fault: Fault): SetFault {
    const set: SetFault = { id: this.#next++, fault, hits: 0, seen: 0 }
    this.#faults.set(set.id, set)
    return set
  }

  all(): SetFault[] {
    return [...this.#faults.values()]
  }

  clear(id?: number): void {
    if (id === undefined) this.#faults.clear()
    else this.#faults.delete(id)
  }

  /** The faults that hit this call; each match counts. */
  take(method: string, path: string, query: string): SetFault[] {
    return this.all().filter((set) => {
      if (!matches(set.fault, method, path, query)) return false
      set.seen += 1
      const spent = set.fault.count > 0 && set.hits >= set.fault.count
      if (set.seen <= set.fault.skip || spent) return false
      set.hits += 1
      return true
    })
  }
}

function matches(fault: Fault, method: string, path: string, query: string): boolean {
  if (fault.method !== undefined && fault.method !== method) return false
  if (fault.query !== undefined && !query.includes(fault.query)) return false
  if (fault.path === undefined) return true
  const pattern = fault.path
    .split('*')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*')
  return new RegExp(`^${pattern}$`).test(path)
}
