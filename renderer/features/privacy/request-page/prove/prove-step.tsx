import { Anchor, Button, Textarea } from '@mantine/core'
import { countLeft, leftOver, mustClear } from '@shared/features/privacy'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ipc } from '../../../../lib/ipc'
import { toAppError } from '../../../../lib/present-error'
import { useOnce } from '../../../../lib/use-once'
import { ErrorNotice } from '../../../../ui/error-notice'
import { LoadingBar } from '../../../../ui/loading-bar'
import { checksPath } from '../../paths'
import classes from '../../privacy.module.css'
import { StepFrame } from '../step-frame'
import type { StepProps } from '../step-props'
import { useRequestChange } from '../use-request-change'
import { CertificateView } from './certificate-view'
import { SaveCertificate } from './save-certificate'

/** Shortest reason for completing what is not complete. */
const shortest = 3

/** Ends the request with a signed certificate, or shows the one that it ended with. */
export function ProveStep({ profile, request, onStep }: StepProps) {
  const { t } = useTranslation('privacy')
  const { certificate } = request
  if (certificate) {
    return (
      <StepFrame
        title={t('prove.done')}
        hint={t('prove.doneHint')}
        aside={<SaveCertificate profile={profile.id} request={request.id} />}
      >
        <CertificateView certificate={certificate} />
        <Anchor component={Link} href={checksPath} size="sm">
          {t('list.checks')}
        </Anchor>
      </StepFrame>
    )
  }
  return <Complete profile={profile} request={request} onStep={onStep} />
}

function Complete({ profile, request, onStep }: StepProps) {
  const { t } = useTranslation('privacy')
  const [why, setWhy] = useState('')
  const [arrived, setArrived] = useState(0)
  const complete = useOnce(
    useRequestChange(
      profile.id,
      request.id,
      (at, acceptLeft: string) =>
        ipc.privacy.completeRequest({ ...at, ...(acceptLeft === '' ? {} : { acceptLeft }) }),
      (answer) => setArrived(answer.arrived),
    ),
    { again: true },
  )
  const left = leftOver(request)
  const { lines, notChosen, copies, places } = left
  const isLeft =
    countLeft(left) > 0 || (complete.error && toAppError(complete.error).code === 'SOMETHING_LEFT')
  const isSearched = request.searchedAt !== undefined
  const isCleared = request.copiesClearedAt !== undefined
  const isHeld = mustClear(request)
  const ready = isSearched && !isHeld && (!isLeft || why.trim().length >= shortest)
  return (
    <StepFrame title={t('prove.title')} hint={t('prove.hint')}>
      <LoadingBar active={complete.isRunning} />
      {arrived > 0 ? (
        <div role="alert" className={classes.warn}>
          <p>{t('prove.arrived', { count: arrived })}</p>
          <Button variant="default" onClick={() => onStep('find')}>
            {t('prove.look')}
          </Button>
        </div>
      ) : null}
      {isSearched ? null : <p className={classes.note}>{t('prove.notSearched')}</p>}
      {isHeld ? (
        <div className={classes.warn}>
          <p>{t('prove.clearFirst')}</p>
          <Button variant="default" onClick={() => onStep('copies')}>
            {t('prove.clear')}
          </Button>
        </div>
      ) : null}
      {isLeft ? (
        <>
          <ul className={classes.summary}>
            {lines > 0 ? (
              <li className={classes.warnText}>{t('prove.leftLines', { count: lines })}</li>
            ) : null}
            {notChosen > 0 ? (
              <li className={classes.warnText}>{t('prove.leftNotChosen', { count: notChosen })}</li>
            ) : null}
            {copies > 0 && isCleared ? (
              <li className={classes.warnText}>{t('prove.leftCopies', { count: copies })}</li>
            ) : null}
            {isCleared ? null : <li className={classes.warnText}>{t('prove.noCopies')}</li>}
            {places.map((place) => (
              <li key={place} className={classes.warnText}>
                {t('prove.notSearchedPlace', { place: t(`find.place.${place}`) })}
              </li>
            ))}
          </ul>
          <Textarea
            label={t('prove.why')}
            description={t('prove.whyHint')}
            autosize
            minRows={2}
            maxLength={500}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
        </>
      ) : (
        <p>{t('prove.nothingLeft')}</p>
      )}
      {complete.error ? <ErrorNotice error={complete.error} /> : null}
      <div className={classes.footer}>
        <Button
          disabled={!ready}
          loading={complete.isRunning}
          onClick={() => complete.run(isLeft ? why.trim() : '')}
        >
          {t(isLeft ? 'prove.completeAnyway' : 'prove.complete')}
        </Button>
      </div>
    </StepFrame>
  )
}
