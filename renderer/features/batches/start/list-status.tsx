import { maxLines } from '@shared/features/batches'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import classes from '../batches.module.css'
import { listLimits } from './list-limits'
import type { ReferenceList } from './use-reference-list'

/** What was read, what of it is left out and why, and what stands in the way. Read out as it changes. */
export function ListStatus({ list }: { list: ReferenceList }) {
  const { t } = useTranslation('batches')
  const format = useFormat()
  const { file, problem, table, references, tooLong } = list
  const count = references.length
  const warnings = [
    ...(problem ? [t(`start.problem.${problem}`)] : []),
    ...(table?.more ? [t('start.more', { limit: format.count(listLimits.rows) })] : []),
    ...(count > maxLines ? [t('start.tooMany', { limit: format.count(maxLines) })] : []),
    ...(table && table.formulas > 0 ? [t('start.formulas', { count: table.formulas })] : []),
    ...(tooLong > 0 ? [t('start.tooLong', { count: tooLong })] : []),
    ...(table && count === 0 ? [t('start.problem.EMPTY')] : []),
  ]
  return (
    <div role="status">
      {table ? (
        <p className={classes.line}>
          {file ? t('start.fromFile', { file }) : null}{' '}
          {t('start.count', { count, number: format.count(count) })}
        </p>
      ) : null}
      {warnings.map((warning) => (
        <p key={warning} className={classes.warning}>
          {warning}
        </p>
      ))}
    </div>
  )
}
