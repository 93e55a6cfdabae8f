import { parse } from 'lossless-json'

/**
 * JSON that keeps every digit of a number. A number that a double cannot hold as written is carried as a
 * string behind a private-use character, so that documents stay plain data, and is written out as a number
 * again.
 */
const RAW = '\uE000'

/** Marks a number that goes over the wire exactly as written, e.g. `rawNumber('159118380521834001')`. */
export function rawNumber(digits: string): string {
  return RAW + digits
}

/** Throws a SyntaxError on invalid JSON and on doubled keys with different values. */
export function parseJson(text: string): unknown {
  return parse(text, undefined, (digits) =>
    String(Number(digits)) === digits ? Number(digits) : rawNumber(digits),
  )
}

export function stringifyJson(value: unknown): string {
  const text = JSON.stringify(value)
  return text.includes(RAW) ? text.replace(/"\uE000(-?[\d.eE+-]+)"/g, '$1') : text
}
