import type { OperationStep } from '@shared/features/operations'
import { useTranslation } from 'react-i18next'
import type words from '../../../../resources/locales/en/operations.json'
import { Section } from '../../../ui/section'
import { useMoments } from '../moments'
import classes from './detail.module.css'

type KnownStep = keyof (typeof words)['detail']['step']

/** Everything that happened to an operation, oldest first. */
export function StepList({ steps }: { steps: readonly OperationStep[] }) {
  const { t, i18n } = useTranslation('operations')
  const moments = useMoments()
  const name = (type: string) =>
    i18n.exists(`operations:detail.step.${type}`) ? t(`detail.step.${type as KnownStep}`) : type
  return (
    <Section title={t('detail.history.title')}>
      <ol className={classes.steps}>
        {steps.map(({ ordinal, at, type }) => (
          <li key={ordinal} className={classes.step}>
            <time dateTime={new Date(at).toISOString()} className={classes.dimmed}>
              {moments.full(at)}
            </time>
            <span>{name(type)}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
