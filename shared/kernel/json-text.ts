/**
 * JSON at the level of its text. Nothing is parsed into numbers, so every digit, escape and order of fields stays as
 * received. Texts are taken to be valid JSON, which whoever read them has checked.
 */

const tokenPattern = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]|[^\s"{}[\]:,]+/g

/** Strings, structural characters and literals, blanks left out. */
const tokensOf = (text: string): string[] => text.match(tokenPattern) ?? []

/** The same JSON with a line for every value, indented by two blanks. Empty objects and lists stay on one line. */
export function prettyJson(text: string): string {
  const tokens = tokensOf(text)
  let depth = 0
  let pretty = ''
  const newLine = () => `\n${'  '.repeat(depth)}`
  tokens.forEach((token, at) => {
    if (token === '{' || token === '[') {
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

/** A member of an object: its name, decoded, and its value as text. */
export interface JsonMember {
  readonly name: string
  readonly text: string
}

/** The members of an object in their order, names that repeat included. Empty for what is no object. */
export function membersOf(text: string): JsonMember[] {
  if (!text.trimStart().startsWith('{')) return []
  return partsOf(text).flatMap((part) => {
    const name = /^\s*("[^"\\]*(?:\\.[^"\\]*)*")\s*:/.exec(part)
    return name?.[1] ? [{ name: JSON.parse(name[1]), text: part.slice(name[0].length).trim() }] : []
  })
}

/** The entries of a list, each as text. Empty for what is no list. */
export function elementsOf(text: string): string[] {
  if (!text.trimStart().startsWith('[')) return []
  return partsOf(text).map((part) => part.trim())
}

/** The text of the value at a path of names; of a name that repeats the last one counts, as in `JSON.parse`. */
export function valueAt(text: string, path: readonly string[]): string | undefined {
  return path.reduce<string | undefined>(
    (value, name) =>
      value === undefined ? undefined : membersOf(value).findLast((member) => member.name === name)?.text,
    text.trim(),
  )
}

/** What stands between the commas of the outermost object or list. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (const { 0: token, index } of text.matchAll(tokenPattern)) {
    if (isOpening(token)) {
      depth++
      if (depth === 1) from = index + 1
    } else if (token === ',' && depth === 1) {
      parts.push(text.slice(from, index))
      from = index + 1
    } else if (isClosing(token)) {
      depth--
      if (depth === 0 && text.slice(from, index).trim() !== '') parts.push(text.slice(from, index))
    }
  }
  return parts
}
