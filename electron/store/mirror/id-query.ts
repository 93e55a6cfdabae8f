import { type ParamType, type Sql, type Statement, statement } from '../sql'

type Values = Readonly<Record<string, string | number>>
type IdsStatement = Statement<Readonly<Record<string, ParamType>>, { readonly ids: 'blob?' }>

/** Statements by their text: filters make but a few dozen different ones. */
const statements = new Map<string, IdsStatement>()

/**
 * Runs a selection of row ids that is put together from fixed parts, and answers the ids in its order. They come as one
 * text: ids as rows cost ten times as much.
 * @param select answers a column `id`
 * @param values of all its parameters: texts and whole numbers
 */
export function selectIds(sql: Sql, select: string, values: Values): Float64Array {
  let wanted = statements.get(select)
  if (!wanted) {
    const types = Object.entries(values).map(([name, value]): [string, ParamType] => [
      name,
      typeof value === 'string' ? 'text' : 'integer',
    ])
    wanted = statement(
      `select cast(group_concat(id) as blob) as ids from (${select})`,
      Object.fromEntries(types),
      { ids: 'blob?' },
    )
    statements.set(select, wanted)
  }
  const { ids } = sql.get(wanted, values) ?? {}
  return ids ? readIds(ids) : new Float64Array()
}

const comma = 0x2c
const minus = 0x2d
const zero = 0x30

/** By position: an iterator takes five times as long, and these are millions of bytes. */
function readIds(text: Uint8Array): Float64Array {
  let count = 1
  for (let at = 0; at < text.length; at++) if (text[at] === comma) count++
  const ids = new Float64Array(count)
  let id = 0
  let sign = 1
  let at = 0
  for (let from = 0; from < text.length; from++) {
    const byte = text[from] ?? comma
    if (byte === comma) {
      ids[at++] = sign * id
      id = 0
      sign = 1
    } else if (byte === minus) sign = -1
    else id = id * 10 + byte - zero
  }
  ids[at] = sign * id
  return ids
}

/** Row ids as JSON, for `json_each`. */
export const idsText = (ids: Float64Array): string => `[${ids.join()}]`
