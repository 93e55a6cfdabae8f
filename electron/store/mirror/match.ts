import { foldText, joined, type Piece, pairsOf, phoneDigits, piecesOf } from './words'

/**
 * What is typed as an FTS5 expression: every word begins a word of the order, in any order. A word with signs inside
 * also counts without them. Only letters and digits get into it, between quotes, so nothing typed is syntax.
 * @param tags words of exact values; within one group any, of every group one
 * @returns `undefined` when there is nothing to look for
 */
export function matchExpression(
  typed: string | undefined,
  tags: readonly (readonly string[])[],
): string | undefined {
  const all = [...typedParts(typed ?? ''), ...tags.map((group) => either(group.map(exactly)))]
  return all.length > 0 ? all.join(' AND ') : undefined
}

function typedParts(typed: string): string[] {
  const chunks = typed
    .split(/\s+/)
    .map(foldText)
    .map(chunkPart)
    .filter((part) => part !== '')
  // A phone number is written in groups that no two people make alike.
  const isNumber = chunks.length > 0 && /^[+\d\s()./-]+$/.test(typed) && /\d\D+\d/.test(typed)
  return isNumber ? [either([chunks.join(' AND '), ...digitsPart(typed)])] : chunks
}

function chunkPart(folded: string): string {
  const pieces = piecesOf(folded)
  const parts = pieces.map(piecePart)
  if (parts.length <= 1) return parts[0] ?? ''
  const every = parts.join(' AND ')
  return pieces.some(({ unspaced }) => unspaced) ? `(${every})` : either([every, beginning(joined(folded))])
}

function piecePart({ text, unspaced }: Piece): string {
  if (unspaced) {
    const pairs = pairsOf(text)
    return pairs.length > 0 ? `(${pairs.map(exactly).join(' AND ')})` : beginning(text)
  }
  // National numbers begin with a zero that the international form has not.
  const international = /^0\d+$/.test(text) ? text.replace(/^0+/, '') : ''
  return international ? either([beginning(text), beginning(international)]) : beginning(text)
}

function digitsPart(typed: string): string[] {
  const digits = phoneDigits(typed)
  return digits ? [beginning(digits)] : []
}

const either = (parts: readonly string[]): string =>
  parts.length === 1 ? `(${parts[0]})` : `(${parts.map((part) => `(${part})`).join(' OR ')})`
const beginning = (word: string): string => `"${word}"*`
const exactly = (word: string): string => `"${word}"`
