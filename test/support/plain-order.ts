// The plain reading of an order as sent, for what is read of it quickly to be held against.

/** The distributor's margin in minor units of the order's currency; null where nothing says it. */
export function marginOf(order: Record<string, unknown>, currency: string | null): number | null {
  const { price_margins = [] } = (order.order_pricing ?? {}) as { price_margins?: Record<string, string>[] }
  const own = price_margins.filter(({ margin_type }) => margin_type === 'DISTRIBUTOR')
  const units = own.map(({ margin_amount }) => inUnits(margin_amount, currency))
  if (own.length === 0 || units.some((one) => one === null)) return null
  return units.reduce<number>((sum, one) => sum + (one ?? 0), 0)
}

/** What was given back, where it can be said in one currency: those that were refused were not. */
export function refundOf(order: Record<string, unknown>, currency: string | null): number {
  const payments = (order.order_payments ?? []) as Record<string, string>[]
  const given = payments.filter(
    ({ payment_type, payment_status }) => payment_type === 'REFUND' && payment_status !== 'REFUSED',
  )
  if (currency === null) return Number.NaN
  const units = given.map(({ payment_amount }) => inUnits(payment_amount, currency))
  return units.some((one) => one === null)
    ? Number.NaN
    : units.reduce<number>((sum, one) => sum + (one ?? 0), 0)
}

/** Null where there is not one currency, or it has no such part. */
function inUnits(amount: string | undefined, currency: string | null): number | null {
  const units = currency === null ? Number.NaN : Number(amount) * (currency === 'JPY' ? 1 : 100)
  const whole = Math.round(units)
  return Math.abs(units - whole) < 1e-6 ? whole : null
}

/** As it says; a cancelled one that does not, when it was last changed. */
export function cancelledAt({
  order_cancellation_date_time: said,
  order_status,
  order_modified,
}: Record<string, unknown>): number | null {
  const text = said ?? (order_status === 'ORDER_CANCELLED' ? order_modified : undefined)
  return text === undefined ? null : Date.parse(String(text))
}

/** Words of this data: every one that is typed has to begin one of them. */
export function saysAll(order: unknown, text: string): boolean {
  const plain = (value: string) => value.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const values = (value: unknown, name = ''): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => values(inner, Number.isNaN(Number(key)) ? key : name))
      : /reference$|name_first$|contact_email$|product_title$/.test(name)
        ? [plain(String(value))]
        : []
  const words = values(order).flatMap((value) => value.split(/[^a-z0-9]+/))
  return plain(text)
    .split(/[^a-z0-9]+/)
    .every((typed) => words.some((word) => word.startsWith(typed)))
}
