import { Button, TextInput } from '@mantine/core'
import { type BatchPlan, changesNothing, typedCountFrom } from '@shared/features/batches'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useFormat } from '../../../lib/format'
import { ipc } from '../../../lib/ipc'
import { noPlainEnter } from '../../../lib/no-plain-enter'
import { useShortcut } from '../../../lib/shortcuts'
import { useArmed } from '../../../lib/use-armed'
import { useOnce } from '../../../lib/use-once'
import { useStepFocus } from '../../../lib/use-step-focus'
import { ErrorNotice } from '../../../ui/error-notice'
import { Kbd } from '../../../ui/kbd'
import { useActiveProfile } from '../../profiles'
import classes from '../batches.module.css'
import { batchPath } from '../paths'
import { reasonOf } from '../words'
import { ActText } from './act-text'
import { PlanEffect } from './plan-effect'

/** What would happen, and the one button that makes it so. Plain Enter never reaches that one. */
export function ConfirmPlan({ plan, onChange }: { plan: BatchPlan; onChange: () => void }) {
  const { t } = useTranslation('batches')
  const format = useFormat()
  const [, navigate] = useLocation()
  const { profile } = useActiveProfile()
  const describedBy = useId()
  const heading = useStepFocus<HTMLHeadingElement>()
  const armed = useArmed()
  const [typed, setTyped] = useState('')
  const { toSend = 0 } = plan
  const isHarmless = changesNothing(plan.kind)
  const mustType = toSend >= typedCountFrom
  const isTyped = typed.replace(/[\s.,]/g, '') === String(toSend)
  const start = useOnce(
    useMutation({
      mutationFn: (): Promise<{ batch?: string | undefined }> => {
        const confirmed = { profile: plan.profile, plan: plan.id, ...(mustType ? { count: toSend } : {}) }
        return isHarmless ? ipc.batches.saveVouchers(confirmed) : ipc.batches.startBatch(confirmed)
      },
      onSuccess: ({ batch }) => {
        // Without one the person chose no folder.
        if (batch !== undefined) navigate(batchPath(batch), { replace: true })
      },
    }),
    { again: isHarmless },
  )
  const isBarred = profile.readOnly && !isHarmless
  const ready = armed && toSend > 0 && !isBarred && (!mustType || isTyped)
  useShortcut('submitForm', start.run, { enabled: ready && !start.isRunning })
  const reason = reasonOf(plan.action)
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={classes.heading}>
        {t('confirm.title')}
      </h2>
      <div id={describedBy} className={classes.effect}>
        <PlanEffect plan={plan} />
        {reason ? <p>{t('confirm.reason', { reason })}</p> : null}
      </div>
      {isBarred ? <p role="alert">{t('confirm.readOnly')}</p> : null}
      {mustType && !isBarred ? (
        <TextInput
          label={t('confirm.typed', { count: toSend, number: format.count(toSend) })}
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          error={
            typed !== '' && !String(toSend).startsWith(typed.trim()) ? t('confirm.otherNumber') : undefined
          }
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      ) : null}
      {start.error ? <ErrorNotice error={start.error} command={!isHarmless} /> : null}
      <div className={classes.footer}>
        <Button variant="default" onClick={onChange} disabled={start.isRunning}>
          {t('confirm.change')}
        </Button>
        {toSend > 0 ? (
          <Button
            {...(isHarmless ? {} : { color: 'red.9' })}
            className={classes.act}
            onClick={() => start.run()}
            onKeyDown={noPlainEnter}
            disabled={!ready}
            loading={start.isRunning}
            aria-describedby={describedBy}
            rightSection={<Kbd keys="Mod+Enter" decorative />}
          >
            <ActText plan={plan} />
          </Button>
        ) : null}
      </div>
    </>
  )
}
