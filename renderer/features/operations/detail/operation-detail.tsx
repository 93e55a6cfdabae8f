import { ActionIcon, Tooltip } from '@mantine/core'
import type { Operation, OperationStep } from '@shared/features/operations'
import { contactOfKey, type OperationId, type ProfileId } from '@shared/kernel/ids'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Copyable } from '../../../ui/copyable'
import { ErrorNotice } from '../../../ui/error-notice'
import { LoadingBar } from '../../../ui/loading-bar'
import { Section } from '../../../ui/section'
import { orderPath } from '../../order-words'
import type { HeldReviews } from '../held-review'
import { useMoments } from '../moments'
import { OperationChip } from '../operation-chip'
import { operationOptions } from '../queries'
import { kindText, targetText } from '../target-text'
import { AskedChanges } from './asked-changes'
import { AttemptList } from './attempt-list'
import { ChangedOrder, hasMoved } from './changed-order'
import classes from './detail.module.css'
import { EffectTable } from './effect-table'
import { LookUps } from './look-ups'
import { MailHint } from './mail-hint'
import { MarkedFacts } from './marked-facts'
import { OperationActions } from './operation-actions'
import { ReceivedPayment } from './received-payment'
import { ReviewEvidence } from './review-evidence'
import { stateSentence } from './state-sentence'
import { StepList } from './step-list'

interface OperationDetailProps {
  readonly profile: ProfileId
  readonly id: OperationId
  readonly reviews: HeldReviews
  readonly onClose: () => void
}

/** One operation: where it stands, what it did, what was sent and what came back. */
export function OperationDetail({ profile, id, reviews, onClose }: OperationDetailProps) {
  const query = useQuery(operationOptions(profile, id))
  return (
    <>
      <LoadingBar active={query.isFetching} />
      {query.data ? (
        <Loaded {...query.data} profile={profile} reviews={reviews} onClose={onClose} />
      ) : query.isError ? (
        <ErrorNotice error={query.error} />
      ) : null}
    </>
  )
}

function Loaded({
  operation,
  steps,
  profile,
  reviews,
  onClose,
}: {
  operation: Operation
  steps: readonly OperationStep[]
  profile: ProfileId
  reviews: HeldReviews
  onClose: () => void
}) {
  const { t } = useTranslation('operations')
  const moments = useMoments()
  return (
    <article className={classes.page}>
      <header className={classes.head}>
        <h2 className={classes.title}>{kindText(operation.kind, t)}</h2>
        <OperationChip state={operation.state} />
        <Tooltip label={t('detail.close')}>
          <ActionIcon className={classes.close} aria-label={t('detail.close')} onClick={onClose}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </header>
      <p role="status" className={classes.sentence}>
        {stateSentence(operation, t, moments)}
      </p>
      {operation.othersChanged ? <p className={classes.note}>{t('detail.othersChanged')}</p> : null}
      {operation.erased ? (
        <p className={classes.note}>
          {t('detail.erased', { when: moments.full(operation.erased.at), who: operation.erased.who })}
        </p>
      ) : null}
      <MailHint operation={operation} />
      <MarkedFacts operation={operation} />
      <OperationActions profile={profile} operation={operation} review={reviews[operation.kind]} />
      <ReviewEvidence operation={operation} />
      {operation.error && hasMoved(operation.error.code) ? (
        <ChangedOrder operation={operation} params={operation.error.params ?? {}} />
      ) : null}
      {isToldByField(operation) ? null : <AskedChanges operation={operation} />}
      <ReceivedPayment operation={operation} />
      {operation.erased || operation.stock || contactOfKey(operation.order) !== undefined ? null : (
        <EffectTable effect={operation.effect} withRefund={!saving.includes(operation.kind)} />
      )}
      <Facts operation={operation} />
      <AttemptList attempts={operation.attempts} error={operation.error} />
      <LookUps operation={operation} />
      <StepList steps={steps} />
    </article>
  )
}

/** What was to change stands beside what is there now. */
const isToldByField = ({ error, moved = [] }: Operation): boolean =>
  error !== undefined && hasMoved(error.code) && moved.length > 0

/** The order that it is about, or the contact or the row of stock where it is about no order. */
function Subject({ operation: { order, stock } }: { operation: Operation }) {
  const { t } = useTranslation('operations')
  const contact = contactOfKey(order)
  const label = t(
    stock ? 'detail.facts.stock' : contact === undefined ? 'detail.facts.order' : 'detail.facts.contact',
  )
  const path = contact === undefined ? orderPath(order) : `/contacts/${encodeURIComponent(contact)}`
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {stock ? (
          <Copyable value={stock.id} label={label} mono />
        ) : (
          <Copyable value={contact ?? order} label={label} mono>
            <Link href={path} className={classes.order}>
              {contact ?? order}
            </Link>
          </Copyable>
        )}
      </dd>
    </>
  )
}

/** Kinds that save an order and give nothing back. */
const saving: readonly string[] = [
  'amend-order',
  'deidentify-order',
  'edit-contact',
  'push-contact',
  'repoint-order',
  'erase-contact',
  'record-payment',
  'release-voucher',
  'send-payment-email',
  'send-tickets',
]

function Facts({ operation }: { operation: Operation }) {
  const { t } = useTranslation('operations')
  const moments = useMoments()
  const { id, erased, recipient, reason, refundToGuest, who, recordedAt } = operation
  return (
    <Section title={t('detail.facts.title')}>
      <dl className={classes.facts}>
        {erased ? null : (
          <>
            <dt>{t('detail.facts.what')}</dt>
            <dd>{targetText(operation, t)}</dd>
          </>
        )}
        {recipient === undefined ? null : (
          <>
            <dt>{t('detail.facts.recipient')}</dt>
            <dd>
              <Copyable value={recipient} label={t('detail.facts.recipient')} />
            </dd>
          </>
        )}
        <Subject operation={operation} />
        {reason === undefined ? null : (
          <>
            <dt>{t('detail.facts.reason')}</dt>
            <dd>{reason}</dd>
          </>
        )}
        {refundToGuest === undefined ? null : (
          <>
            <dt>{t('detail.facts.refundToGuest')}</dt>
            <dd>{t(refundToGuest ? 'detail.facts.yes' : 'detail.facts.no')}</dd>
          </>
        )}
        <dt>{t('detail.facts.who')}</dt>
        <dd>{who}</dd>
        <dt>{t('detail.facts.when')}</dt>
        <dd>{moments.full(recordedAt)}</dd>
        <dt>{t('detail.facts.operation')}</dt>
        <dd>
          <Copyable value={id} label={t('detail.facts.operation')} mono />
        </dd>
      </dl>
    </Section>
  )
}
