import { endOfString } from './scan'

/**
 * A JSON document as received and as plain data. `value` is safe for the bridge: a number that a binary float
 * would not give back as it was written (more than 15 or so digits, trailing zeros, `-0`) is a string of its
 * characters there.
 */
export interface JsonDocument<T> {
  readonly text: string
  readonly value: T
}

/**
 * Numbers as they stand between structural characters. It may also hit text that looks so; that costs time, not
 * truth. Measured: half the time of an expression that describes only numbers at risk.
 */
const numbers = /[:,[][ \n\r\t]*(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?=[ \n\r\t]*[,\]}])/g

/**
 * Parses JSON without losing a digit. Costs little more than `JSON.parse` as long as no number is at risk, which
 * is what the API promises (rules.md #53).
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
  // A number on its own stands between no structural characters.
  if (!/^\s*[[{]/.test(text)) return true
  for (const [, token] of text.matchAll(numbers)) if (token && !isExactNumber(token)) return true
  return false
}

const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/** Valid JSON with quotes around every number that a binary float would change. */
function quoteLossyNumbers(text: string): string {
  const parts: string[] = []
  let copied = 0
  let at = 0
  while (at < text.length) {
    if (text[at] === '"') {
      at = endOfString(text, at)
      continue
    }
    number.lastIndex = at
    const token = number.exec(text)?.[0]
    if (token && !isExactNumber(token)) {
      parts.push(text.slice(copied, at), `"${token}"`)
      copied = at + token.length
    }
    at += token?.length ?? 1
  }
  return parts.join('') + text.slice(copied)
}
