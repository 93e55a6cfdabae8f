import { Button, TextInput } from '@mantine/core'
import type { ProfileId } from '@shared/kernel/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { ErrorNotice } from '../../../ui/error-notice'
import { useMoments } from '../../operations'
import classes from '../privacy.module.css'
import { listed } from '../request-form/typed-request'

/** "Was this e-mail erased?", answered by digests: Gatehouse holds neither address nor number. */
export function ErasedLookup({ profile }: { readonly profile: ProfileId }) {
  const { t } = useTranslation('privacy')
  const moments = useMoments()
  const [email, setEmail] = useState('')
  const [phone, setPhone] = useState('')
  const look = useMutation({
    mutationFn: () => ipc.privacy.wasErased({ profile, emails: listed(email), phones: listed(phone) }),
    gcTime: 0,
  })
  const type = (set: (value: string) => void) => (event: { currentTarget: { value: string } }) => {
    // An answer stands for what was asked, not for what is typed since.
    look.reset()
    set(event.currentTarget.value)
  }
  const ready = email.trim() !== '' || phone.trim() !== ''
  return (
    <form
      className={classes.lookup}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) look.mutate()
      }}
    >
      <p className={classes.quiet}>{t('checks.erasedHint')}</p>
      <div className={classes.fields}>
        <TextInput label={t('page.emails')} autoComplete="off" value={email} onChange={type(setEmail)} />
        <TextInput label={t('page.phones')} autoComplete="off" value={phone} onChange={type(setPhone)} />
      </div>
      <div>
        <Button type="submit" variant="default" disabled={!ready} loading={look.isPending}>
          {t('checks.look')}
        </Button>
      </div>
      {look.error ? <ErrorNotice error={look.error} /> : null}
      <div role="status">
        {look.data?.requests.length === 0 ? t('checks.neverAsked') : null}
        {look.data?.requests.map(({ number, outcome, endedAt }) => (
          <p key={number}>{t(`checks.outcome.${outcome}`, { number, when: moments.full(endedAt) })}</p>
        ))}
      </div>
    </form>
  )
}
