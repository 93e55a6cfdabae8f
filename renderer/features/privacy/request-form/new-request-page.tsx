import { Anchor } from '@mantine/core'
import type { Profile } from '@shared/features/profiles'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { ipc } from '../../../lib/ipc'
import { useShortcut } from '../../../lib/shortcuts'
import { useOnce } from '../../../lib/use-once'
import { useWindowTitle } from '../../../lib/window-title'
import { ScreenTitle } from '../../../ui/screen'
import { privacyPath, requestPath } from '../paths'
import classes from '../privacy.module.css'
import { privacyQueries } from '../queries'
import { todayHere } from '../requests-list/requests-list'
import { draftOf, keepDraft } from './draft'
import { RequestForm } from './request-form'
import { emptyRequest, type FormInput } from './typed-request'

/** A request is written down; nothing is searched or sent by that. */
export function NewRequestPage({ profile: { id: profile } }: { readonly profile: Profile }) {
  const { t } = useTranslation('privacy')
  const [, navigate] = useLocation()
  const client = useQueryClient()
  const [initial] = useState(() => emptyRequest(todayHere()))
  const [draft] = useState(() => draftOf(profile))
  useWindowTitle(t('form.newTitle'))
  const leave = () => navigate(privacyPath)
  useShortcut('closeOrder', leave)
  const create = useOnce(
    useMutation({
      mutationFn: (form: FormInput) => ipc.privacy.createRequest({ profile, form }),
      gcTime: 0,
      onSuccess: ({ request }) => {
        keepDraft(profile, undefined)
        client.setQueryData(privacyQueries.request(profile, request.id).queryKey, { request })
        void client.invalidateQueries({ queryKey: privacyQueries.list(profile).queryKey })
        navigate(requestPath(request.id), { replace: true })
      },
    }),
  )
  return (
    <article className={classes.article}>
      <Anchor component={Link} href={privacyPath} size="sm">
        {t('page.back')}
      </Anchor>
      <ScreenTitle>{t('form.newTitle')}</ScreenTitle>
      <RequestForm
        initial={initial}
        draft={draft}
        onTyped={(typed) => keepDraft(profile, typed)}
        saving={create.isRunning}
        error={create.error}
        saveLabel={t('form.create')}
        onSave={create.run}
        onCancel={() => {
          keepDraft(profile, undefined)
          leave()
        }}
      />
    </article>
  )
}
