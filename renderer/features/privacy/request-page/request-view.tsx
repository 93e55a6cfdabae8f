import { type ComponentType, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWindowTitle } from '../../../lib/window-title'
import { JournalNotice } from '../../operations'
import classes from '../privacy.module.css'
import { CopiesStep } from './copies-step'
import { EraseStep } from './erase/erase-step'
import { FindStep } from './find/find-step'
import { ProveStep } from './prove/prove-step'
import { RequestHeader } from './request-header'
import { ReviewStep } from './review/review-step'
import { StepList } from './step-list'
import type { StepProps } from './step-props'
import { firstStep, type Step } from './steps'

const bodies: Readonly<Record<Step, ComponentType<StepProps>>> = {
  find: FindStep,
  review: ReviewStep,
  erase: EraseStep,
  copies: CopiesStep,
  prove: ProveStep,
}

/** A request: who, until when, and the five steps, of which one is open. The window is named after its number only. */
export function RequestView({ profile, request }: Omit<StepProps, 'onStep'>) {
  const { t } = useTranslation('privacy')
  const [chosen, setChosen] = useState<Step>()
  const [first] = useState(() => firstStep(request))
  const isWithdrawn = request.state === 'withdrawn'
  useWindowTitle(t('page.title', { number: request.number }))
  const step = chosen ?? first
  const Body = bodies[step]
  return (
    <article className={classes.article}>
      <RequestHeader profile={profile} request={request} />
      <JournalNotice />
      {isWithdrawn ? (
        <p className={classes.note}>{t('page.withdrawn')}</p>
      ) : (
        <>
          <StepList request={request} current={step} onStep={setChosen} />
          <Body key={step} profile={profile} request={request} onStep={setChosen} />
        </>
      )}
    </article>
  )
}
