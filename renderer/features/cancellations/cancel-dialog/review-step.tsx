import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../../ui/error-notice'
import { Kbd } from '../../../ui/kbd'
import classes from './cancel-dialog.module.css'
import { EffectSummary, Note } from './effect-summary'
import type { Draft } from './use-draft'

interface ReviewStepProps {
  readonly draft: Draft
  readonly sending: boolean
  readonly error: unknown
  readonly onConfirm: () => void
  readonly onBack: () => void
}

/** The exact effect once more, and the one button that acts. Plain Enter does not reach it. */
export function ReviewStep({ draft, sending, error, onConfirm, onBack }: ReviewStepProps) {
  const { t } = useTranslation('cancellations')
  const describedBy = useId()
  useHotkeys([['mod+Enter', () => sending || onConfirm()]], [])
  return (
    <div>
      <div id={describedBy} className={classes.column}>
        <h3 className={classes.heading}>{t('review.title')}</h3>
        <EffectSummary
          forecast={draft.forecast}
          refundToGuest={draft.refundToGuest}
          requests={draft.targets.length}
        />
        <p className={classes.line}>{t(draft.refundToGuest ? 'review.refundYes' : 'review.refundNo')}</p>
        <p className={classes.line}>{t('review.reason', { reason: draft.reason.trim() })}</p>
        <Note warning>{t('review.irreversible')}</Note>
        {error ? <ErrorNotice error={error} command /> : null}
      </div>
      <div className={classes.footer}>
        <Button variant="default" onClick={onBack} disabled={sending} data-autofocus>
          {t('review.back')}
        </Button>
        <Button
          color="red.9"
          onClick={onConfirm}
          // Plain Enter never moves money.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          loading={sending}
          aria-describedby={describedBy}
          rightSection={<Kbd keys="Mod+Enter" decorative />}
        >
          {t('review.confirm')}
        </Button>
      </div>
    </div>
  )
}
