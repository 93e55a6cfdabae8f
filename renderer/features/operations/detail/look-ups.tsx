import type { Operation } from '@shared/features/operations'
import { useTranslation } from 'react-i18next'
import { Section } from '../../../ui/section'
import { useMoments } from '../moments'
import classes from './detail.module.css'
import { JournalErrorWords } from './journal-error-words'

/** How often an open outcome was looked up, and when it is again. Nothing where nothing was open. */
export function LookUps({ operation }: { operation: Operation }) {
  const { t } = useTranslation('operations')
  const moments = useMoments()
  const { lookUps, lastLookUpAt, nextLookUpAt, lookUpError } = operation
  if (lookUps === 0 && lastLookUpAt === undefined && nextLookUpAt === undefined) return null
  return (
    <Section title={t('detail.lookUps.title')}>
      <p className={classes.line}>
        <span>{t('detail.lookUps.made', { count: lookUps })}</span>
        {lastLookUpAt === undefined ? null : (
          <span>{t('detail.lookUps.last', { time: moments.short(lastLookUpAt) })}</span>
        )}
        {nextLookUpAt === undefined ? null : (
          <span>{t('detail.lookUps.next', { time: moments.short(nextLookUpAt) })}</span>
        )}
      </p>
      {lookUpError ? (
        <>
          <p className={classes.note}>{t('detail.lookUpFailed')}</p>
          <JournalErrorWords error={lookUpError} command={false} />
        </>
      ) : null}
    </Section>
  )
}
