import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type PresentOptions, presentError } from '../lib/present-error'
import { Copyable } from './copyable'
import classes from './error-notice.module.css'

interface ErrorNoticeProps extends PresentOptions {
  /** What was thrown, as TanStack Query carries it. */
  readonly error: unknown
  /** Buttons: at most the one or two things to do. */
  readonly actions?: ReactNode
}

/** An error in its place: what happened, what changed at the server, what to do, and the details folded away. */
export function ErrorNotice({ error, actions, ...options }: ErrorNoticeProps) {
  return (
    <div role="alert" className={classes.notice}>
      <IconAlertTriangle size={16} className={classes.icon} aria-hidden />
      <div className={classes.words}>
        <ErrorTitle error={error} />
        <ErrorBody error={error} {...options} />
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </div>
    </div>
  )
}

/** What went wrong, in a few words. */
export function ErrorTitle({ error }: { error: unknown }) {
  const { t } = useTranslation('errors')
  return <div className={classes.title}>{presentError(error, t).title}</div>
}

/** The rest of an error, without a frame: for notices, toasts and dialogs. */
export function ErrorBody({ error, ...options }: PresentOptions & { error: unknown }) {
  const { t } = useTranslation('errors')
  const { explanation, changed, nextStep, details } = presentError(error, t, options)
  return (
    <>
      <p className={classes.line}>{explanation}</p>
      {changed ? <p className={classes.line}>{changed}</p> : null}
      <p className={classes.line}>{nextStep}</p>
      <details className={classes.details}>
        <summary>{t('details.title')}</summary>
        <dl>
          {details.map(({ label, value, copyable }) => (
            <div key={label + value}>
              <dt>{label}</dt>
              <dd>{copyable ? <Copyable value={value} label={label} mono /> : value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}
