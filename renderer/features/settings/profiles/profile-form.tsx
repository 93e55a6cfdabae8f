import { Button } from '@mantine/core'
import type { Profile, ProfileDraft } from '@shared/features/profiles'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { useShortcut } from '../../../lib/shortcuts'
import { toastDone } from '../../../ui/toasts'
import { profilesQuery } from '../../profiles'
import { ConnectionResult } from './connection-result'
import danger from './danger.module.css'
import { ProfileFields } from './profile-fields'
import classes from './profile-form.module.css'
import { toDraft } from './profile-form-values'
import { SaveFailure } from './save-failure'
import { useConnectionTest } from './use-connection-test'
import { useProfileForm } from './use-profile-form'

interface ProfileFormProps {
  /** The profile to change; absent for a new one. */
  readonly profile?: Profile | undefined
  readonly onClose: () => void
}

/** Adds or changes a profile, and tries its connection before it is saved. */
export function ProfileForm({ profile, onClose }: ProfileFormProps) {
  const { t } = useTranslation('profiles')
  const headingId = useId()
  const element = useFocusOnOpen()
  const form = useProfileForm(profile)
  const test = useConnectionTest()
  const save = useSaveProfile(onClose)
  const { environment } = form.values

  // What was tried is not what is filled in any more.
  const forget = test.reset
  useEffect(() => {
    if (form.values) forget()
  }, [form.values, forget])

  const submit = (keepIn: ProfileDraft['keepIn'] = 'keychain') =>
    form.onSubmit((values) => save.mutate(toDraft(profile, values, keepIn)))()
  const runTest = form.onSubmit((values) => test.mutate(toDraft(profile, values, 'keychain')))
  useShortcut('submitForm', () => submit())

  return (
    <form
      ref={element}
      className={classes.form}
      aria-labelledby={headingId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h3 id={headingId} className={classes.heading}>
        {profile ? t('form.change', { profile: profile.name }) : t('form.new')}
      </h3>
      <ProfileFields form={form} profile={profile} />
      <ConnectionResult test={test} />
      <SaveFailure error={save.error} profile={profile?.id} onRetry={submit} />
      <div className={classes.footer}>
        <Button
          type="submit"
          loading={save.isPending}
          className={environment === 'production' ? danger.button : undefined}
        >
          {t('form.save')}
        </Button>
        {profile || environment !== 'built-in-sandbox' ? (
          <Button variant="default" loading={test.isPending} onClick={() => runTest()}>
            {t('form.test')}
          </Button>
        ) : null}
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('form.cancel')}
        </Button>
        {environment === 'production' ? (
          <span className={classes.production}>
            <IconAlertTriangle size={16} aria-hidden />
            {t('form.production')}
          </span>
        ) : null}
      </div>
    </form>
  )
}

function useSaveProfile(onClose: () => void) {
  const { t } = useTranslation('profiles')
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (draft: ProfileDraft) => ipc.profiles.saveProfile(draft),
    onSuccess: async ({ profile, secretErased }) => {
      await queryClient.invalidateQueries({ queryKey: profilesQuery().queryKey })
      toastDone({
        title: t('form.saved', { profile: profile.name }),
        ...(secretErased ? { message: t('form.erased') } : {}),
      })
      if (!secretErased) onClose()
    },
  })
}

/** Brings the form into view, with the cursor in its first field. */
function useFocusOnOpen() {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const [first] = form.current?.elements ?? []
    if (first instanceof HTMLElement) first.focus()
  }, [])
  return form
}
