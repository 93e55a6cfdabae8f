import type { Order } from '@shared/api'
import {
  type CancellableOrder,
  type CancellableReading,
  type CancellationForecast,
  confirmedForecast,
  isSameForecast,
  readCancellableOrder,
} from '@shared/features/cancellations'
import type { OperationId, OrderReference, ProfileId } from '@shared/kernel/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { toAppError } from '../../../lib/present-error'
import { useOnce } from '../../../lib/use-once'
import { Dialog } from '../../../ui/dialog'
import { ErrorNotice } from '../../../ui/error-notice'
import { takesGuessedNames, useActiveProfile } from '../../profiles'
import { ChooseStep } from './choose-step'
import { Note } from './effect-summary'
import { ProgressStep } from './progress-step'
import { ReviewStep } from './review-step'
import { Unreadable } from './unreadable'
import { type Draft, type DraftStart, useDraft } from './use-draft'

interface CancelDialogProps {
  readonly profile: ProfileId
  /** The order as the person sees it. */
  readonly order: Order
  readonly reference: OrderReference
  /** A cancellation that was recorded and not sent: it is reviewed at once, and what is confirmed takes its place. */
  readonly instead?: Instead
  readonly onClose: () => void
}

interface Instead extends DraftStart {
  readonly operation: OperationId
}

/** What was sent: the operations, and what the person confirmed. */
interface Submitted {
  readonly operations: readonly OperationId[]
  readonly before: CancellableOrder
  readonly forecast: CancellationForecast
}

/** The order that the choice rests on. */
interface Current {
  readonly reading: CancellableReading
  /** Milliseconds since 1970 UTC; fees are computed for this moment. */
  readonly readAt: number
  /** Times that it turned out to be another order than was chosen from. */
  readonly moves: number
}

/**
 * Cancelling in three steps: choose, review against a fresh read, and follow what happens. An order that moved in
 * between starts the choice again, with what it is now.
 */
export function CancelDialog({ profile, order: seen, reference, instead, onClose }: CancelDialogProps) {
  const { t } = useTranslation('cancellations')
  const [current, setCurrent] = useState<Current>(() => ({
    reading: readCancellableOrder(seen),
    readAt: Date.now(),
    moves: 0,
  }))
  const [submitted, setSubmitted] = useState<Submitted>()
  const [recording, setRecording] = useState(false)
  return (
    <Dialog
      // Whether it was recorded must not stay open: the dialog waits for the answer, which never takes long.
      onClose={() => recording || onClose()}
      title={t('title', { order: reference })}
      size={960}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('choose.close'), disabled: recording }}
    >
      {submitted ? (
        <ProgressStep profile={profile} reference={reference} {...submitted} onClose={onClose} />
      ) : (
        <Deciding
          // Another order is a new choice.
          key={current.moves}
          profile={profile}
          reference={reference}
          {...current}
          instead={instead}
          onRead={setCurrent}
          onRecording={setRecording}
          onSubmitted={setSubmitted}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}

interface DecidingProps extends Current {
  readonly profile: ProfileId
  readonly reference: OrderReference
  readonly instead: Instead | undefined
  readonly onRead: (current: Current) => void
  readonly onRecording: (recording: boolean) => void
  readonly onSubmitted: (submitted: Submitted) => void
  readonly onClose: () => void
}

function Deciding(props: DecidingProps) {
  const { profile, reference, instead, reading, readAt, moves } = props
  const { onRead, onRecording, onSubmitted, onClose } = props
  const { t } = useTranslation('cancellations')
  const { order, unreadable } = reading
  const draft = useDraft(order, readAt, instead)
  const { profile: profileInUse } = useActiveProfile()
  /** The forecast that the person has seen last, once the review was asked for. */
  const [reviewed, setReviewed] = useState(instead && draft.complete ? draft.forecast : undefined)

  const check = useOnce(
    useMutation({
      mutationFn: () => ipc.orders.getOrder({ profile, order: reference, fresh: true }),
      onSuccess: (fresh) => {
        const now = readCancellableOrder(fresh.order)
        const same = isSameReading(reading, now)
        if (same) setReviewed(draft.forecast)
        onRead({ reading: now, readAt: fresh.readAt, moves: same ? moves : moves + 1 })
      },
    }),
    { again: true },
  )
  const cancel = useOnce(
    useMutation({
      mutationFn: async () => {
        if (instead) await takeBack(instead.operation)
        return ipc.cancellations.cancelOrder(toCommand(profile, reference, order, draft))
      },
      onMutate: () => onRecording(true),
      onSettled: () => onRecording(false),
      onSuccess: ({ operations }) => onSubmitted({ operations, before: order, forecast: draft.forecast }),
      // What was reviewed is out of date: the next review, or the next choice, says so.
      onError: (error) => outdated.includes(toAppError(error).code) && check.run(),
    }),
  )

  if (unreadable.length > 0) return <Unreadable lists={unreadable} onClose={onClose} />
  if (reviewed) {
    return (
      <ReviewStep
        // What is shown anew has to be read anew.
        key={readAt}
        draft={draft}
        instead={instead !== undefined}
        estimateMoved={!isSameEstimate(reviewed, draft.forecast)}
        sending={cancel.isRunning || check.isRunning}
        error={cancel.error ?? check.error}
        onConfirm={cancel.run}
        onBack={() => {
          cancel.reset()
          setReviewed(undefined)
        }}
        onClose={onClose}
      />
    )
  }
  return (
    <>
      {moves > 0 ? (
        <div role="alert">
          <Note warning>{t('review.changed')}</Note>
        </div>
      ) : null}
      {check.error ? <ErrorNotice error={check.error} /> : null}
      <ChooseStep
        order={order}
        draft={draft}
        mayOverride={profileInUse !== undefined && takesGuessedNames(profileInUse)}
        reading={check.isRunning}
        onReview={check.run}
        onClose={onClose}
      />
    </>
  )
}

/** Withdraws an operation; one that a failed try before has withdrawn stays so. */
async function takeBack(id: OperationId): Promise<void> {
  const { operation } = await ipc.operations.getOperation({ operation: id })
  if (operation.state !== 'withdrawn') await ipc.operations.withdrawQueued({ operation: id })
}

const outdated: readonly string[] = ['FORECAST_CHANGED', 'ORDER_CHANGED']

/** A reading holds all that choice and forecast rest on, and nothing else. */
const isSameReading = (seen: CancellableReading, now: CancellableReading): boolean =>
  JSON.stringify(seen) === JSON.stringify(now)

/** The same figures; the parts are those of the same choice. */
const isSameEstimate = (one: CancellationForecast, other: CancellationForecast): boolean =>
  one.computed && other.computed
    ? isSameForecast(confirmedForecast(one), confirmedForecast(other))
    : one.computed === other.computed

function toCommand(profile: ProfileId, reference: OrderReference, order: CancellableOrder, draft: Draft) {
  if (draft.refundToGuest === undefined) throw new Error('the refund was not chosen')
  return {
    profile,
    order: reference,
    targets: [...draft.targets],
    refundToGuest: draft.refundToGuest,
    ...(draft.override ? { override: true as const } : {}),
    reason: draft.reason.trim(),
    seen: {
      orderVersion: order.order_version ?? null,
      priceTotal: order.order_pricing?.price_total == null ? null : String(order.order_pricing.price_total),
    },
    ...(draft.forecast.computed ? { forecast: confirmedForecast(draft.forecast) } : {}),
  }
}
