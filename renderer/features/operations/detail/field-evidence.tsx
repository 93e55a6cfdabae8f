import type { OperationField } from '@shared/features/operations'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { type ChangeWords, keyed, stepText, useWords, valueText } from '../../order-words'
import classes from './detail.module.css'

interface FieldEvidenceProps {
  readonly fields: readonly OperationField[]
  /** What the columns are called. */
  readonly headings: Readonly<Record<'before' | 'wanted' | 'now', string>>
  /** False while nothing could be read. */
  readonly wasRead?: boolean
  readonly currency: string
}

/** What was to change: as it was, as it was wanted, and as it stands. */
export function FieldEvidence({ fields, headings, wasRead = true, currency }: FieldEvidenceProps) {
  const { t } = useTranslation('operations')
  const { t: order } = useTranslation('order')
  const words: ChangeWords = { ...useWords(), t: order, format: useFormat(), currency }
  const shown = ({ path }: OperationField, value: string | undefined) =>
    value === undefined ? order('history.empty') : valueText(path.at(-1)?.field ?? '', value, words)
  return (
    <table className={classes.figures}>
      <thead>
        <tr>
          <th scope="col">{t('detail.review.field')}</th>
          <th scope="col">{headings.before}</th>
          <th scope="col">{headings.wanted}</th>
          <th scope="col">{headings.now}</th>
        </tr>
      </thead>
      <tbody>
        {keyed(fields).map(({ key, item }) => (
          <tr key={key} data-changed={item.now !== item.before || undefined}>
            <th scope="row">{item.path.map((step) => stepText(step, words)).join(' › ')}</th>
            <td>
              <bdi>{shown(item, item.before)}</bdi>
            </td>
            <td>
              <bdi>{shown(item, item.wanted)}</bdi>
            </td>
            <td>
              <bdi>{wasRead ? shown(item, item.now) : t('detail.review.unread')}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
