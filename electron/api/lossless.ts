/**
 * A JSON document as received and as plain data. `value` is safe for the bridge: a number that binary floats
 * would change (more than 15 or so digits, trailing zeros, `-0`) is a string of its digits there.
 */
export interface JsonDocument<T> {
  readonly text: string
  readonly value: T
}

/** Tokens of valid JSON that matter here: strings (to step over) and numbers. */
const tokens = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/**
 * Numbers that may lose something, as they stand between structural characters: with a fraction or an exponent,
 * of 16 digits or more, or `-0`. It may also hit text that looks so; that costs time, not truth.
 */
const suspects = /[:,[]\s*(-?\d+(?:\.\d+(?:[eE][+-]?\d+)?|[eE][+-]?\d+)|-?\d{16,}|-0)(?=\s*[,\]}])/g

/**
 * Parses JSON without losing a digit.
 * @throws SyntaxError when the text is not JSON
 */
export function parseLossless<T>(text: string): JsonDocument<T> {
  const value: T = JSON.parse(text)
  return { text, value: mayLoseDigits(text) ? JSON.parse(quoteLossyNumbers(text)) : value }
}

/** True when the number survives as a binary float and is written back as it was. */
export function isExactNumber(token: string): boolean {
  return String(Number(token)) === token
}

function mayLoseDigits(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return true
  for (const [, token] of text.matchAll(suspects)) if (token && !isExactNumber(token)) return true
  return false
}

const quoteLossyNumbers = (text: string) =>
  text.replace(tokens, (token) => (token.startsWith('"') || isExactNumber(token) ? token : `"${token}"`))
