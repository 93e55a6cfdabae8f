import { Tabs } from '@mantine/core'
import { orderContacts, orderCurrency, orderEvents, orderPayments } from '@shared/features/orders'
import type { ProfileId } from '@shared/kernel/ids'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ScreenBoundary } from '../../../shell/screen-boundary'
import { BookingsTab } from './bookings/bookings-tab'
import { cancelObstacle } from './cancel-obstacle'
import { ContactsTab } from './contacts/contacts-tab'
import { HistoryTab } from './history/history-tab'
import classes from './order-page.module.css'
import { OverviewTab } from './overview/overview-tab'
import { PaymentsTab } from './payments/payments-tab'
import { RawTab } from './raw/raw-tab'
import type { OrderOnPage } from './use-order'
import { isOrderTab, type OrderTab, orderTabs, useRememberedTab } from './use-remembered-tab'

interface OrderTabsProps {
  readonly profile: ProfileId
  /** False where the profile can only read. */
  readonly mayChange: boolean
  readonly reference: string
  readonly page: OrderOnPage
}

/** The parts of an order. The one in sight is the one that was last looked at in this window. */
export function OrderTabs(props: OrderTabsProps) {
  const { t } = useTranslation('order')
  const [tab, setTab] = useRememberedTab()
  return (
    <Tabs
      value={tab}
      onChange={(value) => isOrderTab(value) && setTab(value)}
      keepMounted={false}
      className={classes.tabs}
    >
      <Tabs.List aria-label={t('tabs.label')} className={classes.tabList}>
        {orderTabs.map((name) => (
          // Home and End move the focus alone; the arrow keys choose too, and so should they.
          <Tabs.Tab key={name} value={name} onFocus={() => setTab(name)}>
            {t(`tabs.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {orderTabs.map((name) => (
        <Tabs.Panel key={name} value={name} className={classes.panel} tabIndex={0}>
          <ScreenBoundary>
            <TabContent name={name} {...props} />
          </ScreenBoundary>
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

function TabContent({
  name,
  profile,
  mayChange,
  reference,
  page,
}: OrderTabsProps & { name: OrderTab }): ReactNode {
  const { order, facts, bookings, raw, readAt } = page
  switch (name) {
    case 'overview':
      return <OverviewTab {...page} />
    case 'bookings':
      return <BookingsTab bookings={bookings} readAt={readAt} />
    case 'payments':
      return (
        <PaymentsTab
          payments={orderPayments(order)}
          currency={orderCurrency(order)}
          settlement={facts.settlement}
        />
      )
    case 'contacts':
      return (
        <ContactsTab
          contacts={orderContacts(order)}
          onOrder={
            mayChange && cancelObstacle(facts.status, bookings) !== 'ALREADY_CANCELLED'
              ? { profile, reference }
              : undefined
          }
        />
      )
    case 'history': {
      const currency = orderCurrency(order)
      return (
        <HistoryTab
          profile={profile}
          reference={reference}
          order={order}
          events={orderEvents(order)}
          version={facts.version}
          currency={currency.kind === 'one' ? currency.code : ''}
        />
      )
    }
    case 'raw':
      return <RawTab raw={raw} />
  }
}
