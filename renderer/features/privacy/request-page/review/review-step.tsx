import { Button } from '@mantine/core'
import type { ContactReview, OrderReview } from '@shared/features/privacy'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../../lib/ipc'
import { ErrorNotice } from '../../../../ui/error-notice'
import { LoadFailed } from '../../../../ui/load-failed'
import { LoadingBar } from '../../../../ui/loading-bar'
import { toastDone } from '../../../../ui/toasts'
import classes from '../../privacy.module.css'
import { privacyQueries } from '../../queries'
import { StepFrame } from '../step-frame'
import type { StepProps } from '../step-props'
import { hasEnded } from '../steps'
import { RetentionDialog } from './retention-dialog'
import { ReviewedContact, ReviewedOrder } from './reviewed'

/** What would be erased of which order, what speaks against it, and what it does to vouchers. Read afresh. */
export function ReviewStep({ profile, request, onStep }: StepProps) {
  const { t } = useTranslation('privacy')
  const [rulesOpen, setRulesOpen] = useState(false)
  const chosenOrders = request.orders.filter(({ chosen }) => chosen).map(({ reference }) => reference)
  const chosenContacts = request.contacts.filter(({ chosen }) => chosen).map(({ uid }) => uid)
  const isNobody = chosenOrders.length + chosenContacts.length === 0
  const isEnded = hasEnded(request)
  const review = useQuery({
    ...privacyQueries.review(profile.id, request.id, [...chosenOrders, ...chosenContacts].join(' ')),
    enabled: !isEnded && !isNobody,
  })
  const again = () => void review.refetch()
  if (isEnded) {
    return (
      <StepFrame title={t('review.title')}>
        <p className={classes.quiet}>{t('review.ended')}</p>
      </StepFrame>
    )
  }
  return (
    <StepFrame
      title={t('review.title')}
      hint={t('review.hint')}
      aside={
        <>
          <Button variant="default" onClick={() => setRulesOpen(true)}>
            {t('review.rules')}
          </Button>
          <Button variant="default" disabled={isNobody || review.isFetching} onClick={again}>
            {t('review.again')}
          </Button>
        </>
      }
    >
      <LoadingBar active={review.isFetching} />
      {review.error ? <LoadFailed error={review.error} onRetry={again} /> : null}
      {isNobody ? <p className={classes.note}>{t('review.nobody')}</p> : null}
      {review.data ? <Summary orders={review.data.orders} contacts={review.data.contacts} /> : null}
      {review.data?.orders.map((order) => (
        <ReviewedOrder key={order.reference} order={order} />
      ))}
      {review.data?.contacts.map((contact) => (
        <ReviewedContact key={contact.uid} contact={contact} />
      ))}
      {isNobody ? null : <ExportPerson profile={profile.id} request={request.id} />}
      <div className={classes.footer}>
        <Button variant="default" onClick={() => onStep('find')}>
          {t('review.back')}
        </Button>
        <Button disabled={!review.data} onClick={() => onStep('erase')}>
          {t('review.next')}
        </Button>
      </div>
      {rulesOpen ? (
        <RetentionDialog profile={profile.id} onSaved={again} onClose={() => setRulesOpen(false)} />
      ) : null}
    </StepFrame>
  )
}

function Summary(props: {
  readonly orders: readonly OrderReview[]
  readonly contacts: readonly ContactReview[]
}) {
  const { t } = useTranslation('privacy')
  const held = props.orders.filter(({ holds }) => holds.length > 0).length
  const unread = [...props.orders, ...props.contacts].filter(({ unreadable }) => unreadable).length
  const fields = [...props.orders, ...props.contacts].reduce((sum, one) => sum + one.fields.length, 0)
  const free = props.orders.filter(({ holds, unreadable }) => holds.length === 0 && !unreadable).length
  return (
    <div role="status">
      <ul className={classes.summary}>
        <li>{t('review.free', { count: free })}</li>
        {held > 0 ? <li className={classes.warnText}>{t('review.held', { count: held })}</li> : null}
        {unread > 0 ? <li className={classes.warnText}>{t('review.unread', { count: unread })}</li> : null}
        <li>{t('review.contacts', { count: props.contacts.length })}</li>
        <li>{t('review.fields', { count: fields })}</li>
      </ul>
    </div>
  )
}

/** The right of access: what is held is given to the person before it is gone. */
function ExportPerson(at: { readonly profile: string; readonly request: string }) {
  const { t } = useTranslation('privacy')
  const save = useMutation({
    mutationFn: (as: 'json' | 'pdf') => ipc.privacy.exportPerson({ ...at, as }),
    onSuccess: ({ savedAs }) => {
      if (savedAs !== undefined) toastDone({ title: t('export.done', { name: savedAs }) })
    },
  })
  return (
    <div className={classes.export}>
      <h3 className={classes.subtitle}>{t('export.title')}</h3>
      <p className={classes.quiet}>{t('export.hint')}</p>
      {save.error ? <ErrorNotice error={save.error} /> : null}
      {(['pdf', 'json'] as const).map((as) => (
        <Button
          key={as}
          variant="default"
          mr={8}
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={save.isPending && save.variables === as}
          disabled={save.isPending}
          onClick={() => save.mutate(as)}
        >
          {t(`export.as.${as}`)}
        </Button>
      ))}
    </div>
  )
}
