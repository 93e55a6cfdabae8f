import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './bookings.module.css'

interface AdviceProps {
  readonly text: string
  /** Absent where nothing can be cancelled. */
  readonly onCancelInstead: (() => void) | undefined
}

/** What is better done by cancelling (rules.md #154), and the way there. */
export function Advice({ text, onCancelInstead }: AdviceProps) {
  const { t } = useTranslation('amendments')
  return (
    <p className={classes.advice}>
      {text}{' '}
      {onCancelInstead ? (
        <Anchor component="button" type="button" onClick={onCancelInstead}>
          {t('amend.cancelInstead')}
        </Anchor>
      ) : null}
    </p>
  )
}
