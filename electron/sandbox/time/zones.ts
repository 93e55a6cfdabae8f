interface ZoneTable {
  /** Moments (epoch ms) at which the offset changes, rising. */
  readonly changes: number[]
  /** Minutes east of UTC; `offsets[0]` holds before the first change. */
  readonly offsets: number[]
}

const FROM = Date.UTC(2022, 0, 1)
const UNTIL = Date.UTC(2034, 0, 1)
const MONTH = 28 * 86_400_000
const tables = new Map<string, ZoneTable>()

/**
 * Minutes east of UTC of a time zone at a moment, daylight saving included (rule 50). Looked up in a table
 * made once per zone, because `Intl` is too slow for lists of many orders.
 */
export function offsetAt(zone: string, at: number): number {
  if (at < FROM || at >= UNTIL) return askIntl(zone, at)
  const { changes, offsets } = tableOf(zone)
  let low = 0
  let high = changes.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((changes[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return offsets[low] ?? 0
}

function tableOf(zone: string): ZoneTable {
  const known = tables.get(zone)
  if (known) return known
  const changes: number[] = []
  const offsets = [askIntl(zone, FROM)]
  for (let at = FROM; at < UNTIL; at += MONTH) {
    const before = askIntl(zone, at)
    const after = askIntl(zone, at + MONTH)
    if (before === after) continue
    changes.push(findChange(zone, at, at + MONTH, before))
    offsets.push(after)
  }
  const table = { changes, offsets }
  tables.set(zone, table)
  return table
}

/** The first minute in (low, high] whose offset differs from `before`. */
function findChange(zone: string, low: number, high: number, before: number): number {
  let from = low / 60_000
  let to = high / 60_000
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2)
    if (askIntl(zone, middle * 60_000) === before) from = middle
    else to = middle
  }
  return to * 60_000
}

const formats = new Map<string, Intl.DateTimeFormat>()

function askIntl(zone: string, at: number): number {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    formats.set(zone, format)
  }
  const match = /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(format.format(at))
  if (!match) throw new Error(`No offset known for zone ${zone}`)
  const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0)
  return match[1] === '-' ? -minutes : minutes
}
