// Long strings of escapes must not exhaust the stack, so the pattern never nests a choice in a repetition.
const tokenPattern = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]|[^\s"{}[\]:,]+/g

/**
 * The same JSON with a line for every value, indented by two blanks. Nothing is parsed: every digit, escape and the
 * order of fields stay as received. Empty objects and lists stay on one line.
 * @param text valid JSON
 */
export function prettyJson(text: string): string {
  const tokens: readonly string[] = text.match(tokenPattern) ?? []
  let depth = 0
  let pretty = ''
  const newLine = () => `\n${'  '.repeat(depth)}`
  tokens.forEach((token, at) => {
    if (isOpening(token)) {
      depth++
      pretty += isClosing(tokens[at + 1]) ? token : token + newLine()
    } else if (isClosing(token)) {
      depth--
      pretty += isOpening(tokens[at - 1]) ? token : newLine() + token
    } else if (token === ',') {
      pretty += token + newLine()
    } else {
      pretty += token === ':' ? ': ' : token
    }
  })
  return pretty
}

const isOpening = (token: string | undefined) => token === '{' || token === '['
const isClosing = (token: string | undefined) => token === '}' || token === ']'
