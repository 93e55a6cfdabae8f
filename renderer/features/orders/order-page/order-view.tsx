import type { Order } from '@shared/api'
import type { ProfileId } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../../ui/error-notice'
import { OrderHeader } from './order-header'
import classes from './order-page.module.css'
import { RetryButton } from './order-states'
import { OrderTabs } from './order-tabs'
import { PaymentActionsProvider } from './payments/payment-actions'
import { useRelativeTime } from './relative-time'
import { useOrderOnPage } from './use-order'

interface OrderViewProps {
  readonly profile: ProfileId
  /** False where the profile can only read. */
  readonly mayChange: boolean
  readonly reference: string
  readonly answer: { readonly order: Order; readonly raw: string; readonly readAt: number }
  /** Of the last reading, when it failed: what is shown is older then. */
  readonly error: unknown
  readonly onRefresh: () => void
}

/** An order that was read: who and what at the top, its parts below. */
export function OrderView({ profile, mayChange, reference, answer, error, onRefresh }: OrderViewProps) {
  const page = useOrderOnPage(answer)
  const content = (
    <>
      <OrderHeader
        profile={profile}
        mayChange={mayChange}
        reference={reference}
        page={page}
        onRefresh={onRefresh}
      />
      {error ? <Stale error={error} readAt={page.readAt} onRetry={onRefresh} /> : null}
      <OrderTabs profile={profile} mayChange={mayChange} reference={reference} page={page} />
    </>
  )
  if (!mayChange) return content
  return (
    <PaymentActionsProvider profile={profile} reference={reference} page={page}>
      {content}
    </PaymentActionsProvider>
  )
}

/** Says how old the order on screen is, and why it is not newer. */
function Stale({ error, readAt, onRetry }: { error: unknown; readAt: number; onRetry: () => void }) {
  const { t } = useTranslation('order')
  const when = useRelativeTime(readAt)
  return (
    <div className={classes.stale}>
      <p>{t('states.stale', { when })}</p>
      <ErrorNotice error={error} actions={<RetryButton onRetry={onRetry} />} />
    </div>
  )
}
