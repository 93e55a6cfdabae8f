import type { OrderRow } from '@shared/features/orders'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from '../../../grid/column'
import { useFormat } from '../../../lib/format'
import { isMirrorSort } from '../orders-question'
import type { OrdersList } from '../use-orders-list'
import { createdHint, createdText, travelHint, travelParts } from './moments'
import { paymentParts } from './payment-parts'
import { statusParts } from './status-parts'
import { rememberTickets, ticketsParts, ticketsText } from './tickets'
import { totalHint, totalParts } from './total-parts'
import { wordOf } from './word-of'

/**
 * The columns of the orders list, in their first order. The API sorts by creation only (enums.md, order_sort_by), the local
 * copy by all of them.
 */
export function useOrderColumns(origin: OrdersList['origin']): readonly GridColumn<OrderRow>[] {
  const { t } = useTranslation('orders')
  const format = useFormat()
  return useMemo(() => {
    const column = (
      id: keyof typeof headers,
      rest: Omit<GridColumn<OrderRow>, 'id' | 'header'>,
    ): GridColumn<OrderRow> => {
      const sortable = origin === 'mirror' ? isMirrorSort(id) : id === 'created'
      const sortHint = sortable ? t('sortHint') : t('noSortHint')
      const hints = [rest.headerHint, origin === 'api' ? sortHint : undefined].filter(Boolean)
      return { id, header: headers[id], ...rest, sortable, headerHint: hints.join('\n') || undefined }
    }
    const headers = t('columns', { returnObjects: true })
    // Translated once and not for each row.
    const channels = t('channel', { returnObjects: true })
    const payments = t('payment', { returnObjects: true })
    const statuses = t('status', { returnObjects: true })
    const counted = rememberTickets(t)
    const list = (values: readonly string[]) => values.join(', ')
    const listColumn = (id: 'products' | 'suppliers', width: number) =>
      column(id, {
        raw: (row) => list(row[id]),
        hint: (row) => (row[id].length > 1 ? row[id].join('\n') : undefined),
        width,
        grows: id === 'products',
      })
    return [
      column('reference', { raw: ({ reference }) => reference, width: 140, mono: true }),
      column('status', {
        raw: ({ status = '' }) => status,
        parts: (row) => statusParts(row, statuses, t),
        width: 136,
      }),
      column('guest', { raw: ({ guest }) => guest.name ?? guest.email ?? '', width: 156 }),
      column('email', { raw: ({ guest }) => guest.email ?? '', width: 200, hidden: true }),
      column('travel', {
        raw: ({ travel }) => list(travel.map(({ at }) => at)),
        parts: (row) => travelParts(row, format, t),
        hint: (row) => travelHint(row, format, t),
        headerHint: t('travelHint'),
        width: 214,
      }),
      listColumn('products', 160),
      column('tickets', {
        raw: (row) => ticketsText(row, counted),
        parts: (row) => ticketsParts(row, counted, t),
        width: 124,
      }),
      column('total', {
        raw: ({ total = '' }) => total,
        parts: (row) => totalParts(row, format, t),
        hint: (row) => totalHint(row, t),
        copy: [
          { header: headers.total, value: ({ total = '' }) => total },
          {
            header: headers.currency,
            value: ({ currency }) => (currency.kind === 'one' ? currency.code : ''),
          },
        ],
        width: 104,
        align: 'end',
      }),
      column('payment', {
        raw: ({ payment }) => payments[payment],
        parts: (row) => paymentParts(row, payments),
        width: 116,
      }),
      column('created', {
        raw: ({ created = '' }) => created,
        text: (row) => createdText(row.created, format),
        hint: (row) => createdHint(row.created, format),
        headerHint: t('createdHint'),
        width: 130,
      }),
      column('externalReference', {
        raw: ({ externalReference = '' }) => externalReference,
        width: 140,
        mono: true,
      }),
      listColumn('suppliers', 140),
      column('channel', {
        raw: ({ channel = '' }) => channel,
        text: ({ channel = '' }) => wordOf(channels, channel),
        width: 110,
      }),
      column('createdBy', { raw: ({ createdBy = '' }) => createdBy, width: 140, hidden: true }),
      column('distributor', { raw: ({ distributor = '' }) => distributor, width: 140, hidden: true }),
      column('modified', {
        raw: ({ modified = '' }) => modified,
        text: (row) => createdText(row.modified, format),
        hint: (row) => createdHint(row.modified, format),
        width: 130,
        hidden: true,
      }),
      column('version', {
        raw: ({ version }) => (version === undefined ? '' : String(version)),
        width: 80,
        align: 'end',
        hidden: true,
      }),
    ]
  }, [t, format, origin])
}
