import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../../ui/error-notice'
import classes from './profile-form.module.css'
import type { ResultOfTest } from './use-connection-test'

/** Clocks that differ by more than this are worth a word, in seconds. */
const notableSkew = 60

/** What testing the connection showed: what is wrong and what to do about it, or that it works. */
export function ConnectionResult({ test }: { test: ResultOfTest }) {
  const { t } = useTranslation('profiles')
  return (
    <div role="status" className={classes.result}>
      {test.isPending ? <p className={classes.line}>{t('test.running')}</p> : null}
      {test.error ? <ErrorNotice error={test.error} /> : null}
      {test.data ? <Outcome outcome={test.data} /> : null}
    </div>
  )
}

function Outcome({ outcome }: { outcome: NonNullable<ResultOfTest['data']> }) {
  const { t } = useTranslation('profiles')
  const { problem, upstream, clockSkewSeconds = 0 } = outcome
  const words = [upstream?.status, upstream?.code, upstream?.description].filter(Boolean).join(' · ')
  const Icon = problem ? IconAlertTriangle : IconCircleCheck
  return (
    <div className={classes.outcome} data-tone={problem ? 'failed' : 'confirmed'}>
      <Icon size={16} className={classes.icon} aria-hidden />
      <div>
        <p className={classes.title}>{problem ? t(`test.problems.${problem}.title`) : t('test.ok')}</p>
        {problem ? <p className={classes.line}>{t(`test.problems.${problem}.advice`)}</p> : null}
        {words ? (
          <p className={classes.line}>
            {t('test.server')}: <code>{words}</code>
          </p>
        ) : null}
        {Math.abs(clockSkewSeconds) > notableSkew ? (
          <p className={classes.line}>{t('test.skew', { seconds: Math.abs(clockSkewSeconds) })}</p>
        ) : null}
      </div>
    </div>
  )
}
