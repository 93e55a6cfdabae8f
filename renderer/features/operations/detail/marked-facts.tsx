import type { Operation } from '@shared/features/operations'
import { useTranslation } from 'react-i18next'
import classes from './detail.module.css'

/** Who settled an operation by hand, and why. Nothing for what settled by itself. */
export function MarkedFacts({ operation: { marked } }: { operation: Operation }) {
  const { t } = useTranslation('operations')
  if (!marked) return null
  return (
    <dl className={classes.facts}>
      <dt>{t('detail.marked.who')}</dt>
      <dd>{marked.who}</dd>
      {marked.why === undefined ? null : (
        <>
          <dt>{t('detail.marked.why')}</dt>
          <dd>{marked.why}</dd>
        </>
      )}
    </dl>
  )
}
