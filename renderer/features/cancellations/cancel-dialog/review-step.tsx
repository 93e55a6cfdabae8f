import { Button, VisuallyHidden } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { keysOf, shortcutTable, useShortcut } from '../../../lib/shortcuts'
import { useArmed } from '../../../lib/use-armed'
import { useStepFocus } from '../../../lib/use-step-focus'
import { ErrorNotice } from '../../../ui/error-notice'
import { Kbd } from '../../../ui/kbd'
import classes from './cancel-dialog.module.css'
import { ChosenList } from './chosen-list'
import { EffectSummary, Note } from './effect-summary'
import { FirstOperationLink } from './first-operation-link'
import type { Draft } from './use-draft'

interface ReviewStepProps {
  readonly draft: Draft
  /** It takes the place of one that was recorded before and not sent. */
  readonly instead: boolean
  /** The terms came to something else than when it was chosen, or than when it was reviewed before. */
  readonly estimateMoved: boolean
  readonly sending: boolean
  readonly error: unknown
  readonly onConfirm: () => void
  readonly onBack: () => void
  readonly onClose: () => void
}

/** The exact effect once more, and the one button that acts. Plain Enter does not reach it, nor does a key held down. */
export function ReviewStep(props: ReviewStepProps) {
  const { draft, instead, estimateMoved, sending, error, onConfirm, onBack, onClose } = props
  const { t } = useTranslation('cancellations')
  const describedBy = useId()
  const armed = useArmed()
  const heading = useStepFocus<HTMLHeadingElement>()
  useShortcut('submitForm', onConfirm, { inDialog: true, enabled: armed && !sending })
  return (
    <div>
      <div id={describedBy} className={classes.column}>
        <h3 ref={heading} tabIndex={-1} data-autofocus className={classes.heading}>
          {t('review.title')}
        </h3>
        {estimateMoved ? (
          <div role="alert">
            <Note warning>{t('review.estimateMoved')}</Note>
          </div>
        ) : null}
        {instead ? <Note>{t('review.instead')}</Note> : null}
        <div className={classes.columns}>
          <ChosenList parts={draft.parts} staying={draft.staying} />
          <div className={classes.column}>
            <EffectSummary
              forecast={draft.forecast}
              refundToGuest={draft.refundToGuest}
              requests={draft.targets.length}
            />
            <p className={classes.line}>{t(draft.refundToGuest ? 'review.refundYes' : 'review.refundNo')}</p>
            <p className={classes.line}>{t('review.reason', { reason: draft.reason.trim() })}</p>
            <p className={classes.line}>{t('review.mail')}</p>
            {draft.override ? <Note warning>{t('review.override')}</Note> : null}
            <Note warning>{t('review.irreversible')}</Note>
          </div>
        </div>
        {error ? (
          <ErrorNotice
            error={error}
            command
            actions={<FirstOperationLink error={error} onFollow={onClose} />}
          />
        ) : null}
      </div>
      <div className={classes.footer}>
        <Button variant="default" onClick={onBack} disabled={sending}>
          {t('review.back')}
        </Button>
        {sending ? <span className={classes.quiet}>{t('review.recording')}</span> : null}
        <Button
          color="red.9"
          onClick={onConfirm}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            // Plain Enter never moves money, and no key does that is held down.
            event.preventDefault()
            const keys = keysOf(event.nativeEvent, window.gatehouse.platform)
            if (keys === shortcutTable.submitForm.keys && !event.repeat) onConfirm()
          }}
          disabled={!armed}
          loading={sending}
          aria-describedby={describedBy}
          rightSection={<Kbd keys={shortcutTable.submitForm.keys} decorative />}
        >
          <VisuallyHidden>{t('review.confirm')}: </VisuallyHidden>
          <Act draft={draft} />
        </Button>
      </div>
    </div>
  )
}

/** The act in words: "Cancel 3 tickets and refund about €42.93". */
function Act({ draft: { forecast, parts } }: { draft: Draft }) {
  const { t } = useTranslation('cancellations')
  const format = useFormat()
  const count = parts.reduce((sum, part) => sum + part.tickets.length, 0)
  if (!forecast.computed || 'none' in forecast.refund) return t('review.act', { count })
  const { low, high } = forecast.refund
  const amount = format.money(high, forecast.currency)
  return t(low === high ? 'review.actRefund' : 'review.actUpTo', { count, amount })
}
