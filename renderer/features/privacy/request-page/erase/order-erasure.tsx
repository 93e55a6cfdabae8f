import { Button } from '@mantine/core'
import type { BatchPlan, PlanId } from '@shared/features/batches'
import { ordersToErase, type PrivacyRequest } from '@shared/features/privacy'
import type { ProfileId } from '@shared/kernel/ids'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../../lib/ipc'
import { ErrorNotice } from '../../../../ui/error-notice'
import { LoadFailed } from '../../../../ui/load-failed'
import { LoadingBar } from '../../../../ui/loading-bar'
import { planOptions } from '../../../batches'
import classes from '../../privacy.module.css'
import { privacyQueries } from '../../queries'
import { useCodeWords } from '../use-code-words'
import { TypedConfirm } from './typed-confirm'

interface OrderErasureProps {
  readonly profile: ProfileId
  readonly request: PrivacyRequest
}

/** Prepares the erasure of the chosen orders that are not erased: every order is read once more, nothing is sent by that. */
export function OrderErasure({ profile, request }: OrderErasureProps) {
  const { t } = useTranslation('privacy')
  const [plan, setPlan] = useState<PlanId>()
  const waiting = ordersToErase(request).length
  const prepare = useMutation({
    mutationFn: () => ipc.privacy.planErasure({ profile, request: request.id }),
    onSuccess: (made) => setPlan(made.plan),
  })
  if (waiting === 0) return null
  const begin = () => {
    setPlan(undefined)
    prepare.mutate()
  }
  if (plan !== undefined) {
    return <PreparedErasure key={plan} profile={profile} request={request} plan={plan} onAgain={begin} />
  }
  return (
    <>
      <LoadingBar active={prepare.isPending} />
      {prepare.error ? <ErrorNotice error={prepare.error} /> : null}
      <div className={classes.footer}>
        <Button loading={prepare.isPending} onClick={begin}>
          {t('erase.prepare', { count: waiting })}
        </Button>
      </div>
    </>
  )
}

/** What would be sent, and the one button that sends it. */
function PreparedErasure(props: OrderErasureProps & { readonly plan: PlanId; readonly onAgain: () => void }) {
  const { t } = useTranslation('privacy')
  const words = useCodeWords()
  const { profile, plan: id, onAgain } = props
  const query = useQuery(planOptions(profile, id))
  const plan = query.data
  if (query.error) return <LoadFailed error={query.error} onRetry={onAgain} />
  if (!plan || plan.stage === 'resolving' || plan.stage === 'resolved' || plan.stage === 'planning') {
    return (
      <>
        <LoadingBar active />
        <p role="status" className={classes.quiet}>
          {t('erase.preparing', { done: plan?.progress.done ?? 0, total: plan?.progress.total ?? 0 })}
        </p>
      </>
    )
  }
  if (plan.stage === 'started') return null
  if (plan.stage !== 'planned') {
    return (
      <div className={classes.footer}>
        <span role="alert">{t('erase.notPrepared', { why: words(plan.error?.code ?? 'INTERNAL') })}</span>
        <Button variant="default" onClick={onAgain}>
          {t('erase.prepareAgain')}
        </Button>
      </div>
    )
  }
  return <ConfirmErasure {...props} prepared={plan} />
}

function ConfirmErasure(
  props: OrderErasureProps & { readonly prepared: BatchPlan; readonly onAgain: () => void },
) {
  const { t } = useTranslation('privacy')
  const client = useQueryClient()
  const { profile, request, prepared, onAgain } = props
  const { toSend = 0, findings, lines } = prepared
  const held = findings['not-allowed'] ?? 0
  const unread = (findings.unreadable ?? 0) + (findings['not-found'] ?? 0)
  const start = useMutation({
    mutationFn: () =>
      ipc.privacy.startErasure({ profile, request: request.id, plan: prepared.id, count: toSend }),
    onSuccess: () => client.invalidateQueries({ queryKey: privacyQueries.all(profile) }),
  })
  const effect = (
    <ul className={classes.summary}>
      <li>{t('erase.willSend', { count: toSend, total: lines })}</li>
      {held > 0 ? <li className={classes.warnText}>{t('erase.willHold', { count: held })}</li> : null}
      {unread > 0 ? <li className={classes.warnText}>{t('erase.willSkip', { count: unread })}</li> : null}
    </ul>
  )
  if (toSend === 0) {
    return (
      <>
        {effect}
        <div className={classes.footer}>
          <Button variant="default" onClick={onAgain}>
            {t('erase.prepareAgain')}
          </Button>
        </div>
      </>
    )
  }
  return (
    <TypedConfirm
      count={toSend}
      label={t('erase.typeOrders', { count: toSend })}
      act={t('erase.actOrders', { count: toSend })}
      mutation={start}
    >
      {effect}
      <p>
        <strong>{t('erase.irreversible')}</strong> {t('erase.undoWindow')}
      </p>
    </TypedConfirm>
  )
}
