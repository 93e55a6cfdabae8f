import type { TableLimits } from '../../../lib/table-file/table'

/** What is read of a list: more rows than a batch takes, so that it can be said. */
export const listLimits: TableLimits = { rows: 10_000, text: 5_000_000, unpacked: 30_000_000 }
