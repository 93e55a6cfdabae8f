import { Autocomplete, Button, Radio, Stack, Switch } from '@mantine/core'
import { type CancellableOrder, hasThirdParty } from '@shared/features/cancellations'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../../lib/shortcuts'
import { useFieldFocus } from '../../../lib/use-step-focus'
import classes from './cancel-dialog.module.css'
import { EffectSummary, Note } from './effect-summary'
import { PartTree } from './part-tree'
import { type Draft, shortestReason } from './use-draft'

interface ChooseStepProps {
  readonly order: CancellableOrder
  readonly draft: Draft
  /** The profile may send the parameter of the override, whose name is a guess. */
  readonly mayOverride: boolean
  readonly onReview: () => void
  readonly onClose: () => void
  /** The fresh read before the review is under way. */
  readonly reading: boolean
}

/** Left what is chosen, right what will happen. */
export function ChooseStep({ order, draft, mayOverride, onReview, onClose, reading }: ChooseStepProps) {
  const { t } = useTranslation('cancellations')
  // Whoever comes back from the review, or is shown a new version of the order, begins at the top again.
  const form = useFieldFocus<HTMLFormElement>('[data-autofocus]')
  useShortcut('submitForm', onReview, { inDialog: true, enabled: draft.complete && !reading })
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        if (draft.complete && !reading) onReview()
      }}
    >
      <div className={classes.columns}>
        <div className={classes.column}>
          <PartTree order={draft.order} selection={draft.selection} onChange={draft.setSelection} />
          {mayOverride && hasThirdParty(order) ? <OverrideSwitch draft={draft} /> : null}
        </div>
        <div className={classes.column}>
          <EffectSummary
            forecast={draft.forecast}
            refundToGuest={draft.refundToGuest}
            requests={draft.targets.length}
          />
          <RefundChoice order={order} draft={draft} />
          <ReasonField draft={draft} />
        </div>
      </div>
      <div className={classes.footer}>
        <Button variant="default" onClick={onClose}>
          {t('choose.close')}
        </Button>
        <Button type="submit" disabled={!draft.complete} loading={reading}>
          {t('choose.review')}
        </Button>
      </div>
    </form>
  )
}

/** Off unless somebody means it; what it may lead to is said before it is used. */
function OverrideSwitch({ draft }: { draft: Draft }) {
  const { t } = useTranslation('cancellations')
  return (
    <div>
      <Switch
        label={t('choose.override')}
        checked={draft.override}
        onChange={(event) => draft.setOverride(event.currentTarget.checked)}
      />
      {draft.override ? <Note warning>{t('review.override')}</Note> : null}
    </div>
  )
}

function RefundChoice({ order, draft }: { order: CancellableOrder; draft: Draft }) {
  const { t } = useTranslation('cancellations')
  if (draft.settledOutside) {
    return (
      <Note>{t('choose.settledOutside', { settlement: order.order_settlement_type ?? 'EXTERNAL' })}</Note>
    )
  }
  return (
    <Radio.Group
      label={t('choose.refund')}
      withAsterisk
      value={draft.refundToGuest === undefined ? '' : String(draft.refundToGuest)}
      onChange={(value) => draft.setRefundToGuest(value === 'true')}
    >
      <Stack gap={10} mt={8}>
        <Radio value="true" label={t('choose.refundYes')} />
        <Radio value="false" label={t('choose.refundNo')} />
      </Stack>
    </Radio.Group>
  )
}

function ReasonField({ draft }: { draft: Draft }) {
  const { t } = useTranslation('cancellations')
  const [left, setLeft] = useState(false)
  const tooShort = left && draft.reason.trim().length < shortestReason
  const suggestions = (['guest', 'illness', 'duplicate', 'wrong', 'supplier', 'weather'] as const).map(
    (key) => t(`reasons.${key}`),
  )
  return (
    <Autocomplete
      label={t('choose.reason')}
      placeholder={t('choose.reasonPlaceholder')}
      withAsterisk
      maxLength={500}
      data={suggestions}
      openOnFocus={false}
      // Above the field, where it does not lie over the button that comes next.
      comboboxProps={{ position: 'top-start' }}
      value={draft.reason}
      onChange={draft.setReason}
      onBlur={() => setLeft(true)}
      error={tooShort ? t('choose.reasonTooShort') : undefined}
    />
  )
}
