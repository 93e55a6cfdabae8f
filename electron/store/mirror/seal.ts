import { crc32 } from 'node:zlib'
import { DamageError } from './damage'
import { type KeptDocument, unpackDocument } from './document-codec'
import type { ReadOrder } from './order-columns'

/**
 * The engine encrypts a page without authenticating it: a bit that flips on disk comes out as sixteen odd bytes and one
 * more bit, which may be another number and no error. So what is written of an order carries a checksum. It lies within
 * the page, so nobody who lacks the key can make one that fits. What was written before there were any is read as it is.
 */
const seal = ',"check":'

/**
 * The columns that an order's row vouches for: what it is filtered and added up by. What only sorts is not worth its reading. A
 * migration that changes one of them takes the checksums of its orders off, or their rows would pass for damaged.
 */
const sealedColumns: readonly (keyof ReadOrder['columns'])[] = [
  ...(['reference', 'version', 'modified', 'cancelled', 'travel_first', 'travel_last'] as const),
  ...(['first_day', 'last_day', 'weekdays', 'lead_days', 'status', 'payment', 'channel'] as const),
  ...(['currency', 'total', 'fee', 'refunded', 'margin', 'redeemed', 'tickets', 'open', 'over'] as const),
]

/** They and the row's id from a table `o`, as an SQL array in JSON. */
export const sealedColumnsSql = `json_array(${['id', ...sealedColumns].map((name) => `o.${name}`)})`
export type SealedValues = readonly (string | number | null)[]

/** The same as they are bound. */
export const sealedValues = (id: number, { columns }: Pick<ReadOrder, 'columns'>): SealedValues => [
  id,
  ...sealedColumns.map((name) => columns[name]),
]

const checkOf = (row: string, values: SealedValues): number => crc32(values.join('|'), crc32(row))

/** @param row an object as JSON, which is not empty */
export const sealRow = (row: string, values: SealedValues): string =>
  `${row.slice(0, -1)}${seal}${checkOf(row, values)}}`

/**
 * The row as it was given to {@link sealRow}.
 * @throws DamageError when it or the values are not what was sealed
 */
export function unsealRow(text: string, values: SealedValues): string {
  const end = text.lastIndexOf(seal)
  if (end < 0) return text
  const row = `${text.slice(0, end)}}`
  if (text.slice(end + seal.length, -1) !== String(checkOf(row, values)))
    throw new DamageError('an order is not what was written')
  return row
}

/** What a sealed document begins with, before its checksum and the document. One that is not begins with a smaller one. */
const sealedFormat = 2
const headBytes = 5

const documentCheck = (id: number, document: Uint8Array): number => crc32(document, crc32(String(id)))

export function sealDocument(id: number, document: Uint8Array): Uint8Array {
  const head = Buffer.alloc(headBytes)
  head.writeUInt8(sealedFormat)
  head.writeUInt32LE(documentCheck(id, document), 1)
  return Buffer.concat([head, document])
}

/** The document, unchecked. */
export const documentIn = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === sealedFormat ? bytes.subarray(headBytes) : bytes

/** @throws DamageError when it is not what was written of this order */
export function readDocument(id: number, bytes: Uint8Array): KeptDocument {
  const document = documentIn(bytes)
  if (document !== bytes && checkIn(bytes) !== documentCheck(id, document)) {
    throw new DamageError('a document is not what was written')
  }
  return unpackDocument(document)
}

const checkIn = (bytes: Uint8Array): number =>
  bytes.length < headBytes ? -1 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(1, true)
