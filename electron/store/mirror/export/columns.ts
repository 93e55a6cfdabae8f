import type { ExportColumnId, ExportLayout } from '@shared/features/mirror'
import type { OrderRow, TravelMoment } from '@shared/features/orders'
import { parseAmount } from '@shared/kernel/money'
import { parseOffsetDateTime } from '@shared/kernel/time'
import type { SheetCell } from '../../../platform/workbook'

/** One column on screen, which may take more than one in a file. */
export interface FileColumn {
  readonly headings: readonly string[]
  /** As sent: amounts as decimal strings, moments with their offset. */
  readonly texts: (row: OrderRow) => readonly (string | undefined)[]
  readonly sheetHeadings: readonly string[]
  readonly cells: (row: OrderRow) => readonly SheetCell[]
  /** How a workbook shows its cells. */
  readonly formats: readonly (string | undefined)[]
}

/** Two digits behind the point, a third where the currency has it. */
const amountFormat = '#,##0.00#'
const momentFormat = 'yyyy-mm-dd hh:mm'

/** The columns of a file, in the order of the layout. */
export function fileColumns(layout: ExportLayout): FileColumn[] {
  return layout.columns.map(({ id, header }) => {
    if (id === 'total') return totalColumn(header, layout)
    if (id === 'travel') return momentColumn(header, layout, ({ travel }) => travel)
    if (id === 'created' || id === 'modified') {
      return momentColumn(header, layout, ({ [id]: at }) =>
        at === undefined ? [] : [{ at, dateOnly: false }],
      )
    }
    if (id === 'version') return versionColumn(header)
    return textColumn(header, textsOf(layout)[id])
  })
}

type TextColumnId = Exclude<ExportColumnId, 'total' | 'travel' | 'created' | 'modified' | 'version'>

const list = (values: readonly string[]): string =>
  values.length === 1 ? (values[0] ?? '') : values.join(', ')

const textsOf = (
  layout: ExportLayout,
): Readonly<Record<TextColumnId, (row: OrderRow) => string | undefined>> => ({
  reference: ({ reference }) => reference,
  status: ({ status }) => status,
  guest: ({ guest }) => guest.name ?? guest.email,
  email: ({ guest }) => guest.email,
  products: ({ products }) => list(products),
  tickets: ({ tickets }) => ticketsText(tickets, layout.ticketKindMissing),
  payment: ({ payment }) => layout.payments[payment] ?? payment,
  externalReference: ({ externalReference }) => externalReference,
  suppliers: ({ suppliers }) => list(suppliers),
  channel: ({ channel }) => channel,
  createdBy: ({ createdBy }) => createdBy,
  distributor: ({ distributor }) => distributor,
})

function textColumn(header: string, text: (row: OrderRow) => string | undefined): FileColumn {
  return {
    headings: [header],
    texts: (row) => [text(row)],
    sheetHeadings: [header],
    cells: (row) => [text(row) ?? null],
    formats: [undefined],
  }
}

function versionColumn(header: string): FileColumn {
  return {
    headings: [header],
    texts: ({ version }) => [version === undefined ? undefined : String(version)],
    sheetHeadings: [header],
    cells: ({ version }) => [version ?? null],
    formats: [undefined],
  }
}

function totalColumn(header: string, { beside }: ExportLayout): FileColumn {
  const currencyOf = ({ currency }: OrderRow): string | undefined =>
    currency.kind === 'one' ? currency.code : undefined
  const headings = [header, beside.currency]
  return {
    headings,
    texts: (row) => [row.total, currencyOf(row)],
    sheetHeadings: headings,
    cells: (row) => [amountCell(row.total), currencyOf(row) ?? null],
    formats: [amountFormat, undefined],
  }
}

/** A spreadsheet keeps fifteen digits: an amount with more of them stays text, to the digit. */
export function amountCell(amount: string | undefined): SheetCell {
  const exact = parseAmount(amount)
  if (amount === undefined || !exact || exact.c.length > 15) return amount ?? null
  return Number(amount)
}

function momentColumn(
  header: string,
  { beside }: ExportLayout,
  momentsOf: (row: OrderRow) => readonly TravelMoment[],
): FileColumn {
  return {
    headings: [header],
    texts: (row) => [list(momentsOf(row).map(({ at }) => at))],
    sheetHeadings: [header, `${header}: ${beside.offset}`],
    cells: (row) => momentCells(momentsOf(row)),
    formats: [momentFormat, undefined],
  }
}

/** One moment by its own clock, and its offset; several of them, and what is no moment, as sent. */
function momentCells(moments: readonly TravelMoment[]): readonly SheetCell[] {
  const [only, ...more] = moments
  if (!only) return [null, null]
  const moment = more.length === 0 ? parseOffsetDateTime(only.at) : undefined
  if (!moment) return [list(moments.map(({ at }) => at)), null]
  const clock = moment.local.toZonedDateTime('UTC').epochMilliseconds
  return [new Date(clock), moment.offset]
}

/** "2 Adult, 1 Child": the tickets that stand, or all of them when none does. */
function ticketsText(tickets: OrderRow['tickets'], kindMissing: string): string {
  const kinds = (by: 'active' | 'cancelled') =>
    list(tickets.flatMap(({ label = kindMissing, [by]: count }) => (count > 0 ? `${count} ${label}` : [])))
  return kinds('active') || kinds('cancelled')
}
