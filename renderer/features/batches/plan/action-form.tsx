import { Button, Radio, Textarea } from '@mantine/core'
import type { BatchPlan } from '@shared/features/batches'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { useShortcut } from '../../../lib/shortcuts'
import { useOnce } from '../../../lib/use-once'
import { useStepFocus } from '../../../lib/use-step-focus'
import { ErrorNotice } from '../../../ui/error-notice'
import { Kbd } from '../../../ui/kbd'
import classes from '../batches.module.css'
import { AmendFields } from './amend-fields'
import { useActionDraft } from './use-action-draft'

/** What is to be done to everything that was found; leads to the preview, sends nothing. */
export function ActionForm({ plan, onAsked }: { plan: BatchPlan; onAsked: () => void }) {
  const { t } = useTranslation('batches')
  const heading = useStepFocus<HTMLHeadingElement>()
  const { draft, change, action } = useActionDraft(plan.kind, plan.action)
  const found = (plan.findings.found ?? 0) + (plan.action ? (plan.findings['not-allowed'] ?? 0) : 0)
  const preview = useOnce(
    useMutation({
      mutationFn: async () => {
        if (action) await ipc.batches.planBatch({ plan: plan.id, action })
      },
      onSuccess: onAsked,
    }),
    { again: true },
  )
  const ready = action !== undefined && found > 0
  useShortcut('submitForm', preview.run, { enabled: ready })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) preview.run()
  }
  if (found === 0) {
    return (
      <p role="status" className={classes.lead}>
        {t('form.nothingFound')}
      </p>
    )
  }
  const asksReason = plan.kind === 'cancel' || plan.kind === 'refund'
  return (
    <form onSubmit={submit} className={classes.form}>
      <h2 ref={heading} tabIndex={-1} className={classes.heading}>
        {t('form.found', { count: found })}
      </h2>
      <p className={classes.quiet}>{t(aboutOf(plan))}</p>
      {plan.kind === 'cancel' ? (
        <Radio.Group
          label={t('form.refund')}
          value={draft.refundToGuest === undefined ? '' : String(draft.refundToGuest)}
          onChange={(chosen) => change({ refundToGuest: chosen === 'true' })}
        >
          <Radio mt={10} value="true" label={t('form.refundYes')} />
          <Radio mt={10} value="false" label={t('form.refundNo')} />
        </Radio.Group>
      ) : null}
      {plan.kind === 'amend' ? <AmendFields draft={draft} onChange={change} /> : null}
      {asksReason ? (
        <Textarea
          label={t('form.reason')}
          description={t('form.reasonHint')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={500}
          value={draft.reason}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
      ) : null}
      {preview.error ? <ErrorNotice error={preview.error} /> : null}
      <div className={classes.footer}>
        <Button
          type="submit"
          disabled={!ready}
          loading={preview.isRunning}
          rightSection={<Kbd keys="Mod+Enter" decorative />}
        >
          {t('form.preview', { count: found })}
        </Button>
      </div>
      <p className={classes.quiet}>{t('panel.nothingSent')}</p>
    </form>
  )
}

/** A refund says whether it is of whole orders or of the payments that were chosen. */
function aboutOf({ kind, namesPayments }: BatchPlan) {
  if (kind !== 'refund' || !namesPayments) return `form.about.${kind}` as const
  return namesPayments === 'only' ? 'form.about.payments' : 'form.about.ordersAndPayments'
}
