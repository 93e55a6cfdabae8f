import { decode, readText } from './read-text'
import type { TableLimits, TableResult } from './table'

const beginsWith = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, at) => bytes[at] === byte)

/**
 * Rows and cells of a file, by what is in it and not by its name. Nothing in it is run or followed.
 * @throws the reason of `signal`, once nobody waits for the file
 */
export async function readFile(file: Blob, limits: TableLimits, signal?: AbortSignal): Promise<TableResult> {
  if (file.size > limits.text) return { problem: 'TOO_LARGE' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  // Compound files: Excel before 2007, and every workbook with a password.
  if (beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { problem: 'OLD_SPREADSHEET' }
  if (!beginsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return readText(decode(bytes), limits)
  const { readWorkbook } = await import('./read-workbook')
  return readWorkbook(bytes, limits, signal)
}
