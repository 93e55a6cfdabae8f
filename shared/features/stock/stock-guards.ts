import type { StockFigures } from './stock-row'

/** Most pieces that are asked for: nine digits. */
export const mostPieces = 999_999_999

/** Why a number of pieces cannot be asked for. */
export type StockProblem = 'NOT_WHOLE' | 'BELOW_ZERO' | 'TOO_MANY' | 'ABOVE_LIMIT'

/**
 * What is wrong with a number of pieces.
 * @param limit most that the person allows; `undefined` for no limit of theirs
 */
export function stockProblem(wanted: number, limit: number | undefined): StockProblem | undefined {
  if (!Number.isSafeInteger(wanted)) return 'NOT_WHOLE'
  if (wanted < 0) return 'BELOW_ZERO'
  if (wanted > mostPieces) return 'TOO_MANY'
  return limit !== undefined && wanted > limit ? 'ABOVE_LIMIT' : undefined
}

/**
 * Reads what somebody typed or pasted as a number of pieces. Spaces around it and between thousands are taken out, nothing
 * else: a point or comma could mean thousands or a fraction, so what has one is no whole number.
 */
export function readPieces(
  text: string,
  limit: number | undefined,
): { readonly pieces: number } | { readonly problem: StockProblem } {
  const plain = text.trim().replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, '')
  if (!/^[+-]?\d{1,15}$/.test(plain)) return { problem: 'NOT_WHOLE' }
  const pieces = Number(plain)
  const problem = stockProblem(pieces, limit)
  return problem ? { problem } : { pieces: pieces === 0 ? 0 : pieces }
}

/** Down by more than half: asked about, as a digit is soon lost. */
export const isBigDrop = (from: number | null, to: number): boolean => from !== null && to < from / 2

/** Whether others changed what can be sold since somebody looked: by selling, by holding or by hand. */
export const hasStockMoved = (seen: StockFigures, now: StockFigures): boolean =>
  seen.available !== now.available || seen.reserved !== now.reserved || seen.booked !== now.booked

/**
 * The number that does to what is there now what the person wanted to do to what they saw: 40 to 60 is 20 more, so of 37
 * it makes 57. `undefined` where one of them is not known.
 */
export const sameStep = (seen: StockFigures, now: StockFigures, wanted: number): number | undefined =>
  seen.available === null || now.available === null ? undefined : now.available + (wanted - seen.available)
