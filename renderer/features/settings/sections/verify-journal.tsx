import { Button, Progress } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onEvent } from '../../../lib/events'
import { useFormat } from '../../../lib/format'
import { ipc } from '../../../lib/ipc'
import { ErrorNotice } from '../../../ui/error-notice'
import { useJournalWords } from '../../operations'
import classes from '../settings.module.css'

/** Checking that takes less than this shows no progress, in milliseconds. */
const shortTime = 1000
/** More flaws than this are counted, not listed. */
const maxListed = 5

type Check = Awaited<ReturnType<typeof ipc.operations.verifyJournal>>

/** Checks the whole journal when asked, and says what it found. */
export function VerifyJournal() {
  const { t } = useTranslation('settings')
  const [share, setShare] = useState<number>()
  const verify = useMutation({ mutationFn: () => ipc.operations.verifyJournal({}) })
  const { isPending } = verify
  useEffect(() => {
    if (!isPending) return setShare(undefined)
    const since = Date.now()
    return onEvent('journal.verifying', ({ checked, of }) => {
      if (Date.now() - since > shortTime) setShare((100 * checked) / of)
    })
  }, [isPending])
  return (
    <>
      <Button variant="default" loading={isPending} onClick={() => verify.mutate()}>
        {t('journal.verify')}
      </Button>
      {share === undefined ? null : (
        <Progress className={classes.wide} value={share} aria-label={t('journal.verifying')} />
      )}
      {verify.error ? <ErrorNotice error={verify.error} /> : null}
      {verify.data ? <Outcome check={verify.data} /> : null}
    </>
  )
}

const Whole = ({ children }: { children: string }) => (
  <p role="status" className={classes.hint}>
    {children}
  </p>
)

function Outcome({ check }: { check: Check }) {
  const { t } = useTranslation('settings')
  const { locale } = useFormat()
  const words = useJournalWords()
  const { entries, events, since, flaws, gap, anchored } = check
  if (flaws.length === 0 && !gap) {
    if (since === undefined) return <Whole>{t('journal.empty')}</Whole>
    const values = {
      operations: t('journal.operations', { count: entries }),
      steps: t('journal.steps', { count: events }),
      date: new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(since),
    }
    return <Whole>{anchored ? t('journal.whole', values) : t('journal.unanchored', values)}</Whole>
  }
  const number = new Intl.NumberFormat(locale)
  return (
    <div role="status" className={classes.broken}>
      {gap ? <p>{words({ state: 'damaged', readableEntries: entries, gap })}</p> : null}
      {flaws.slice(0, maxListed).map(({ seq, what }) => (
        <p key={seq}>
          {seq === 0 ? t('journal.flaw.file') : t(`journal.flaw.${what}`, { seq: number.format(seq) })}
        </p>
      ))}
      {flaws.length > maxListed ? <p>{t('journal.moreFlaws', { count: flaws.length - maxListed })}</p> : null}
    </div>
  )
}
