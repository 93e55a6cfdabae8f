import {
  IconAddressBook,
  IconListCheck,
  IconPackage,
  IconPencil,
  IconReceiptRefund,
  IconSettings,
  IconTicket,
  IconTicketOff,
  IconUserShield,
  type TablerIcon,
} from '@tabler/icons-react'
import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import type shell from '../resources/locales/en/shell.json'
// Not through the indexes: this is there from the first paint, the screens are not.
import { OperationsBadge } from './features/operations/operations-badge'
import { readFirstPage } from './features/orders/read-first-page'
import { PrivacyBadge } from './features/privacy/privacy-badge'
import { type LazyCode, lazyCode } from './lib/lazy-code'
import type { ShortcutId } from './lib/shortcuts'

/** A place in the app. What is not built yet is not in the list: absent, not dead. */
export interface Screen {
  /** Where it lives: `/orders` also gets everything below, such as `/orders/PRI88412039`. */
  readonly path: `/${string}`
  /** Its name in the rail, the palette and the window title. */
  readonly navLabelKey: NavLabelKey
  readonly icon: TablerIcon
  readonly code: LazyCode<ComponentType>
  /** Begins to read what it shows first, when a window opens on it; its code may still be loading. */
  readonly readFirst?: (client: QueryClient) => Promise<void>
  /** The shortcut that goes there. */
  readonly shortcut: ShortcutId
  /** What stands beside the name in the rail, such as a `CountBadge`. */
  readonly badge?: ComponentType
}

type NavLabelKey = `nav.${Exclude<keyof (typeof shell)['nav'], 'label' | 'expand' | 'collapse'>}`

/** In the order of the rail. The first one opens at start. */
export const screens: readonly Screen[] = [
  {
    path: '/orders',
    navLabelKey: 'nav.orders',
    icon: IconTicket,
    code: lazyCode(() => import('./features/orders').then(({ OrdersScreen }) => OrdersScreen)),
    readFirst: readFirstPage,
    shortcut: 'goOrders',
  },
  {
    path: '/amendments',
    navLabelKey: 'nav.amendments',
    icon: IconPencil,
    code: lazyCode(() =>
      import('./features/amended-orders/amended-orders-screen').then(
        ({ AmendedOrdersScreen }) => AmendedOrdersScreen,
      ),
    ),
    shortcut: 'goAmendments',
  },
  {
    path: '/cancellations',
    navLabelKey: 'nav.cancellations',
    icon: IconTicketOff,
    code: lazyCode(() =>
      import('./features/cancellations/cancellations-list/cancellations-screen').then(
        ({ CancellationsScreen }) => CancellationsScreen,
      ),
    ),
    shortcut: 'goCancellations',
  },
  {
    path: '/refunds',
    navLabelKey: 'nav.refunds',
    icon: IconReceiptRefund,
    code: lazyCode(() =>
      import('./features/refunds/refunds-screen/refunds-screen').then(({ RefundsScreen }) => RefundsScreen),
    ),
    shortcut: 'goRefunds',
  },
  {
    path: '/contacts',
    navLabelKey: 'nav.contacts',
    icon: IconAddressBook,
    code: lazyCode(() =>
      import('./features/contacts/contacts-screen').then(({ ContactsScreen }) => ContactsScreen),
    ),
    shortcut: 'goContacts',
  },
  {
    path: '/stock',
    navLabelKey: 'nav.stock',
    icon: IconPackage,
    code: lazyCode(() => import('./features/stock').then(({ StockScreen }) => StockScreen)),
    shortcut: 'goStock',
  },
  {
    path: '/privacy',
    navLabelKey: 'nav.privacy',
    icon: IconUserShield,
    code: lazyCode(() =>
      import('./features/privacy/privacy-screen').then(({ PrivacyScreen }) => PrivacyScreen),
    ),
    shortcut: 'goPrivacy',
    badge: PrivacyBadge,
  },
  {
    path: '/operations',
    navLabelKey: 'nav.operations',
    icon: IconListCheck,
    code: lazyCode(() =>
      import('./operations-with-reviews').then(({ OperationsWithReviews }) => OperationsWithReviews),
    ),
    shortcut: 'goOperations',
    badge: OperationsBadge,
  },
  {
    path: '/settings',
    navLabelKey: 'nav.settings',
    icon: IconSettings,
    code: lazyCode(() =>
      import('./features/settings/settings-screen').then(({ SettingsScreen }) => SettingsScreen),
    ),
    shortcut: 'goSettings',
  },
]

/**
 * Begins to load the screen that a window opens on, code and content side by side. What fails is asked for again, and
 * told, by the screen itself.
 * @param hash of the window's address, such as `#/orders/PRI88412039`
 */
export function prepareScreen(hash: string, client: QueryClient): void {
  const screen = screens.find(({ path }) => `${hash.slice(1)}/`.startsWith(`${path}/`)) ?? screens[0]
  void screen?.code.load().catch(() => {})
  void screen?.readFirst?.(client).catch(() => {})
}
