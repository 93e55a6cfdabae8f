import type { ContactRow } from '@shared/features/contacts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from '../../../grid/column'
import { useFormat } from '../../../lib/format'
import { useWords } from '../../order-words'
import { typeParts } from './type-chip'

/** The columns of the list of contacts, in their first order. */
export function useContactColumns(): readonly GridColumn<ContactRow>[] {
  const { t } = useTranslation('contacts')
  const { word } = useWords()
  const format = useFormat()
  return useMemo(() => {
    const headers = t('columns', { returnObjects: true })
    const column = (
      id: keyof typeof headers,
      width: number,
      rest: Partial<GridColumn<ContactRow>> = {},
    ): GridColumn<ContactRow> => ({
      id,
      header: headers[id],
      width,
      raw: (row) => String(row[id] ?? ''),
      ...rest,
    })
    const moment = (id: 'created' | 'modified') => ({
      text: (row: ContactRow) => format.recorded(row[id]),
      hint: (row: ContactRow) => row[id],
    })
    return [
      column('name', 200, { grows: true }),
      column('type', 112, { parts: ({ type }) => typeParts(type, { word }) }),
      column('email', 220),
      column('phone', 140),
      column('mobile', 140),
      column('company', 160),
      column('city', 120),
      column('country', 120),
      column('language', 84),
      column('classification', 112, {
        text: ({ classification }) => (classification ? word('classification', classification) : ''),
      }),
      column('birthDate', 104, { hidden: true }),
      column('version', 76, { align: 'end' }),
      column('modified', 168, moment('modified')),
      column('created', 168, { ...moment('created'), hidden: true }),
      column('number', 120, { hidden: true, mono: true }),
      column('externalUid', 160, { hidden: true, mono: true }),
      column('uid', 280, { hidden: true, mono: true }),
    ]
  }, [t, word, format])
}
