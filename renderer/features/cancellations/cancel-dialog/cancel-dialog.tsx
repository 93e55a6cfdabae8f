import { Modal } from '@mantine/core'
import type { Order } from '@shared/api'
import {
  type CancellableOrder,
  type CancellableReading,
  type CancellationForecast,
  confirmedForecast,
  readCancellableOrder,
} from '@shared/features/cancellations'
import { idText, type OperationId, type OrderReference, type ProfileId } from '@shared/kernel/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { ErrorNotice } from '../../../ui/error-notice'
import { ChooseStep } from './choose-step'
import { Note } from './effect-summary'
import { ProgressStep } from './progress-step'
import { ReviewStep } from './review-step'
import { Unreadable } from './unreadable'
import { type Draft, useDraft } from './use-draft'

interface CancelDialogProps {
  readonly profile: ProfileId
  /** The order as the person sees it. */
  readonly order: Order
  readonly reference: OrderReference
  readonly onClose: () => void
}

/** What was sent: the operations, and what the person confirmed. */
interface Submitted {
  readonly operations: readonly OperationId[]
  readonly before: CancellableOrder
  readonly forecast: CancellationForecast
}

/**
 * Cancelling in three steps: choose, review against a fresh read, and follow what happens. An order that moved in
 * between starts the choice again, with what it is now.
 */
export function CancelDialog({ profile, order: seen, reference, onClose }: CancelDialogProps) {
  const { t } = useTranslation('cancellations')
  const [current, setCurrent] = useState(() => ({
    reading: readCancellableOrder(seen),
    readAt: Date.now(),
    moved: false,
  }))
  const [submitted, setSubmitted] = useState<Submitted>()
  const restart = (reading: CancellableReading, readAt: number) =>
    setCurrent({ reading, readAt, moved: true })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title', { order: reference })}
      size={960}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('choose.close') }}
    >
      {submitted ? (
        <ProgressStep profile={profile} reference={reference} {...submitted} onClose={onClose} />
      ) : (
        <Deciding
          // A new version of the order is a new choice.
          key={current.readAt}
          profile={profile}
          reference={reference}
          {...current}
          onMoved={restart}
          onSubmitted={setSubmitted}
          onClose={onClose}
        />
      )}
    </Modal>
  )
}

interface DecidingProps {
  readonly profile: ProfileId
  readonly reference: OrderReference
  readonly reading: CancellableReading
  readonly readAt: number
  readonly moved: boolean
  readonly onMoved: (reading: CancellableReading, readAt: number) => void
  readonly onSubmitted: (submitted: Submitted) => void
  readonly onClose: () => void
}

function Deciding({
  profile,
  reference,
  reading,
  readAt,
  moved,
  onMoved,
  onSubmitted,
  onClose,
}: DecidingProps) {
  const { t } = useTranslation('cancellations')
  const { order, unreadable } = reading
  const draft = useDraft(order, readAt)
  const [reviewing, setReviewing] = useState(false)

  const check = useMutation({
    mutationFn: () => ipc.orders.getOrder({ profile, order: reference, fresh: true }),
    onSuccess: (fresh) => {
      const now = readCancellableOrder(fresh.order)
      if (sameAsSeen(reading, now)) setReviewing(true)
      else onMoved(now, fresh.readAt)
    },
  })
  const cancel = useMutation({
    mutationFn: () => ipc.cancellations.cancelOrder(toCommand(profile, reference, order, draft)),
    onSuccess: ({ operations }) => onSubmitted({ operations, before: order, forecast: draft.forecast }),
  })

  if (unreadable.length > 0) return <Unreadable lists={unreadable} onClose={onClose} />
  if (reviewing) {
    return (
      <ReviewStep
        draft={draft}
        // A second click finds the first: the button is out of reach from the first click on.
        sending={cancel.isPending || cancel.isSuccess}
        error={cancel.error}
        onConfirm={() => cancel.mutate()}
        onBack={() => {
          cancel.reset()
          setReviewing(false)
        }}
      />
    )
  }
  return (
    <>
      {moved ? <Note warning>{t('review.changed')}</Note> : null}
      {check.error ? <ErrorNotice error={check.error} /> : null}
      <ChooseStep
        order={order}
        draft={draft}
        reading={check.isPending}
        onReview={() => check.mutate()}
        onClose={onClose}
      />
    </>
  )
}

/** Version, total and what can be cancelled are as they were: the decision still rests on the same order. */
function sameAsSeen(seen: CancellableReading, now: CancellableReading): boolean {
  const facts = ({ order, unreadable }: CancellableReading) =>
    JSON.stringify([
      unreadable,
      order.order_version,
      order.order_status,
      order.order_pricing?.price_total,
      order.order_bookings?.map((booking) => [
        idText(booking.booking_reference),
        booking.booking_status,
        booking.product_type_details?.map((ticket) => [
          ticket.product_type_status,
          ticket.product_type_redemption_status,
        ]),
      ]),
    ])
  return facts(seen) === facts(now)
}

function toCommand(profile: ProfileId, reference: OrderReference, order: CancellableOrder, draft: Draft) {
  if (draft.refundToGuest === undefined) throw new Error('the refund was not chosen')
  return {
    profile,
    order: reference,
    targets: [...draft.targets],
    refundToGuest: draft.refundToGuest,
    reason: draft.reason.trim(),
    seen: {
      orderVersion: order.order_version ?? null,
      priceTotal: order.order_pricing?.price_total == null ? null : String(order.order_pricing.price_total),
    },
    ...(draft.forecast.computed ? { forecast: confirmedForecast(draft.forecast) } : {}),
  }
}
