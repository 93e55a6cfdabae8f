import { Button } from '@mantine/core'
import type { ContactUid, ProfileId } from '@shared/kernel/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../../ui/error-notice'
import { LoadingBar } from '../../../ui/loading-bar'
import { useBeginPlan } from '../../batches'
import classes from './contact-page.module.css'
import { OrderTable } from './order-table'
import { useContactOrders } from './use-contact-orders'

interface ContactOrdersProps {
  readonly profile: ProfileId
  readonly uid: ContactUid
  /** False where the profile can only read. */
  readonly mayChange: boolean
}

/**
 * The orders of a contact, each a way to its page, and bringing the newest version of the contact to those that are chosen:
 * the preview says what changes on each before anything is sent.
 */
export function ContactOrders({ profile, uid, mayChange }: ContactOrdersProps) {
  const { t } = useTranslation('contacts')
  const { api, copy, orders, total } = useContactOrders(profile, uid)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { beginPlan, running, error } = useBeginPlan(profile)
  const named = orders?.filter(({ reference }) => chosen.has(reference)) ?? []
  const update = () =>
    beginPlan('contact', async () => named.map(({ reference }) => ({ order: reference })), {
      kind: 'contact',
      contact: uid,
    })
  return (
    <>
      <LoadingBar active={api.isFetching} />
      {api.error ? <ErrorNotice error={api.error} /> : null}
      {orders?.length === 0 && !api.isFetching && !api.error ? (
        <p className={classes.quiet}>{t('orders.none')}</p>
      ) : null}
      {orders && orders.length > 0 ? (
        <OrderTable
          orders={orders}
          withCopy={copy.data !== undefined}
          chosen={mayChange ? chosen : undefined}
          onChoose={setChosen}
        />
      ) : null}
      <p className={classes.quiet} role="status">
        {api.data ? t('orders.fromApi', { count: total ?? orders?.length ?? 0 }) : null}{' '}
        {copy.data ? t('orders.fromCopy', { count: copy.data.total ?? copy.data.rows.length }) : null}
      </p>
      {error ? <ErrorNotice error={error} /> : null}
      <div className={classes.below}>
        {api.hasNextPage ? (
          <Button
            variant="default"
            size="compact-sm"
            loading={api.isFetchingNextPage}
            onClick={() => void api.fetchNextPage()}
          >
            {t('orders.more')}
          </Button>
        ) : null}
        {mayChange && orders && orders.length > 0 ? (
          <>
            <Button
              variant="default"
              size="compact-sm"
              disabled={named.length === 0}
              loading={running !== undefined}
              onClick={update}
            >
              {t('orders.update')}
            </Button>
            <span className={classes.quiet}>{t('orders.updateHint')}</span>
          </>
        ) : null}
      </div>
    </>
  )
}
