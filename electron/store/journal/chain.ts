import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** What the chain covers of one event. `payloadDigest` stands for a payload that may be purged later. */
export interface Link {
  readonly seq: number
  readonly entry: string
  readonly ordinal: number
  readonly at: number
  readonly type: string
  /** JSON text exactly as stored. */
  readonly body: string
  readonly payloadDigest: Uint8Array | null
}

/** Stands before the first event. */
export const chainStart: Uint8Array = new Uint8Array(32)

/**
 * The authentication code of an event: it covers the event and the code before it, so an edited, moved, inserted or
 * missing event shows at its place.
 */
export function linkMac(key: Uint8Array, previous: Uint8Array, link: Link): Uint8Array {
  const { seq, entry, ordinal, at, type, body, payloadDigest } = link
  const digest = payloadDigest ? Buffer.from(payloadDigest).toString('hex') : null
  const text = JSON.stringify([seq, entry, ordinal, at, type, body, digest])
  return new Uint8Array(createHmac('sha256', key).update(previous).update(text).digest())
}

/** Salted, so that what was purged cannot be guessed from its digest. */
export const digestPayload = (salt: Uint8Array, content: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(salt).update(content).digest())

/** Compares two codes or digests. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && timingSafeEqual(a, b)
