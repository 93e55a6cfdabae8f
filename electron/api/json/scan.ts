/** Positions in valid JSON text. Loops, not expressions: a long text must not exhaust the stack. */

/** Index behind the string that begins with the quote at `start`. */
export function endOfString(text: string, start: number): number {
  let end = start
  do end = text.indexOf('"', end + 1)
  while (end !== -1 && isEscaped(text, end))
  return end === -1 ? text.length : end + 1
}

/** Index of the first character at or behind `start` that is no white space. */
export function skipSpace(text: string, start: number): number {
  let at = start
  while (isSpace(text.charCodeAt(at))) at++
  return at
}

/** Index behind the value that begins at `start`. */
export function endOfValue(text: string, start: number): number {
  const first = text[start]
  if (first === '"') return endOfString(text, start)
  if (first === '{' || first === '[') return endOfContainer(text, start)
  let end = start
  while (end < text.length && !/[\s,\]}]/.test(text.charAt(end))) end++
  return end
}

const quote = 0x22
const isOpening = (code: number) => code === 0x7b || code === 0x5b
const isClosing = (code: number) => code === 0x7d || code === 0x5d

function endOfContainer(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) at = endOfString(text, at) - 1
    else if (isOpening(code)) depth++
    else if (isClosing(code)) {
      depth--
      if (depth === 0) return at + 1
    }
  }
  return text.length
}

function isEscaped(text: string, quote: number): boolean {
  let at = quote - 1
  while (text[at] === '\\') at--
  return (quote - at) % 2 === 0
}

const isSpace = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
