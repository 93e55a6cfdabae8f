import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { toastDone, toastError } from '../../../ui/toasts'
import { journalStatusOptions, useJournalWords } from '../../operations'
import classes from '../settings.module.css'
import { SettingsSection } from '../settings-section'
import { VerifyJournal } from './verify-journal'

/** How the journal stands, and the way out when a part of it is missing. */
export function JournalSection() {
  const { t } = useTranslation('settings')
  const words = useJournalWords()
  const { data } = useQuery(journalStatusOptions)
  const isMissing = data?.state === 'damaged' && data.gap !== undefined && data.firstFlaw === undefined
  return (
    <SettingsSection title={t('journal.title')}>
      <p className={classes.hint}>{t('journal.hint')}</p>
      {data && data.state !== 'ready' ? (
        <p role="status" className={classes.broken}>
          {words(data)}
        </p>
      ) : null}
      {isMissing ? <AcceptJournal /> : null}
      <VerifyJournal />
    </SettingsSection>
  )
}

function AcceptJournal() {
  const { t } = useTranslation('settings')
  const client = useQueryClient()
  const accept = useMutation({
    mutationFn: () => ipc.operations.acceptJournal({}),
    onSuccess: ({ status }) => {
      if (status.state === 'ready') toastDone({ title: t('journal.accepted') })
    },
    onError: (error) => toastError(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['operations'] }),
  })
  return (
    <Button variant="default" loading={accept.isPending} onClick={() => accept.mutate()}>
      {t('journal.accept')}
    </Button>
  )
}
