import type { ChangedOrder } from '@shared/features/amendments'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from '../../../grid/column'
import { missing, useFormat } from '../../../lib/format'
import { OrderCell, useWords } from '../../order-words'

/** The columns of orders that were changed elsewhere, in their first order. */
export function useElsewhereColumns(): readonly GridColumn<ChangedOrder>[] {
  const { t } = useTranslation('amendments')
  const { word } = useWords()
  const format = useFormat()
  return useMemo(() => {
    const what = ({ changes, unsettled }: ChangedOrder) => {
      const lines = changes.map(({ version, type }) =>
        t('elsewhere.change', { version, what: type ? word('event', type) : t('elsewhere.untold') }),
      )
      return [...lines, ...(unsettled ? [t('elsewhere.unsettled')] : [])].join(' · ')
    }
    const who = ({ changes, modifiedBy }: ChangedOrder) => changes[0]?.by ?? modifiedBy ?? ''
    return [
      {
        id: 'order',
        header: t('list.columns.order'),
        raw: (row) => row.order,
        cell: OrderCell,
        width: 150,
        mono: true,
      },
      {
        id: 'externalReference',
        header: t('elsewhere.columns.externalReference'),
        raw: ({ externalReference = '' }) => externalReference,
        width: 170,
      },
      {
        id: 'version',
        header: t('elsewhere.columns.version'),
        raw: ({ version }) => String(version),
        width: 80,
      },
      {
        id: 'what',
        header: t('list.columns.changed'),
        raw: ({ changes }) => changes.map(({ version, type = '' }) => `${version} ${type}`).join('; '),
        text: what,
        hint: what,
        width: 320,
        grows: true,
      },
      { id: 'who', header: t('list.columns.who'), raw: who, width: 150 },
      {
        id: 'modified',
        header: t('list.columns.recordedAt'),
        raw: ({ modified = '' }) => modified,
        text: ({ changes, modified }) => format.moment(changes[0]?.at ?? modified),
        width: 180,
      },
      {
        id: 'total',
        header: t('elsewhere.columns.total'),
        raw: ({ total = '' }) => total,
        text: ({ total, currency = '' }) => (total === undefined ? missing : format.money(total, currency)),
        width: 120,
        align: 'end',
      },
    ]
  }, [t, word, format])
}
