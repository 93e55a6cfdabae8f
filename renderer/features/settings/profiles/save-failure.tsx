import { Button } from '@mantine/core'
import type { ProfileDraft } from '@shared/features/profiles'
import type { ProfileId } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { toAppError } from '../../../lib/present-error'
import { ErrorNotice } from '../../../ui/error-notice'
import { ProfileFailure } from './profile-failure'
import classes from './profile-form.module.css'

/** Why a profile was not saved. Where it is the keychain's fault, the secret can be kept for this session only. */
export function SaveFailure({
  error,
  profile,
  onRetry,
}: {
  error: unknown
  profile: ProfileId | undefined
  onRetry: (keepIn: ProfileDraft['keepIn']) => void
}) {
  const { t } = useTranslation('profiles')
  if (!error) return null
  const { code } = toAppError(error)
  if (code !== 'KEYCHAIN_MISSING' && code !== 'KEYCHAIN_LOCKED') {
    return (
      <div className={classes.result}>
        <ProfileFailure error={error} profile={profile} />
      </div>
    )
  }
  const actions = (
    <>
      <Button variant="default" onClick={() => onRetry('keychain')}>
        {t('form.tryAgain')}
      </Button>
      <Button variant="default" onClick={() => onRetry('session')}>
        {t('form.sessionOnly')}
      </Button>
    </>
  )
  return (
    <div className={classes.result}>
      <ErrorNotice error={error} actions={actions} />
      <p className={classes.line}>{t('form.sessionOnlyNote')}</p>
    </div>
  )
}
