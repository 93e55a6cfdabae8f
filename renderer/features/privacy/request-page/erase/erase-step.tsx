import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../../lib/ipc'
import { ErrorNotice } from '../../../../ui/error-notice'
import { LoadingBar } from '../../../../ui/loading-bar'
import classes from '../../privacy.module.css'
import { StepFrame } from '../step-frame'
import type { StepProps } from '../step-props'
import { hasEnded, stepStates } from '../steps'
import { useRequestChange } from '../use-request-change'
import { ContactErasure } from './contact-erasure'
import { ErasedLines } from './erased-lines'
import { OrderErasure } from './order-erasure'
import { RunningBatch } from './running-batch'

/**
 * What is sent, how far it is, and whether everything is gone: first the orders, then the contacts. And who else was given
 * some of it, whom no call reaches (rules.md #192, #193).
 */
export function EraseStep({ profile, request, onStep }: StepProps) {
  const { t } = useTranslation('privacy')
  const verify = useRequestChange(profile.id, request.id, ipc.privacy.verifyErasure)
  const { erasedOrders, erasedContacts, batches } = request
  const lines = [...erasedOrders, ...erasedContacts]
  const isRunning = lines.some(({ state }) => state === 'under-way')
  const isSent = lines.some(({ operation }) => operation !== undefined)
  const isEnded = hasEnded(request)
  const batch = batches.at(-1)
  const canGoOn = stepStates(request).copies !== 'later'
  const isProof = isEnded || request.copiesClearedAt !== undefined
  return (
    <StepFrame
      title={t('erase.title')}
      hint={t('erase.hint')}
      aside={
        isSent && !isEnded ? (
          <Button
            variant="default"
            disabled={isRunning}
            loading={verify.isPending}
            onClick={() => verify.mutate()}
          >
            {t('erase.verify')}
          </Button>
        ) : null
      }
    >
      <LoadingBar active={verify.isPending} />
      {verify.error ? <ErrorNotice error={verify.error} /> : null}
      {profile.readOnly ? (
        <p role="alert" className={classes.warn}>
          {t('erase.readOnly')}
        </p>
      ) : null}
      {lines.length === 0 ? <p className={classes.note}>{t('review.nobody')}</p> : null}
      {batch === undefined ? null : <RunningBatch profile={profile.id} batch={batch} />}
      <ErasedLines
        title={t('erase.orders')}
        lines={erasedOrders.map((line) => ({ ...line, key: line.reference, kind: 'order' as const }))}
        isProof={isProof}
      />
      {isEnded || profile.readOnly || isRunning ? null : (
        <OrderErasure profile={profile.id} request={request} />
      )}
      <ErasedLines
        title={t('erase.contacts')}
        lines={erasedContacts.map((line) => ({ ...line, key: line.uid, kind: 'contact' as const }))}
        isProof={isProof}
      />
      <ContactErasure profile={profile} request={request} />
      {isSent ? <p className={classes.note}>{t('erase.outside')}</p> : null}
      {isEnded ? null : (
        <div className={classes.footer}>
          <Button variant="default" onClick={() => onStep('review')}>
            {t('erase.back')}
          </Button>
          <Button disabled={!canGoOn} onClick={() => onStep('copies')}>
            {t('erase.next')}
          </Button>
        </div>
      )}
    </StepFrame>
  )
}
