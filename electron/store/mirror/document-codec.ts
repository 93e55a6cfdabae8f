import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { DamageError } from './damage'
import { documentSample } from './document-sample'

/** What is kept of an order: its text as received, and the words it was indexed with, so that just these are removed. */
export interface KeptDocument {
  readonly text: string
  readonly words: string
}

/** How the bytes behind it are to be read. */
const format = 1
const options = { level: 1, memLevel: 7, dictionary: Buffer.from(documentSample) }

/** Words stand before the text: most of them are parts of it, so that together they take little more room. */
export function packDocument({ text, words }: KeptDocument): Uint8Array {
  return Buffer.concat([Buffer.of(format), deflateRawSync(`${words}\n${text}`, options)])
}

/** @throws DamageError for bytes that {@link packDocument} did not make */
export function unpackDocument(bytes: Uint8Array): KeptDocument {
  if (bytes[0] !== format) throw new DamageError('a document is kept in an unknown form')
  const whole = inflate(bytes)
  const end = whole.indexOf('\n')
  return { words: whole.slice(0, end), text: whole.slice(end + 1) }
}

function inflate(bytes: Uint8Array): string {
  try {
    return inflateRawSync(bytes.subarray(1), options).toString()
  } catch {
    throw new DamageError('a document cannot be unpacked')
  }
}
