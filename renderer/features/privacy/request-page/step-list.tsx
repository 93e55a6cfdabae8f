import type { PrivacyRequest } from '@shared/features/privacy'
import {
  IconAlertTriangleFilled,
  IconCircle,
  IconCircleCheckFilled,
  IconCircleDotted,
  IconCircleFilled,
  type TablerIcon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from '../privacy.module.css'
import { type Step, type StepState, stepStates, steps } from './steps'

const shapes: Readonly<Record<StepState, TablerIcon>> = {
  done: IconCircleCheckFilled,
  running: IconCircleDotted,
  attention: IconAlertTriangleFilled,
  next: IconCircleFilled,
  later: IconCircle,
}

/** The five steps, each with where it stands in words and shape, and a way to it. */
export function StepList(props: {
  readonly request: PrivacyRequest
  readonly current: Step
  readonly onStep: (step: Step) => void
}) {
  const { t } = useTranslation('privacy')
  const states = stepStates(props.request)
  return (
    <nav aria-label={t('step.label')}>
      <ol className={classes.steps}>
        {steps.map((step, at) => {
          const state = states[step]
          const Shape = shapes[state]
          return (
            <li key={step}>
              <button
                type="button"
                className={classes.step}
                data-state={state}
                aria-current={step === props.current ? 'step' : undefined}
                onClick={() => props.onStep(step)}
              >
                <Shape size={16} className={classes.shape} aria-hidden />
                <span>
                  <span className={classes.stepName}>{t(`step.name.${step}`, { number: at + 1 })}</span>
                  <span className={classes.stepState}>{t(`step.state.${state}`)}</span>
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
