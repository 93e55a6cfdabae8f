import { IconListCheck, IconSettings, IconTicket, type TablerIcon } from '@tabler/icons-react'
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type shell from '../resources/locales/en/shell.json'
// Not through the index: the rail is there from the first paint, the screen is not.
import { OperationsBadge } from './features/operations/operations-badge'
import type { ShortcutId } from './lib/shortcuts'

/** A place in the app. What is not built yet is not in the list: absent, not dead. */
export interface Screen {
  /** Where it lives: `/orders` also gets everything below, such as `/orders/PRI88412039`. */
  readonly path: `/${string}`
  /** Its name in the rail, the palette and the window title. */
  readonly navLabelKey: NavLabelKey
  readonly icon: TablerIcon
  /** `lazy(() => import('./features/orders').then(({ OrdersScreen }) => ({ default: OrdersScreen })))` */
  readonly component: LazyExoticComponent<ComponentType>
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
    component: lazy(() =>
      import('./features/orders').then(({ OrdersScreen }) => ({ default: OrdersScreen })),
    ),
    shortcut: 'goOrders',
  },
  {
    path: '/operations',
    navLabelKey: 'nav.operations',
    icon: IconListCheck,
    component: lazy(() =>
      import('./features/operations').then(({ OperationsScreen }) => ({ default: OperationsScreen })),
    ),
    shortcut: 'goOperations',
    badge: OperationsBadge,
  },
  {
    path: '/settings',
    navLabelKey: 'nav.settings',
    icon: IconSettings,
    component: lazy(() =>
      import('./features/settings/settings-screen').then(({ SettingsScreen }) => ({
        default: SettingsScreen,
      })),
    ),
    shortcut: 'goSettings',
  },
]
