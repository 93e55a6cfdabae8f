import { Button, Group, Progress } from '@mantine/core'
import type { MirrorState } from '@shared/features/mirror'
import type { Profile } from '@shared/features/profiles'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../lib/ipc'
import { timeLeftText } from '../../lib/time-left'
import { ErrorNotice } from '../../ui/error-notice'
import { useActiveProfile } from '../profiles'
import { ForgetDialog } from './forget-dialog'
import classes from './mirror.module.css'
import { useMirrorWords } from './mirror-words'
import { mirrorStateOptions } from './queries'
import { RetentionChoice } from './retention-choice'
import { StartDialog } from './start-dialog'

/** The local copy of the orders of the profile in use: how it stands, and steering it. The title is the caller's. */
export function MirrorSection() {
  const { t } = useTranslation('mirror')
  const { profile } = useActiveProfile()
  const { data } = useQuery(mirrorStateOptions(profile.id))
  return (
    <>
      <p className={classes.hint}>{t('hint')}</p>
      {data ? (
        <>
          <Standing state={data} profile={profile} />
          <RetentionChoice state={data} profile={profile} />
          <Steering state={data} profile={profile} />
        </>
      ) : null}
    </>
  )
}

interface PartProps {
  readonly state: MirrorState
  readonly profile: Profile
}

function Standing({ state, profile }: PartProps) {
  const { t } = useTranslation('mirror')
  const { t: ui } = useTranslation('ui')
  const words = useMirrorWords()
  const { orders, of, timeLeft, why, inMemory, leftOut, setAside, clockSkew } = state
  const sentence = words(state, profile.name)
  const isFilling = state.state === 'filling'
  return (
    <div>
      <p role="status" className={classes.state}>
        {sentence}
        {isFilling && timeLeft !== undefined ? ` · ${timeLeftText(timeLeft, ui)}` : null}
      </p>
      {isFilling && of ? (
        <Progress className={classes.bar} value={(100 * orders) / of} mt={8} aria-label={sentence} />
      ) : null}
      {why ? <p className={classes.hint}>{t(`why.${why}`)}</p> : null}
      {inMemory ? <p className={classes.hint}>{t('inMemory')}</p> : null}
      {leftOut ? <p className={classes.hint}>{t('leftOut')}</p> : null}
      {setAside ? <p className={classes.hint}>{t('setAside', { file: setAside })}</p> : null}
      {clockSkew === undefined ? null : (
        <p className={classes.hint}>
          {t('clockSkew', {
            minutes: t('minutes', { count: Math.round(Math.abs(clockSkew) / 60_000) || 1 }),
          })}
        </p>
      )}
    </div>
  )
}

function Steering({ state, profile }: PartProps) {
  const { t } = useTranslation('mirror')
  const client = useQueryClient()
  const [asking, setAsking] = useState<'start' | 'forget'>()
  const steer = useMutation({
    mutationFn: (how: 'startMirror' | 'pauseMirror' | 'refreshMirror') =>
      ipc.mirror[how]({ profile: profile.id }),
    onSuccess: (next) => client.setQueryData(mirrorStateOptions(profile.id).queryKey, next),
  })
  const isOff = state.state === 'off'
  return (
    <>
      {steer.error ? <ErrorNotice error={steer.error} /> : null}
      <Group gap={8}>
        {isOff ? (
          <Button variant="default" onClick={() => setAsking('start')}>
            {t('start')}
          </Button>
        ) : (
          <>
            {state.state === 'paused' ? (
              <Button variant="default" onClick={() => steer.mutate('startMirror')}>
                {t(state.why === 'metered' ? 'resumeMetered' : 'resume')}
              </Button>
            ) : (
              <Button variant="default" onClick={() => steer.mutate('pauseMirror')}>
                {t('pause')}
              </Button>
            )}
            {state.state === 'fresh' ? (
              <Button
                variant="default"
                loading={steer.isPending}
                onClick={() => steer.mutate('refreshMirror')}
              >
                {t('refresh')}
              </Button>
            ) : null}
            <Button variant="subtle" color="gray" onClick={() => setAsking('forget')}>
              {t('forget')}
            </Button>
          </>
        )}
      </Group>
      {asking === 'start' ? <StartDialog profile={profile} onClose={() => setAsking(undefined)} /> : null}
      {asking === 'forget' ? <ForgetDialog profile={profile} onClose={() => setAsking(undefined)} /> : null}
    </>
  )
}
