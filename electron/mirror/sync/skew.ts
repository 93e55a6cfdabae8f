/**
 * The desk's clock less the server's, in milliseconds, when they are further apart than they may be.
 * @param askedAt by the desk's clock, as `answeredAt`: the server wrote its date somewhere in between
 * @param date the server's own, in whole seconds
 */
export function skewOf(
  { askedAt, answeredAt, date }: { askedAt: number; answeredAt: number; date: number },
  mostMs: number,
): number | undefined {
  if (date > answeredAt + mostMs) return answeredAt - date
  return date + 999 < askedAt - mostMs ? askedAt - date : undefined
}
