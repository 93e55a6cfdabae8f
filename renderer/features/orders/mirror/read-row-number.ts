/** Digits, perhaps in groups of three, and nothing else: what is cut away from `-5` or `1e12` leaves another number. */
const wholeNumber = /^(\d+|\d{1,3}([.,’'\s]\d{3})+)$/

/** The number of a row as a person writes it; `undefined` when it is none of the list. */
export function readRowNumber(text: string, total: number): number | undefined {
  const written = text.trim()
  if (!wholeNumber.test(written)) return undefined
  const row = Number(written.replace(/\D/g, ''))
  return row >= 1 && row <= total ? row : undefined
}
