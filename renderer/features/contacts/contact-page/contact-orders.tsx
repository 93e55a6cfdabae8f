import { Button } from '@mantine/core'
import type { ContactAction } from '@shared/features/batches'
import type { ContactUid, ProfileId } from '@shared/kernel/ids'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toAppError } from '../../../lib/present-error'
import { useFocusAtEnd } from '../../../lib/use-focus-at-end'
import { ErrorNotice } from '../../../ui/error-notice'
import { LoadFailed } from '../../../ui/load-failed'
import { LoadingBar } from '../../../ui/loading-bar'
import { useBeginPlan } from '../../batches'
import classes from './contact-page.module.css'
import { OrderTable } from './order-table'
import { useContactOrders } from './use-contact-orders'
import { useJournalFollow } from './use-journal-follow'

interface ContactOrdersProps {
  readonly profile: ProfileId
  readonly uid: ContactUid
  /** What can be done with those that are chosen; absent where the profile can only read. */
  readonly act: { readonly action: ContactAction; readonly label: string; readonly hint: string } | undefined
}

/**
 * The orders of a contact, each a way to its page, and something to be done with those that are chosen: a preview says what
 * changes on each before anything is sent.
 */
export function ContactOrders({ profile, uid, act }: ContactOrdersProps) {
  const { t } = useTranslation('contacts')
  const { api, copy, orders, total } = useContactOrders(profile, uid)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { beginPlan, running, error } = useBeginPlan(profile)
  const references = useMemo(() => orders?.map(({ reference }) => reference) ?? [], [orders])
  useJournalFollow(profile, uid, references)
  const counts = useRef<HTMLParagraphElement>(null)
  useFocusAtEnd(api.hasNextPage, counts)
  const named = references.filter((reference) => chosen.has(reference))
  const hasNoCopy = copy.error !== null && toAppError(copy.error).code === 'NO_MIRROR'
  const copyError = hasNoCopy ? null : copy.error
  useFocusAtEnd(api.isError || copyError !== null, counts)
  const isEmpty = orders?.length === 0 && !api.isFetching && !api.error && !copy.isPending && !copyError
  const told = [
    api.data &&
      !isEmpty &&
      t('orders.fromApi', {
        count: total ?? orders?.filter(({ foundIn }) => !foundIn.startsWith('copy')).length ?? 0,
      }),
    copy.data && !isEmpty && t('orders.fromCopy', { count: copy.data.total ?? copy.data.rows.length }),
    hasNoCopy && t('orders.noCopy'),
    api.error && !api.data && t('orders.apiFailed'),
    copyError && t('orders.copyFailed'),
  ].filter(Boolean)
  return (
    <>
      <LoadingBar active={api.isFetching} />
      {api.error ? (
        <LoadFailed
          error={api.error}
          onRetry={() => void (api.isFetchNextPageError ? api.fetchNextPage() : api.refetch())}
        />
      ) : null}
      {copyError ? <LoadFailed error={copyError} onRetry={() => void copy.refetch()} /> : null}
      {isEmpty ? <p className={classes.quiet}>{t('orders.none')}</p> : null}
      {orders && orders.length > 0 ? (
        <OrderTable
          orders={orders}
          withCopy={copy.data !== undefined}
          chosen={act ? chosen : undefined}
          onChoose={setChosen}
        />
      ) : null}
      <p ref={counts} tabIndex={-1} className={classes.quiet} role="status">
        {told.join(' ')}
      </p>
      {error ? <ErrorNotice error={error} /> : null}
      <div className={classes.below}>
        {api.hasNextPage ? (
          <Button
            variant="default"
            size="compact-sm"
            // Not disabled meanwhile: that would drop the keyboard.
            aria-busy={api.isFetchingNextPage}
            onClick={() => {
              if (!api.isFetchingNextPage) void api.fetchNextPage()
            }}
          >
            {t('orders.more')}
          </Button>
        ) : null}
        {act && references.length > 0 ? (
          <>
            <Button
              variant="default"
              size="compact-sm"
              disabled={named.length === 0}
              loading={running !== undefined}
              onClick={() =>
                beginPlan(act.action.kind, async () => named.map((order) => ({ order })), act.action)
              }
            >
              {act.label}
            </Button>
            <span className={classes.quiet}>{act.hint}</span>
          </>
        ) : null}
      </div>
    </>
  )
}
